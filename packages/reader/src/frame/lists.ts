import { matchesIn } from '../words/index.ts';
import type { MappedText } from './mapped-text.ts';
import { type PartyRef, TOKEN_CLASS, tokenChar, tokenIndex } from './tokens.ts';

const P = `[${TOKEN_CLASS.party}]`;
const IS_PARTY = new RegExp(P);
/** Words that are never part of a description before a name: they join clauses, or they are what somebody does. */
const NO_DESCRIPTION =
  'by|with|from|to|in|for|of|and|while|whilst|as|but|when|after|before|where|whose|although|though|since|because|if|than|so|which|who|set|is|was|are|were|has|have|had|said|says|that|it|at|on|will|would|could|may|led|leads|backed|values?|valued|brings?|brought|gives?|gave|puts?|takes?|took|makes?|made|raise[sd]?|includes?|included|joins?|joined|follows?|followed|plans?|expects?|invests?|invested|pays?|paid|sells?|sold|buys?|bought|owns?|holds?|held|closed|receives?|received|also|contributed|participated';
const LOWER = `(?:(?!(?:${NO_DESCRIPTION})\\b)[a-z][a-z-]+ ){0,4}`;
/** Through whom a member of a list comes in: "funds managed by", "members of the", "angel investors including". */
const THROUGH = `(?:(?:certain |an? )?(?:funds?|accounts?|entities|affiliates?|members|vehicles?)(?: and (?:accounts|funds))?,? (?:managed by|advised by|affiliated with|associated with|of|from) (?:the )?|${LOWER}(?:investors?|angels?|backers?|individuals|funds|firms|names|others|entrepreneurs|executives|shareholders),? (?:such as|including|like) )`;
const OFFICE =
  '(?:(?:co-)?(?:founder|chief [a-z]+(?: officer)?|boss|president|CEO|CTO|COO|CFO|chairman|executive|director)s? )';
const OWNED = `(?:${LOWER}${P}(?:['’]s ${OFFICE}?| ${OFFICE}))`;
const DESCRIPTOR = `(?:(?:[A-Z][a-z]+ )?[A-Z][a-z]+['’]s )?(?:${THROUGH}|(?:${OWNED})?(?:(?:the|an?|new|existing|old|two|its) )?${LOWER})?`;
/** A member may come with a word of the writer's: "and, of course, Mill". */
const JOINED =
  ',? (?:and|&|as well as|along with|plus)(?:, (?:of course|notably|again|once again|most notably|more recently|most recently|interestingly),)? ';
/** Members without a name close a list. */
const UNNAMED = `(?:${JOINED}(?:(?:a |the )?(?:group|number|handful|clutch) of )?(?:[a-z-]+ ){0,3}(?:others|investors|angels|backers|individuals)(?! (?:such|including|like|in|from|of|led|who|that|have|has|also|will)\\b)(?!\\p{L}))`;
const LIST = new RegExp(
  `${P}(?:(?:, | ?/ ?)${DESCRIPTOR}${P}){0,24}${JOINED}${THROUGH}${P}(?:(?:, |,? and )${P}){1,8}|${P}(?:(?:, | ?/ ?)${DESCRIPTOR}${P}){1,24}${JOINED}${DESCRIPTOR}(?:${P}(?!['’]s)|others)|${P}(?:, ${DESCRIPTOR}${P}){1,24}(?:${UNNAMED}|(?= and (?:two|three|four|several|some|other)\\b)|(?=,? among (?:other|others)\\b))|${P}(?: and ${DESCRIPTOR}${P}){2,6}|${P}${JOINED}${DESCRIPTOR}${P}(?!['’]s)|${P}(?:, ${DESCRIPTOR}${P}){2,24}`,
  'gu',
);
/** A party in a list that only says whose or who the one behind it is. */
const OWNER = new RegExp(`(${P})(?:['’]s | (?=${OFFICE}))`, 'g');
/** "Mira Solano's Harrow Fund": the fund. */
export const PERSONS_OWN = new RegExp(`(${P})['’]s (?=${P})`, 'g');

/** "P, Q and R, which raised": what follows is said of the last alone. */
const RAISES =
  /^, (?:which|who) (?:(?:has|have|had|also|just|recently|last|is|was) ){0,3}(?:raised|secured|closed|landed|nabbed|bagged|attracted|valued|raising|seeking)(?!\p{L})/u;

/** "A, B and the fund C" becomes one token that holds all three. A comma before "and" of only two starts a new clause. */
export function joinLists(mapped: MappedText, parties: PartyRef[][]): MappedText {
  return mapped.replace(LIST, (match) => {
    const words = match[0];
    if (RAISES.test(match.input.slice(match.index + words.length))) return undefined;
    const owners = new Set(matchesIn(OWNER, words).map(([, owner]) => owner));
    const chars = [...words].filter((char) => IS_PARTY.test(char) && !owners.has(char));
    if (chars.length === 2 && /^., and /.test(words)) return undefined;
    const members = chars.flatMap((char) => parties[tokenIndex('party', char)] ?? []);
    if (members.some((ref) => ref.anaphor === 'subject' || ref.anaphor === 'person')) return undefined;
    const named = members.filter((ref) => ref.anaphor === undefined || ref.party !== undefined);
    parties.push(named.length > 0 ? named : members);
    return tokenChar('party', parties.length - 1);
  });
}
