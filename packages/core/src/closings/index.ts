export type {
  Closing,
  ClosingPrice,
  Commitment,
  PayerAmount,
  PriorHolding,
  ProRataRight,
  TranchedRoundInput,
} from './terms.ts';
export type { ClosingResult, InvestorResult, TranchedRound } from './tranched-round.ts';
export { tranchedRound } from './tranched-round.ts';
