export { judgementsOnDeal, judgementViews } from './judgement-view.ts';
export { judging } from './judging.ts';
export { partyViews } from './parties.ts';
