export { dealSummaryOf, dealViewOf } from './deal-view.ts';
export { rankingViewOf } from './ranking-view.ts';
export { timelineViewOf } from './timeline-view.ts';
