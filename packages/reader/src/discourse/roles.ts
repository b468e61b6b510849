import { MACROS } from '../claims/macros.ts';
import { NO_ROLES, type Roles } from '../claims/reading.ts';
import { compilePattern, type SentenceFrame, tokenIndex } from '../frame/index.ts';
import type { Party } from '../party/index.ts';

/** A construction that says of a party that it raises money, or that it gives it; with the weight of saying so. */
interface Evidence {
  readonly pattern: RegExp;
  readonly weight: number;
}

const evidence = (rows: readonly (readonly [number, string])[]): Evidence[] =>
  rows.map(([weight, source]) => ({ weight, pattern: compilePattern(source, MACROS) }));

const SALE =
  '(?:round|raise|financing|funding|fundraise|valuation|series [a-k]|seed|tender|share sale|shareholders|investors|backers|notes|loan|facility|debt)';

const ISSUER = evidence(
  [
    [
      3,
      '(?:invest(?:ed|ing|s|ment|ments)?|stakes?|shares?|stock|holding|interest|put|putting|money|follow-on investments) (?:[^․.;]{0,30})?(?:in|into) {P:party}',
    ],
    [2, '{A}{~12} (?:in|into) {P:party}'],
    [
      3,
      '{P:party}{aux} (?:rais(?:e|es|ed|ing)|secur(?:es|ed)|attract(?:s|ed)|collects?|collected|procured|bags|bagged|lands|landed|wins|obtain(?:ed|s)?|borrowed|nets|tak(?:es|en)|took|gets|receive[sd]?|add(?:s|ed)|sign(?:s|ed)|clos(?:es|ed)|complet(?:es|ed)|conclud(?:es|ed)|wraps up|announce[sd]?|lands) {~~40}{A}',
    ],
    [3, "{P:party}['’]s {~30}{sale}"],
    [2, '{P:party} {sale}'],
    [3, '(?:valu(?:e|es|ed|ing)|pric(?:es|ed|ing)) {P:party}{~20} at {A}'],
    [3, '{P:party}{aux} (?:valued|priced|worth)(?: at)? {A}'],
    [2, '(?:backer|investor|shareholder|owner|stake|deal|approach)s? (?:of|in|for|with) {P:party}'],
    [2, '(?:buy into|invest in|investing in|put money into|bankroll|backing|back|own) {P:party}'],
    [2, '{P:party}{aux} not {~20}(?:outside|external) '],
    [2, '{P:party} (?:seeks|sounds out|nears|eyes|mulls|plans|has been in talks) '],
    [1, '{A} {~20}for {P:party}'],
    [1, 'agreement with {P:party}'],
    [1, '{P:party}, (?:the|an?) (?:\\w+ ){0,4}(?:company|start-?up|firm|maker|developer)'],
  ].map(([weight, source]) => [weight as number, (source as string).replaceAll('{sale}', SALE)] as const),
);

const INVESTOR = evidence([
  [
    3,
    '{P:party}{aux} (?:invest|invested|invests|investing|put|puts|putting|inject|injected|pump(?:s|ed)?|contribut(?:e|es|ed)|suppl(?:y|ied)|provid(?:e|es|ed)|pa(?:y|id)|hand(?:ed|ing)|wrote|commit(?:s|ted)?|underwrote|bought|buy|send)\\b',
  ],
  [3, '(?:led|co-led|headed|anchored) by {~20}{P:party}'],
  [2, '{P:party}{aux} (?:led|leads|lead|co-led|join(?:s|ed)?|participat\\w+|took part)\\b'],
  [2, '(?:from|with|by) {P:party}'],
  [3, "{P:party}['’]s {~20}(?:cheque|investment|stake|commitment|contribution|outlay|total)"],
  [2, '{P:party}(?:-led| deal)'],
]);

const HEADLINE_WEIGHT = 2;
const THRESHOLD = 2;

/**
 * Who raises money and who gives it, by the constructions their names stand in; the headline's count double.
 * The main ones have the most votes; on a tie, the one named first.
 */
export function rolesOf(
  body: readonly SentenceFrame[],
  headline: SentenceFrame | undefined,
  ventures: ReadonlySet<Party>,
): Roles {
  const issuers = new Map<Party, number>();
  const investors = new Map<Party, number>();
  const mentions = new Map<Party, number>();
  for (const frame of headline === undefined ? body : [headline, ...body]) {
    const weight = frame === headline ? HEADLINE_WEIGHT : 1;
    count(frame, ISSUER, issuers, weight);
    count(frame, INVESTOR, investors, weight);
    for (const ref of frame.parties.flat()) if (ref.party !== undefined) vote(mentions, ref.party, weight);
  }
  const scored = new Map<Party, number>();
  for (const [party, votes] of issuers) {
    if (party.kind === 'person' || ventures.has(party)) continue;
    const inHeadline = headline?.parties.flat().some((ref) => ref.party === party) ?? false;
    const known = party.investor ? 0.4 : 1;
    scored.set(party, (votes + (inHeadline ? 3 : 0) + Math.min(4, (mentions.get(party) ?? 0) / 2)) * known);
  }
  const mainIssuer = best(scored);
  const givers = new Map(
    [...investors].filter(
      ([party]) => party !== mainIssuer && !ventures.has(party) && party.kind !== 'person',
    ),
  );
  for (const [party, votes] of givers)
    if (party.investor) givers.set(party, votes + 2 + Math.min(3, (mentions.get(party) ?? 0) / 2));
  const mainInvestor = best(givers);
  const venture = best(new Map([...ventures].map((party) => [party, mentions.get(party) ?? 0])));
  const headlineVenture = headline?.parties
    .flat()
    .find((ref) => ref.party !== undefined && ventures.has(ref.party))?.party;
  return {
    ...NO_ROLES,
    ...(mainIssuer === undefined ? {} : { mainIssuer }),
    ...(mainInvestor === undefined ? {} : { mainInvestor }),
    issuers: new Set(
      [...issuers]
        .filter(
          ([party, votes]) =>
            votes >= THRESHOLD &&
            !ventures.has(party) &&
            (!party.investor || votes > (investors.get(party) ?? 0)),
        )
        .map(([party]) => party),
    ),
    investors: new Set(givers.keys()),
    ventures,
    ventureIsTopic: headlineVenture !== undefined || (venture !== undefined && mainIssuer === undefined),
  };
}

function count(
  frame: SentenceFrame,
  evidences: readonly Evidence[],
  votes: Map<Party, number>,
  weight: number,
): void {
  for (const { pattern, weight: own } of evidences) {
    for (const match of frame.skeleton.text.matchAll(pattern)) {
      const char = match.groups?.party;
      for (const ref of char === undefined ? [] : (frame.parties[tokenIndex('party', char)] ?? [])) {
        if (ref.party !== undefined) vote(votes, ref.party, own * weight);
      }
    }
  }
}

const vote = (votes: Map<Party, number>, party: Party, weight: number): void => {
  votes.set(party, (votes.get(party) ?? 0) + weight);
};

function best(votes: ReadonlyMap<Party, number>): Party | undefined {
  let winner: Party | undefined;
  for (const [party, count] of votes)
    if (winner === undefined || count > (votes.get(winner) ?? 0)) winner = party;
  return winner;
}
