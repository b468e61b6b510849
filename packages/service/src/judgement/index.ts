export { judgementsOnDeal, judgementViews } from './judgement-view.ts';
export { judging } from './judging.ts';
