import { MACROS } from '../claims/macros.ts';
import { NO_ROLES, type Roles } from '../claims/roles.ts';
import {
  compilePattern,
  isPassed,
  matchesOf,
  type PartyRef,
  type Pattern,
  PatternSet,
  type ReadSentence,
  type SentenceFrame,
  standingsIn,
  tokenChar,
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

const ISSUER = evidence(
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

const INVESTOR = evidence([
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

const HEADLINE_WEIGHT = 2;
const THRESHOLD = 2;

/**
 * Who raises money and who gives it, by the constructions their names stand in; the headline's count double.
 * The main ones have the most votes; on a tie, the one named first.
 */
export function rolesOf(
  body: readonly (readonly ReadSentence[])[],
  headline: SentenceFrame | undefined,
  ventures: ReadonlySet<Party>,
  descriptions: Roles['descriptions'] = new Map(),
): Roles {
  const issuers = new Map<Party, number>();
  const investors = new Map<Party, number>();
  const mentions = new Map<Party, number>();
  const raisers: (Party | undefined)[] = [];
  for (const line of headline === undefined ? body : [[headline], ...body]) {
    let company: Party | undefined;
    const before = new Map(issuers);
    for (const frame of line) {
      if (isPassed(frame)) {
        const parties = frame.names.map(({ party }) => party);
        company = companyIn(parties, ventures, (party) => party.investor) ?? company;
        for (const party of parties) vote(mentions, party, 1);
        continue;
      }
      const weight = frame === headline ? HEADLINE_WEIGHT : 1;
      const earlier = company;
      count(frame, INVESTOR, investors, weight, () => undefined);
      const gives = (party: Party): boolean =>
        party.investor || (investors.get(party) ?? 0) > (issuers.get(party) ?? 0);
      company = companyNamed(frame, ventures, gives) ?? company;
      count(frame, ISSUER, issuers, weight, (at, isPronoun) =>
        (isPronoun && isAmongIts(frame, at)) || (earlier !== undefined && opensBack(frame))
          ? earlier
          : (companyBefore(frame, at, ventures, gives) ?? earlier),
      );
      for (const ref of frame.parties.flat()) if (ref.party !== undefined) vote(mentions, ref.party, weight);
    }
    raisers.push(
      best(
        new Map(
          [...issuers].flatMap(([party, votes]) => {
            const here = votes - (before.get(party) ?? 0);
            return here >= THRESHOLD && !party.investor && party.kind === 'organisation'
              ? [[party, here]]
              : [];
          }),
        ),
      ),
    );
  }
  const scored = new Map<Party, number>();
  for (const [party, votes] of issuers) {
    if (party.kind === 'person' || ventures.has(party)) continue;
    const inHeadline = headline?.parties.flat().some((ref) => ref.party === party) ?? false;
    const known = party.investor ? 0.4 : 1;
    const gives = (investors.get(party) ?? 0) * 0.5;
    scored.set(
      party,
      (votes - gives + (inHeadline ? 3 : 0) + Math.min(4, (mentions.get(party) ?? 0) / 2)) * known,
    );
  }
  const headlineVenture = named(headline).find((party) => ventures.has(party));
  const top =
    best(scored) ??
    headlineCompany(headline, ventures, investors, body) ??
    onlyCompany(body, ventures, investors);
  const mainIssuer = headlineVenture !== undefined && top?.investor ? undefined : top;
  const givers = new Map(
    [...investors].filter(
      ([party]) => party !== mainIssuer && !ventures.has(party) && party.kind !== 'person',
    ),
  );
  for (const [party, votes] of givers)
    if (party.investor) givers.set(party, votes + 2 + Math.min(3, (mentions.get(party) ?? 0) / 2));
  for (const party of named(headline)) if (givers.has(party)) vote(givers, party, 4);
  const mainInvestor = best(givers);
  const venture = best(new Map([...ventures].map((party) => [party, mentions.get(party) ?? 0])));
  return {
    ...NO_ROLES,
    ...(mainIssuer === undefined ? {} : { mainIssuer }),
    ...(mainInvestor === undefined ? {} : { mainInvestor }),
    issuers: new Set([
      ...(mainIssuer === undefined ? [] : [mainIssuer]),
      ...[...issuers.keys()].filter(
        (party) =>
          isIssuer(party, issuers, ventures) && (investors.get(party) ?? 0) <= (issuers.get(party) ?? 0),
      ),
    ]),
    investors: new Set(givers.keys()),
    ventures,
    descriptions,
    several: isOfSeveral(raisers) && !isNamedInMost(mainIssuer, body),
    ventureIsTopic: headlineVenture !== undefined || (venture !== undefined && mainIssuer === undefined),
  };
}

/** Most lines that tell of a raise tell of another company's, and there are a few of them: a roundup. */
function isOfSeveral(raisers: readonly (Party | undefined)[]): boolean {
  const lines = raisers.filter((party) => party !== undefined);
  const counts = new Map<Party, number>();
  for (const party of lines) vote(counts, party, 1);
  const most = Math.max(0, ...counts.values());
  return counts.size >= SEVERAL && most * 2 <= lines.length;
}
const SEVERAL = 3;

/** Half of the lines or more name the company: the text is about it, whoever else is in it. */
function isNamedInMost(party: Party | undefined, body: readonly (readonly ReadSentence[])[]): boolean {
  const naming = body.filter((line) =>
    line.some((one) =>
      (isPassed(one) ? one.names.map((name) => name.party) : named(one)).some((name) => name === party),
    ),
  );
  return party !== undefined && naming.length * 2 >= body.length;
}

const named = (frame: SentenceFrame | undefined): Party[] =>
  frame?.parties.flat().flatMap((ref) => (ref.party === undefined ? [] : [ref.party])) ?? [];

/** The first company a sentence names that is no investor: what "its" and "the company" mean in what follows. */
const companyNamed = (
  frame: SentenceFrame,
  ventures: ReadonlySet<Party>,
  gives: (party: Party) => boolean,
): Party | undefined => {
  if (opensBack(frame)) return undefined;
  return companyIn(named(frame), ventures, gives);
};

/** The sentence begins with words that refer back: "The start-up", "It". */
const opensBack = (frame: SentenceFrame): boolean => {
  const refs = frame.parties.flat();
  const [first] = refs.sort((one, other) => one.span[0] - other.span[0]);
  return first?.anaphor === 'issuer' || first?.anaphor === 'subject';
};

const companyIn = (
  parties: readonly Party[],
  ventures: ReadonlySet<Party>,
  gives: (party: Party) => boolean,
): Party | undefined =>
  parties.find((party) => party.kind === 'organisation' && !gives(party) && !ventures.has(party));

/** "P and Q are among its shareholders": the pronoun means none of those named before it in the sentence. */
const isAmongIts = (frame: SentenceFrame, at: number): boolean => {
  const ref = frame.parties.flat().find((one) => one.span[0] === at);
  const index = ref === undefined ? -1 : frame.skeleton.text.indexOf(charOf(frame, ref));
  return /\bamong $/.test(frame.skeleton.text.slice(0, Math.max(0, index)));
};

const charOf = (frame: SentenceFrame, ref: PartyRef): string =>
  tokenChar(
    'party',
    frame.parties.findLastIndex((refs) => refs.includes(ref)),
  );

/** The first company that the sentence names before a place, other than as an owner or in passing, and that gives nothing. */
const companyBefore = (
  frame: SentenceFrame,
  at: number,
  ventures: ReadonlySet<Party>,
  gives: (party: Party) => boolean,
): Party | undefined =>
  companyIn(
    standingsIn(frame)
      .filter(({ ref, owns, possessive }) => (!owns || possessive) && ref.span[0] < at)
      .flatMap(({ ref: { party } }) => (party === undefined ? [] : [party])),
    ventures,
    gives,
  );

/** Where no construction names an issuer but somebody gives money, the headline's first company that gives none. */
function headlineCompany(
  headline: SentenceFrame | undefined,
  ventures: ReadonlySet<Party>,
  investors: ReadonlyMap<Party, number>,
  body: readonly (readonly ReadSentence[])[],
): Party | undefined {
  const speaksOfMoney = body.some((line) =>
    line.some(
      (frame) =>
        !isPassed(frame) &&
        /\b(?:investors?|financing|fundraising|external capital)\b/i.test(frame.skeleton.text),
    ),
  );
  if (investors.size === 0 && !speaksOfMoney) return undefined;
  return named(headline).find(
    (party) =>
      !party.investor && party.kind === 'organisation' && !ventures.has(party) && !investors.has(party),
  );
}

/** Where nothing else says whose money it is, the one company the body names beside those that give. */
function onlyCompany(
  body: readonly (readonly ReadSentence[])[],
  ventures: ReadonlySet<Party>,
  investors: ReadonlyMap<Party, number>,
): Party | undefined {
  const companies = new Set(
    body
      .flat()
      .flatMap((one) => (isPassed(one) ? one.names.map(({ party }) => party) : named(one)))
      .filter((party) => party.kind === 'organisation' && !party.investor && !ventures.has(party)),
  );
  const others = [...companies].filter((party) => !investors.has(party));
  return others.length === 1 ? others[0] : undefined;
}

const isIssuer = (party: Party, votes: ReadonlyMap<Party, number>, ventures: ReadonlySet<Party>): boolean =>
  (votes.get(party) ?? 0) >= THRESHOLD &&
  !party.investor &&
  party.kind === 'organisation' &&
  !ventures.has(party);

function count(
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

const vote = (votes: Map<Party, number>, party: Party, weight: number): void => {
  votes.set(party, (votes.get(party) ?? 0) + weight);
};

function best(votes: ReadonlyMap<Party, number>): Party | undefined {
  let winner: Party | undefined;
  for (const [party, count] of votes)
    if (winner === undefined || count > (votes.get(winner) ?? 0)) winner = party;
  return winner;
}
