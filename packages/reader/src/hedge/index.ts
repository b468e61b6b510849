export { attributionIn } from './attribution.ts';
export { hedgesIn, isDenied, isRejected, isSoft, looksForward, statusByWords } from './status.ts';
