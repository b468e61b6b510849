import type { Span } from '@tranche/ledger/claim';
import type { Party } from '../party/index.ts';

/** The name at a span is of one who is quoted: "Mill said", "says Mill". */
export const isQuoted = (text: string, [start, end]: Span): boolean =>
  SAYS_BEHIND.test(text.slice(end, end + 12)) ||
  /(?:said|says|adds) $/.test(text.slice(Math.max(0, start - 6), start));
const SAYS_BEHIND = /^ (?:said|says|added|adds|told|wrote)(?!\p{L})/u;

/** The name at a span is said what it is or does: "Mill is a maker of flour". */
export const isIntroduced = (text: string, [, end]: Span): boolean => IS_A.test(text.slice(end, end + 24));
const IS_A =
  /^ (?:is|was) (?:an?|the|one of|also) |^ (?:develops|operates|makes|provides|offers|builds|sells|designs|runs) /;

/** The words at a span go on to what the one they mean does: "the start-up that", "the company behind". */
export const isToldOf = (text: string, [, end]: Span): boolean =>
  /^ (?:that|which|behind)(?!\p{L})/u.test(text.slice(end, end + 8));

/** "the foundation" is the party whose name ends in that word. */
export const endsLike = (party: Party, words: string): boolean => {
  const noun = words.split(' ').at(-1)?.toLowerCase() ?? '';
  return noun !== 'group' && noun !== 'fund' && party.name.toLowerCase().endsWith(` ${noun}`);
};

/** "Days after backing Mill by leading its round, ": a first clause without a subject of its own. */
export const WITHOUT_SUBJECT =
  /^(?:(?:\p{L}+ )?(?:days|weeks|months|years|hours) )?(?:after|before|since|while|by|having|besides|despite|in addition to)(?: (?:also|first|recently))? \p{L}+ing [^.;]+, (?:and )?$/iu;

/** Words that speak of what was said before. */
export const REFERS_BACK =
  /(?:^|[^\p{L}])(?:[Tt]he|[Tt]his|[Tt]hese|[Ii]ts?|[Ii]n the) (?:latest |new |fresh |first |second |last |funding |financing |investment |[Ss]eries \p{Lu} |seed )*(?:company|start-?up|firm|business|round|raise|funds?|funding|financing|investment|deal|money|capital|proceeds|loan|facility|transaction|valuation)(?!\p{L})|^Its? /u;

/** What words that refer back say of the party, in lower case; kinds that fit any company say nothing. */
export const describingWords = (words: string): string[] =>
  words
    .replace(/^(?:the|this|our)(?: same)? /i, '')
    .split(' ')
    .map((word) => word.toLowerCase().replace(/[’']s$/, ''))
    .filter((word) => !ANY_KIND.test(word));
const ANY_KIND =
  /^(?:compan(?:y|ies)|start-?ups?|scale-?up|firm|business|outfit|issuer|group|investor|buyer|fund|backer|newcomer|unicorn|decacorn|maker|developer|manufacturer|lab|labs|platform|app|service|provider|operator|specialist|young|new|same|parent|privately-held|private|public|listed|entire|whole|combined|two-year-old|\d.*)$/;
