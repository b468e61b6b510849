export { attributionIn } from './attribution.ts';
export { hedgesIn, isDenied, statusByWords } from './status.ts';
