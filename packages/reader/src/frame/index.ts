export { compilePattern, type Macros } from './pattern.ts';
export { type Conversion, type FrameOptions, frameOf, type SentenceFrame } from './sentence-frame.ts';
export { type AmountToken, type AnaphorKind, type PartyRef, tokenChar, tokenIndex } from './tokens.ts';
