export { attributionIn } from './attribution.ts';
export { hedgesIn, isDenied, isSoft, looksForward, statusByWords } from './status.ts';
