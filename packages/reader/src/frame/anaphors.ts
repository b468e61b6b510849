import type { Span } from '@tranche/ledger/claim';
import { describedParty, type PartyBook } from '../party/index.ts';
import { LETTER, matchesIn, NO_LETTER_BEFORE, NO_LETTER_BEHIND } from '../words/index.ts';
import type { AnaphorKind, PartyRef } from './tokens.ts';

const ISSUER_NOUN =
  'company|startups?|start-up|scale-up|firm|business|developer|maker|issuer|installer|outfit|manufacturer|lab|labs|unicorn|decacorn|fintech|insurtech|proptech|edtech|medtech|healthtech|biotech|agritech|agtech|foodtech|cleantech|climatetech|spin-?(?:out|off)|neobank|challenger bank|retailer|e-tailer|lender|marketplace|platform|app|service|provider|operator|publisher|insurer|brokerage|exchange|airline|carmaker|automaker|chipmaker|drugmaker|specialist|upstart|pioneer';
const INVESTOR_NOUN =
  'group|conglomerate|investor|buyer|fund|holding company|investment firm|backer|newcomer';
const VENTURE_NOUN = 'joint venture|venture|project|initiative|programme|program';
const WORD = `[${LETTER}\\d’'-]+`;

/** "the company", "the Japanese group", "the ChatGPT maker", "this venture"; not "the group of", "the fund manager". */
const DEFINITE = new RegExp(
  `${NO_LETTER_BEFORE}(?:[Tt]he|[Tt]his|[Oo]ur)(?: same)? ((?:(?!the )${WORD} ){0,4}?)(?:(${ISSUER_NOUN}|Company)|(${INVESTOR_NOUN}|foundation|bank)|(${VENTURE_NOUN}))(?![${LETTER}]|-| (?:of|manager|managers|register|registers|registry|capital|firms?|arm|debt|fund|studio|partners|investors?|builder|lender|backed|sector|scene|industry|market|space|ecosystem|community|world|landscape|hub|bubble|boom|and (?:debt|growth|credit|lending)|said to)${NO_LETTER_BEHIND}|[’']s \\p{Lu}{2,}| \\p{Lu}\\p{L}*\\p{Ll})`,
  'gu',
);
const PRONOUN = new RegExp(`(?<![${LETTER}’'])(it|its|he|his|she|we|our)(?![${LETTER}’'])`, 'gi');
const MAKER = /(?:[Tt]he )?maker of \p{Lu}[\p{L}\p{N}]+/gu;
const MAY_REFER = /(?:[Tt]he|[Tt]his|[Oo]ur) /;
const DUMMY_IT =
  /^it(?:’s|'s| is| was| has been| would be| may be| will be| takes| seems) (?:not )?(?:understood|said|clear|possible|likely|unlikely|hard|also|just|only|easy|done|a |an |the |to |always|made up|thought|believed|reported|expected that|separate|not )/i;
/** Words between "the" and the noun that make it a new thing and not a reference back. */
const NOT_BACK =
  /\b(?:of|planned|proposed|prospective|future|would-be|envisaged|other|first|last|second|biggest|largest|most|best|top|previous|one|any|each|every|no|and|or|in|to|for|by|with|from|is|was|that|which|whose|said|says|as|an?|more|every|another)\b/i;

/** "the Harrow Development Company" is a name. */
const CAPITAL_LAST = /\p{Lu}[\p{L}’'-]*\s*$/u;

/** Words that refer back to a party, in `[start, end)` of the text. */
export function anaphorsIn(text: string, start: number, end: number, book: PartyBook): PartyRef[] {
  const sentence = text.slice(start, end);
  const found: PartyRef[] = [];
  const add = (
    at: number,
    words: string,
    anaphor: AnaphorKind,
    party = undefined as PartyRef['party'],
  ): void => {
    const span: Span = [start + at, start + at + words.length];
    found.push(party === undefined ? { span, words, anaphor } : { span, words, party, anaphor });
  };
  for (const match of MAY_REFER.test(sentence) ? matchesIn(DEFINITE, sentence) : []) {
    const inner = match[1] ?? '';
    if (NOT_BACK.test(inner) || (match[2] === 'Company' && CAPITAL_LAST.test(inner))) continue;
    const described = describedParty(match[0]);
    const named = described === undefined ? undefined : book.named(described.name);
    const kind =
      match[2] === 'Company'
        ? 'filer'
        : match[2] !== undefined
          ? 'issuer'
          : match[3] !== undefined
            ? 'investor'
            : 'venture';
    add(match.index, match[0], kind, named);
  }
  for (const match of sentence.includes('maker of ') ? matchesIn(MAKER, sentence) : []) {
    const described = describedParty(match[0]);
    add(match.index, match[0], 'issuer', described === undefined ? undefined : book.named(described.name));
  }
  for (const match of matchesIn(PRONOUN, sentence)) {
    const word = (match[1] ?? '').toLowerCase();
    if (word === 'it' && DUMMY_IT.test(sentence.slice(match.index))) continue;
    add(match.index, match[0], pronounKind(word));
  }
  return found.sort((one, other) => one.span[0] - other.span[0]);
}

function pronounKind(word: string): AnaphorKind {
  if (word === 'we' || word === 'our') return 'issuer';
  return word === 'it' || word === 'its' ? 'subject' : 'person';
}
