import { rankInvestors } from '../deal/index.ts';
import { type LeagueDeal, leagueSources, type PublishedRate } from '../league/index.ts';
import { allStatements, type Ledger } from '../statement/index.ts';
import type { Evidence } from './check-claim.ts';

/** All that a ledger, with published rates and the facts of the largest rounds, gives a check to go by. */
export const evidenceOfLedger = (
  ledger: Ledger,
  rates: readonly PublishedRate[],
  league: readonly LeagueDeal[],
): Evidence => ({
  statements: allStatements(ledger),
  judgements: ledger.judgements,
  rates,
  league,
  leagueSources: (dates) => leagueSources(ledger, league, dates),
  rankInvestors: (question) => rankInvestors(ledger, question),
});
