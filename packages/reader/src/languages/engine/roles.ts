import { NO_ROLES, type Roles } from '../../claims/roles.ts';
import { tokenIndex } from '../../frame/tokens.ts';
import type { Party } from '../../party/index.ts';
import type { LanguageData } from './language.ts';
import type { FramedLine } from './reader.ts';
import { type Meaning, sayingsOf } from './saying.ts';

/** How much a construction says that the company it names is the one that raises money. */
const WEIGHT: Partial<Record<Meaning, number>> = { round: 3, valuation: 2, investment: 2, tranche: 1 };
const HEADLINE_WEIGHT = 2;

/** The name that opens a list item. */
const ITEM_HEAD = /^[^\p{L}\ue000-\ue3ff]{0,4}([\ue000-\ue3ff])[^.;]{0,40}?:/u;

/** Who raises money and who gives it, by the constructions their names stand in. */
export function rolesOf(lines: readonly FramedLine[], data: LanguageData): Roles {
  const issuerVotes = new Map<Party, number>();
  const investorVotes = new Map<Party, number>();
  const vote = (votes: Map<Party, number>, party: Party | undefined, weight: number): void => {
    if (party !== undefined && party.kind === 'organisation')
      votes.set(party, (votes.get(party) ?? 0) + weight);
  };
  const sayings = sayingsOf(data.saying);
  let first: Party | undefined;
  for (const { frames, kind } of lines) {
    for (const frame of frames) {
      const text = frame.skeleton.text;
      const of = (char: string | undefined): readonly (Party | undefined)[] =>
        char === undefined ? [] : (frame.parties[tokenIndex('party', char)] ?? []).map(({ party }) => party);
      if (kind !== 'headline')
        first ??= frame.parties.flat().find(({ party }) => party?.investor === false)?.party;
      const seen = new Set<string>();
      const head = kind === 'item' ? ITEM_HEAD.exec(text)?.[1] : undefined;
      for (const party of of(head)) vote(issuerVotes, party, 6);
      for (const { regexp, says } of sayings) {
        for (const match of text.matchAll(regexp)) {
          const groups = match.groups ?? {};
          const sum = groups.A ?? groups.X;
          if (sum !== undefined && seen.has(sum)) continue;
          if (sum !== undefined) seen.add(sum);
          const weight = (WEIGHT[says] ?? 0) + (kind === 'headline' ? HEADLINE_WEIGHT : 0);
          for (const party of of(groups.issuer)) vote(issuerVotes, party, weight);
          for (const slot of ['lead', 'with', 'investor', 'holder'])
            for (const party of of(groups[slot])) vote(investorVotes, party, 2);
        }
      }
    }
  }
  const issuers = new Set<Party>();
  for (const [party, votes] of issuerVotes) {
    if (votes > (investorVotes.get(party) ?? 0) && !(party.investor && votes < 6)) issuers.add(party);
  }
  const investors = new Set([...investorVotes.keys()].filter((party) => !issuers.has(party)));
  const top = (votes: ReadonlyMap<Party, number>, among: ReadonlySet<Party>): Party | undefined =>
    [...votes].filter(([party]) => among.has(party)).sort((one, other) => other[1] - one[1])[0]?.[0];
  const mainIssuer =
    top(issuerVotes, issuers) ?? (first !== undefined && !investors.has(first) ? first : undefined);
  if (mainIssuer !== undefined) issuers.add(mainIssuer);
  const mainInvestor = top(investorVotes, investors);
  return {
    ...NO_ROLES,
    ...(mainIssuer === undefined ? {} : { mainIssuer }),
    ...(mainInvestor === undefined ? {} : { mainInvestor }),
    issuers,
    investors,
  };
}
