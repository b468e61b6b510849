export { judgementsAbout } from './about.ts';
export type { JudgementStanding } from './in-force.ts';
export { decisionsOf, judgementsInForce, standingsOf } from './in-force.ts';
export type { Decision, Judgement } from './judgement.ts';
export { judgementId } from './judgement-id.ts';
export { judgementsOn } from './judgements-on.ts';
export { reasonOf } from './reason.ts';
export { rejectionsIn } from './rejections.ts';
