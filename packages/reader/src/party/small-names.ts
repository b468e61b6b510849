import { LETTER, matchesIn } from '../words/index.ts';
import type { CapitalRun } from './capital-runs.ts';
import { COMMON_WORDS, COMPANY_NOUNS } from './words.ts';

const RAISES =
  '(?:raise[sd]?|secure[sd]?|closed|bag(?:s|ged)|land(?:s|ed)|nab(?:s|bed)|snag(?:s|ged)|grab(?:s|bed)|net(?:s|ted)|scored|scooped|received|attracted|collected|picked up|pulled in|raked in|brought in|hauled in|reeled in|announced|completed|launched|won|was (?:founded|valued)|is (?:raising|valued|in talks|seeking))';
const SUBJECT = `(?:,? (?:which|that|who)[^.;]{3,80},)?(?: \\([^)]{2,40}\\))?,? (?:(?:has|have|had|also|just|recently|today|yesterday|already|reportedly|successfully|now|(?:this|last) (?:week|month)|on \\p{Lu}\\p{Ll}+day) ){0,3}${RAISES}(?!\\p{L})`;
/** Words that may stand between what a company is and what it does, and name nobody. */
const NO_NAME =
  'that|which|who|has|have|had|is|was|were|are|will|would|could|may|also|just|now|then|today|first|previously|recently|reportedly|reported|already|successfully|itself|alone|later|only|still|and|or|but|founders?|said|says|raised|raises|secured|closed|received|announced|backers?|investors?|shares|stock|deals?|funding|financing|data|news|valuations?|groups?|there|here|once|never|not|both|each|typically|usually|quickly|finally|ultimately|currently|initially|originally|collectively|together|services|products|solutions|systems|sales|bonds|notes|tools|users|loans|assets|operations|executives?|owners?|operators?|bosses|employees';
const NAME = `(?!(?:${NO_NAME})(?![\\p{L}\\d]))\\p{Ll}[\\p{L}\\d]*(?:[.-][\\p{L}\\d]+)*[\\p{L}\\d]`;
/** A name without a capital behind what kind of company it is: "shopping platform tink has raised". */
const DESCRIBED = new RegExp(
  ` (?:${COMPANY_NOUNS}),? (?:(?:called|named|dubbed) (${NAME})(?=[,. ])|(${NAME})(?=${SUBJECT}[^.;]{0,60}[$€£₹\\d]))`,
  'gu',
);
/** A small word behind such a noun, and what only companies do or are called: the rest is worth a look only then. */
const MAY_DESCRIBE = new RegExp(
  ` (?:${COMPANY_NOUNS}),? (?:(?:called|named|dubbed) [a-z\\u00df-\\u024f]|(?!(?:${NO_NAME})[^${LETTER}\\d])[a-z\\u00df-\\u024f])`,
);
/** One that opens a line or ends like an address, before what only companies do with money. */
const OPENING = new RegExp(`^[^\\p{L}\\d]{0,8}(${NAME})(?=${SUBJECT} [^.;]{0,40}[$€£₹\\d])`, 'u');
const ADDRESS = new RegExp(`\\.(?:ai|io|com|co|tech|app|health|eu|bio)(?=${SUBJECT}|[’']s )`, 'gu');
const ADDRESS_START = /(?<![\p{L}\d./@-])\p{Ll}[\p{Ll}\d]+$/u;
/** "Mill Capital and pi Ventures": a small word that opens the name of a firm on a list. */
const FIRM =
  /(?:, |\b(?:and|by|from|with|including) )((\p{Ll}{1,8}\d?) (?:Ventures|Capital|Partners))(?!\p{L})/gu;
/** Articles tell a company of its own from one the text spoke of: "the start-up recently raised". */
const REFERS_BACK = /(?<!\p{L})(?:the|this|that|our|its|their|each|every|another|no)(?: \p{Ll}+)?$/iu;
const NO_FIRM =
  /^(?:the|its|our|their|this|that|a|an|and|by|from|with|of|in|to|for|at|on|as|new|other|both|while|venture|fund|firm|investor|lead|fellow|early|existing|returning|former|current|sister|parent|rival|including)$/;
const KIND = new RegExp(`^(?:${COMPANY_NOUNS}|group|giant|rival|fund|bank)$`);
/** "memQ": no plain word has its capital there. One or two small letters ahead of it are a run of capitals to the reader. */
const CAPITAL_WITHIN = /(?<![\p{L}\d.@/_-])\p{Ll}{3,6}\p{Lu}[\p{L}\d]*(?![\p{L}\d.@/_])/gu;
const BEFORE_REACH = 40;

/** Names without a capital in `[start, end)` of a text, which must lie within one line; most texts have none. */
export function smallNames(text: string, start: number, end: number): string[] {
  const line = text.slice(start, end);
  const names: string[] = [];
  for (const match of MAY_DESCRIBE.test(line) ? matchesIn(DESCRIBED, line) : []) {
    if (
      match[2] !== undefined &&
      REFERS_BACK.test(line.slice(Math.max(0, match.index - BEFORE_REACH), match.index))
    )
      continue;
    names.push(match[1] ?? match[2] ?? '');
  }
  for (const match of matchesIn(ADDRESS, line)) {
    const word = ADDRESS_START.exec(line.slice(Math.max(0, match.index - BEFORE_REACH), match.index))?.[0];
    if (word !== undefined) names.push(word + match[0]);
  }
  for (const match of line.matchAll(CAPITAL_WITHIN)) names.push(match[0]);
  for (const match of line.matchAll(FIRM))
    if (!COMMON_WORDS.has(match[2] ?? '') && !NO_FIRM.test(match[2] ?? '')) names.push(match[1] ?? '');
  const opening = OPENING.exec(line)?.[1];
  if (opening !== undefined) names.push(opening);
  return names.filter((name) => name.length > 2 && !COMMON_WORDS.has(name) && !KIND.test(name));
}

/** Every place in `[start, end)` where one of the names stands. */
export function runsOf(names: Iterable<string>, text: string, start: number, end: number): CapitalRun[] {
  const runs: CapitalRun[] = [];
  for (const name of names) {
    for (let at = text.indexOf(name, start); at >= 0 && at < end; at = text.indexOf(name, at + name.length)) {
      const stop = at + name.length;
      if (!/[\p{L}\d@/-]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\d@/]/u.test(text[stop] ?? ' '))
        runs.push({ start: at, end: stop, opens: false });
    }
  }
  return runs;
}
