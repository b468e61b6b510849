import { MACROS } from '../claims/macros.ts';
import {
  compilePattern,
  matchesOf,
  type Pattern,
  PatternSet,
  type SentenceFrame,
  tokenIndex,
} from '../frame/index.ts';
import type { Party } from '../party/index.ts';

/** A construction that says of a party that it raises money, or that it gives it; with the weight of saying so. */
interface Evidence {
  readonly pattern: Pattern;
  readonly weight: number;
}

const evidence = (rows: readonly (readonly [number, string])[]): PatternSet<Evidence> =>
  new PatternSet(rows.map(([weight, source]) => ({ weight, pattern: compilePattern(source, MACROS) })));

const SALE =
  '(?:round|raise|financing|funding|fundraise|fundraising|valuation|series [a-k]|seed|tender|share sale|shareholders|investors|backers|co-investors|syndicate|notes|loan|facility|debt|placement|debentures|offering)';

/** What says that a party raises money. */
export const ISSUER = evidence(
  [
    [
      3,
      '(?:invest(?:ed|ing|s|ment|ments)?|stakes?|shares?|stock|holding|interest|put|putting|money|follow-on investments) (?:[^․.;]{0,30})?(?:in|into) {P:party}',
    ],
    [2, '{A}{~12} (?:in|into) {P:party}'],
    [
      3,
      '{P:party}{aux} (?:rais(?:e|es|ed|ing)|secur(?:es|ed)|attract(?:s|ed)|collects?|collected|procured|bags|bagged|lands|landed|wins|obtain(?:ed|s)?|borrowed|nets|tak(?:es|en)|took|gets|receive[sd]?|add(?:s|ed)|sign(?:s|ed)|clos(?:es|ed)|complet(?:es|ed)|conclud(?:es|ed)|wraps up|announce[sd]?|lands|hunting for|looking for|seeking) {~~40}{A}',
    ],
    [3, "{P:party}['’]s {~30}{sale}"],
    [2, '{P:party} {sale}'],
    [3, "{P:party}['’]s {A} {sale}"],
    [3, '(?:valu(?:e|es|ed|ing)|pric(?:es|ed|ing)) {P:party}{~20} at {A}'],
    [3, '{P:party}{aux} (?:valued|priced|worth)(?: at)? {A}'],
    [2, '(?:backer|investor|shareholder|owner|stake|deal|approach)s? (?:of|in|for|with) {P:party}'],
    [2, '(?:buy into|invest in|investing in|put money into|bankroll|backing|back|own) {P:party}'],
    [2, '{P:party}{aux} not {~20}(?:outside|external) '],
    [3, '{P:party},? (?:last |recently |most recently )?valued at {A}'],
    [
      3,
      '{P:party},?[^․.;]{0,30}{aux} (?:in (?:\\w+ )?(?:talks|discussions)|looking|seeking|planning)[^․.;]{0,90} (?:raise|secure|borrow) ',
    ],
    [3, '{P:party}, an? [^․.;\ue400-\ue7ff]{0,140}, (?:seeking|raising|looking to raise|in talks)\\b'],
    [3, 'raised by {P:party}'],
    [2, '{P:party}{aux} enter(?:ed|s)? into an? '],
    [
      4,
      '{P:party}[^․.;\ue000-\ue3ff]{0,60} (?:said|says|announced|announces|reported|confirmed|disclosed) (?:{D} )?(?:that )?{P:giver}{aux} (?:{invest}|lead|leads|led|co-led|join(?:s|ed)?|bought|buys|acquired)\\b',
    ],
    [1, '{P:party}{aux} (?:confirmed|said|announced) [^․.;]{0,30}(?:round|financing|funding|raised)'],
    [2, '{P:party} (?:seeks|sounds out|nears|mulls|has been in talks) '],
    [1, '{A} {~20}for {P:party}'],
    [1, 'agreement with {P:party}'],
    [2, 'filed by {P:party}'],
    [3, '{P:party}{aux} (?:let|allow|giv)\\w* (?:staff|employees)'],
    [3, '{P:party}: {~20}(?:allotment|issue|series [a-k]|placement|round)'],
    [3, '{P:party} drew down '],
    [3, '{A}, which {P:party}{aux} (?:received|raised|secured|got)'],
    [2, '{P:party}{aux} {~40}(?:with|closed|closing|announc\\w+|unveil\\w+|after) an? {A} {sale}'],
    [3, '{P:party}{aux} (?:in talks|raising)(?: over {A}|[․.])'],
    [1, '{P:party}, (?:the|an?) (?:\\w+ ){0,4}(?:company|start-?up|firm|maker|developer)'],
  ].map(([weight, source]) => [weight as number, (source as string).replaceAll('{sale}', SALE)] as const),
);

/** What says that a party gives money. */
export const INVESTOR = evidence([
  [
    3,
    '{P:party}{aux} (?:invest|invested|invests|investing|put|puts|putting|inject|injected|pump(?:s|ed)?|contribut(?:e|es|ed)|suppl(?:y|ied)|provid(?:e|es|ed)|pa(?:y|id)|hand(?:ed|ing)|wrote|commit(?:s|ted)?|underwrote|bought|buy|send)\\b',
  ],
  [
    3,
    '{P:party} (?:announces|announced|gives notice|gave notice|said|says)[^․.;]{0,50} (?:paid|invested|invest|put|sign(?:ed)?)\\b',
  ],
  [3, '(?:led|co-led|headed|anchored) by {~20}{P:party}'],
  [2, '{P:party}{aux} (?:led|leads|lead|co-led|join(?:s|ed)?|participat\\w+|took part)\\b'],
  [1, '(?:from|with|(?<!filed )by) {P:party}'],
  [3, '{P:party} ?: ?{A}'],
  [3, "{P:party}['’]s {~20}(?:board|cheque|investment|stake|commitment|contribution|outlay|total)"],
  [2, '{P:party}(?:-led| deal)'],
]);

/** Counts what the constructions of a sentence say of its parties; `companyAt` says whom a pronoun or "the company" at a place means. */
export function count(
  frame: SentenceFrame,
  evidences: PatternSet<Evidence>,
  votes: Map<Party, number>,
  weight: number,
  companyAt: (at: number, isPronoun: boolean) => Party | undefined,
): void {
  for (const { pattern, weight: own } of evidences.candidates(frame.skeleton.words)) {
    for (const match of matchesOf(pattern, frame.skeleton)) {
      const char = match.groups.party;
      const refs = char === undefined ? [] : (frame.parties[tokenIndex('party', char)] ?? []);
      if (match.groups.giver !== undefined && !isNamed(frame, match.groups.giver)) continue;
      for (const ref of evidences === ISSUER ? refs.slice(0, 1) : refs) {
        const party =
          ref.party ??
          (ref.anaphor === 'subject' || ref.anaphor === 'issuer'
            ? companyAt(ref.span[0], ref.anaphor === 'subject')
            : undefined);
        if (party !== undefined) vote(votes, party, own * weight);
      }
    }
  }
}

/** "it", "the company" in the place of a giver may be the speaker itself. */
const isNamed = (frame: SentenceFrame, char: string): boolean =>
  (frame.parties[tokenIndex('party', char)] ?? []).every((ref) => ref.anaphor === undefined);

/** Adds to the votes of a party. */
export const vote = (votes: Map<Party, number>, party: Party, weight: number): void => {
  votes.set(party, (votes.get(party) ?? 0) + weight);
};
