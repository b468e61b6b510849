import { NO_ROLES, type Roles } from '../claims/roles.ts';
import {
  isPassed,
  type PartyRef,
  type ReadSentence,
  type SentenceFrame,
  standingsIn,
  tokenChar,
} from '../frame/index.ts';
import type { Party } from '../party/index.ts';
import { count, INVESTOR, ISSUER, vote } from './role-evidence.ts';

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

function best(votes: ReadonlyMap<Party, number>): Party | undefined {
  let winner: Party | undefined;
  for (const [party, count] of votes)
    if (winner === undefined || count > (votes.get(winner) ?? 0)) winner = party;
  return winner;
}
