export { judgementsAbout } from './about.ts';
export type { JudgementStanding } from './in-force.ts';
export { decisionsOf, judgementsInForce, standingsOf } from './in-force.ts';
export type { Decision, Judgement } from './judgement.ts';
export { judgementId } from './judgement-id.ts';
export { rejectionsIn } from './rejections.ts';
