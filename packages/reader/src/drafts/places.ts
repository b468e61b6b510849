import type { Span } from '@tranche/ledger/claim';

const GAP = '[^\\S\\r\\n]+';

/**
 * Where words stand in `[from, to)` of a text, exactly but for the width of the spaces between them, and within one
 * line. `whole` words do not begin or end inside another word or number. At most twenty places.
 */
export function placesOfWords(
  text: string,
  words: string,
  [from, to]: Span,
  { whole = true }: { readonly whole?: boolean } = {},
): readonly Span[] {
  const tokens = words.trim().split(/\s+/u).filter(Boolean);
  if (tokens.length === 0) return [];
  const pattern = new RegExp(tokens.map(escaped).join(GAP), 'gu');
  const stretch = text.slice(from, to);
  const places: Span[] = [];
  for (
    let match = pattern.exec(stretch);
    match !== null && places.length < MOST_PLACES;
    match = pattern.exec(stretch)
  ) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (!whole || isWhole(text, start, end)) places.push([start, end]);
    pattern.lastIndex = match.index + 1;
  }
  return places;
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function isWhole(text: string, start: number, end: number): boolean {
  const [first = '', last = ''] = [text[start], text[end - 1]];
  if (WORD.test(first) && WORD.test(text[start - 1] ?? '')) return false;
  if (/\d/.test(first) && /\d[.,]$/.test(text.slice(Math.max(0, start - 2), start))) return false;
  if (WORD.test(last) && WORD.test(text[end] ?? '')) return false;
  return !(/\d/.test(last) && /^[.,]\d/.test(text.slice(end, end + 2)));
}

const MOST_PLACES = 20;
const WORD = /[\p{L}\p{N}]/u;
