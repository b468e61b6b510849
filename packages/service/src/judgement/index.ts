export { judgementsOnDeal, judgementViews } from './judgement-view.ts';
