export { type Judged, type JudgementMade, judge } from './judge.ts';
