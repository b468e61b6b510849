import type { Draft } from '../claims/draft.ts';
import type { Roles } from '../claims/reading.ts';
import type { Party } from '../party/index.ts';

/**
 * Who raises money and who gives it, by what a first reading drafted from explicit names. The main ones have the
 * most votes, the headline's counting double; on a tie, the one named first.
 */
export function rolesFrom(
  drafts: readonly Draft[],
  headline: readonly Party[],
  ventures: ReadonlySet<Party>,
): Roles {
  const issuers = new Map<Party, number>();
  const investors = new Map<Party, number>();
  const vote = (votes: Map<Party, number>, party: Party, weight: number): void => {
    if (!ventures.has(party)) votes.set(party, (votes.get(party) ?? 0) + weight);
  };
  for (const draft of drafts) {
    switch (draft.type) {
      case 'round':
        vote(issuers, draft.issuer.value, draft.issuer.span === undefined ? 1 : 3);
        break;
      case 'investment':
      case 'syndication':
        vote(issuers, draft.issuer.value, 2);
        vote(investors, draft.investor.value, 2);
        break;
      case 'valuation':
      case 'no_external_funding':
        vote(issuers, draft.entity.value, 2);
        break;
      case 'stake':
      case 'tranche':
        vote(issuers, draft.type === 'stake' ? draft.entity.value : draft.issuer.value, 1);
        break;
    }
  }
  for (const party of headline) {
    if (issuers.has(party)) vote(issuers, party, 3);
    if (investors.has(party) || party.investor) vote(investors, party, 3);
  }
  const mainIssuer = best(issuers);
  investors.delete(mainIssuer as Party);
  const mainInvestor = best(investors);
  return {
    ...(mainIssuer === undefined ? {} : { mainIssuer }),
    ...(mainInvestor === undefined ? {} : { mainInvestor }),
    issuers: new Set(issuers.keys()),
    investors: new Set(investors.keys()),
    ventures,
  };
}

function best(votes: ReadonlyMap<Party, number>): Party | undefined {
  let winner: Party | undefined;
  for (const [party, count] of votes)
    if (winner === undefined || count > (votes.get(winner) ?? 0)) winner = party;
  return winner;
}
