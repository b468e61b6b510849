import { matchesIn } from '../words/index.ts';
import type { Cited } from './draft.ts';
import type { Reading } from './reading.ts';
import type { Hit } from './rule.ts';

export const PART =
  '(?:first|second|third|fourth|final|last|initial|opening|next|further|another|remaining|balance|other|rest|only the first)';
export const PIECE =
  '(?:tranche|instal?ment|batch|closing|close|step|payment|transfer|part|portion|stage|slice|drawdown|half)';
const NAMED = new RegExp(`\\b(?:${PART} ${PIECE}|tranche (?:[ivx]+|\\d))\\b`, 'gi');

const AT_CLOSING = new RegExp(`^[^\\ue400-\\ue7ff.;]{0,40}\\b(?:at|in|for|as) the (${PART} ${PIECE})`, 'i');

/** The closing or tranche that the sentence of a hit speaks of, in the text's words: the last one named before it, else behind it. */
export function closingNear(hit: Hit, reading: Reading): Cited<string> | undefined {
  const before = matchesIn(NAMED, hit.before).at(-1)?.[0];
  const words =
    before ??
    AT_CLOSING.exec(hit.after)?.[1] ??
    matchesIn(NAMED, hit.words)[0]?.[0] ??
    (/^of (?:this|which|that)\b/i.test(hit.before) ? reading.closing : undefined);
  if (words === undefined) return undefined;
  const span = reading.spanOfWords(hit, words);
  return { value: words.toLowerCase(), ...(span === undefined ? {} : { span }) };
}
