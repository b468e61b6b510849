import type { Qualifier } from '@tranche/core/money';

/** Words straight before a number, longest phrase first within a kind; the first kind that fits wins. */
const BEFORE: readonly (readonly [Qualifier, string])[] = [
  ['nearly', 'nearly|almost|close to|just under|just shy of|approaching|not quite'],
  ['at_least', 'at least|a minimum of|minimum|no less than|not less than'],
  [
    'over',
    'more than|(?:a little |well |just |slightly |far )?(?<!hand(?:ing|ed|s)? |take |took |carr(?:y|ied) )over|(?:a little |well )?above|north of|in excess of|exceeding|upwards? of|greater than|topping',
  ],
  [
    'up_to',
    'up to|as much as|as high as|as many as|at most|(?:well )?under|(?:well )?below|(?:not|no) more than|less than|a maximum of|a ceiling of|capped at|up to a maximum of',
  ],
  [
    'about',
    'about|around|roughly|some|approximately|approx\\.?|circa|ca\\.|an estimated|estimated|in the region of|in the order of|on the order of|somewhere near|~',
  ],
];

const AFTER: readonly (readonly [Qualifier, string])[] = [
  ['about', 'or so|or thereabouts|give or take'],
  ['up_to', 'at most|at the most|or less|or below|maximum|cap\\b'],
  ['at_least', 'at least|at the least|minimum'],
  ['over', 'or more|plus\\b|-plus\\b'],
];

const compiled = (words: string, before: boolean): RegExp =>
  before
    ? new RegExp(`(?:^|[^\\p{L}])(${words})[ \\u00a0]*["“]?$`, 'iu')
    : new RegExp(`^[ \\u00a0]+(?:${words})`, 'iu');

const BEFORE_PATTERNS = BEFORE.map(([qualifier, words]) => [qualifier, compiled(words, true)] as const);
const AFTER_PATTERNS = AFTER.map(([qualifier, words]) => [qualifier, compiled(words, false)] as const);
const REACH = 28;

/** The qualifier that the words around `[start, end)` put on a number, and where its words begin. */
export function qualifierAt(
  text: string,
  start: number,
  end: number,
): { qualifier: Qualifier; start: number } {
  const before = text.slice(Math.max(0, start - REACH), start);
  for (const [qualifier, pattern] of BEFORE_PATTERNS) {
    const match = pattern.exec(before);
    if (match) {
      const word = match[1] ?? '';
      return { qualifier, start: start - before.length + before.indexOf(word, match.index) };
    }
  }
  const after = text.slice(end, end + REACH);
  for (const [qualifier, pattern] of AFTER_PATTERNS) {
    if (pattern.test(after)) return { qualifier, start };
  }
  return { qualifier: 'exact', start };
}
