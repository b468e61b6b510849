export { assembled } from './assemble.ts';
export { claimFromDraft } from './to-claim.ts';
export { keyOf } from './without-repeats.ts';
