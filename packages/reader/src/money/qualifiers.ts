import type { Qualifier } from '@tranche/core/money';

const MORE = '(?:(?:a (?:little|bit|touch|shade)|well|just|slightly|far|much|significantly|considerably) )?';

/** Words straight before a number; the first row that fits wins, so that what is denied comes before what it denies. */
const BEFORE: readonly (readonly [Qualifier, string])[] = [
  ['at_least', 'no less than|not less than|(?:no|not) (?:lower|smaller) than|not below|no fewer than'],
  [
    'up_to',
    `(?:not|no) (?:more|greater|higher|larger) than|(?:not|never|n[’']t) (?:to )?(?:exceed|top|surpass)|not exceeding|not (?:over|above)|no (?:over|above)`,
  ],
  [
    'nearly',
    'nearly|almost|close to|just (?:under|below|short of|shy of)|(?:slightly|a little|a bit|a touch) (?:under|below|less than)|shy of|approaching|nearing|not quite|verging on',
  ],
  [
    'at_least',
    'at least|at a minimum|a minimum of|(?:a )?minimum|as little as|or more than|starting (?:from|at)|upward from',
  ],
  [
    'over',
    `${MORE}(?:more|greater|higher|larger) than|${MORE}(?<!hand(?:ing|ed|s)? |take |took |taking |carr(?:y|ied) |control |talks |discussions |negotiations |dispute |fight |battle )over|${MORE}above|${MORE}north of|${MORE}in excess of|exceed(?:s|ed|ing)?|upwards? of|topp(?:ed|ing)|tops|surpass(?:es|ed|ing)?|>`,
  ],
  [
    'up_to',
    'up to(?: a maximum of)?|as much as|as high as|as many as|at most|at the most|(?:well |far )?(?:under|below)|(?:well |far )?less than|lower than|smaller than|a maximum (?:of)?|maximum(?: of)?|a (?:ceiling|limit|cap) of|capped at|limited to|<',
  ],
  [
    'about',
    'about|around|roughly|some|approximately|approx\\.?|circa|ca?\\.|an estimated|estimated(?: at)?|in the (?:region|order|neighbou?rhood|vicinity|range|ballpark) of|(?:on|of) the order of|somewhere (?:near|around|in the region of)|something like|~|≈|±',
  ],
];

const AFTER: readonly (readonly [Qualifier, string])[] = [
  ['about', 'or so|or thereabouts|give or take|or around that|-ish\\b|ish\\b'],
  ['up_to', 'at most|at the most|at a maximum|or less|or below|or lower|maximum|max\\b|cap\\b|ceiling\\b'],
  ['at_least', 'at least|at the least|at a minimum|minimum'],
  ['over', 'or more|or higher|or above|and up\\b|and change|[-–]?plus\\b|\\+'],
];

/** "at least another", "about an additional": words that may stand between a qualifier and its number. */
const BETWEEN = '(?: (?:an? )?(?:additional|further|extra|another|new|fresh|total of|combined))?';

const compiled = (words: string, before: boolean): RegExp =>
  before
    ? new RegExp(`(?:^|[^\\p{L}])(${words})${BETWEEN}\\s*["“]?$`, 'iu')
    : new RegExp(`^\\s*(?:${words})`, 'iu');

const BEFORE_PATTERNS = BEFORE.map(([qualifier, words]) => [qualifier, compiled(words, true)] as const);
const AFTER_PATTERNS = AFTER.map(([qualifier, words]) => [qualifier, compiled(words, false)] as const);
const REACH = 44;
/** "bumped its value up to A": the figure is reached, and is no limit. */
const MOVED_UP =
  /(?:valuations?|value|price|price tag|stakes?|holding|shareholding|share|worth|total|tally|haul) (?:(?:ha[sd]|have) )?(?:(?:gone|went|shot|moved|risen|rose|jumped|climbed|bumped|pushed|crept|soared) )?up to $/i;

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
      if (/^up to$/i.test(match[1] ?? '') && MOVED_UP.test(before)) return { qualifier: 'exact', start };
      const word = match[1] ?? '';
      return { qualifier, start: start - before.length + before.indexOf(word, match.index) };
    }
  }
  const after = text.slice(end, end + 20);
  for (const [qualifier, pattern] of AFTER_PATTERNS) {
    if (pattern.test(after)) return { qualifier, start };
  }
  return { qualifier: 'exact', start };
}
