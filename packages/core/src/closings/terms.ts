import type { Rational } from '../rational/index.ts';
import type { PlainDate } from '../time/index.ts';

/** Shares held before the first closing; every kind counts, as converted to common. */
export interface PriorHolding {
  readonly id: string;
  readonly shares: Rational;
  readonly kind?: 'common' | 'preferred_as_converted' | 'options_outstanding' | 'warrants';
}

export interface PayerAmount {
  readonly investor: string;
  readonly amount: Rational;
}

/** What one investor has promised to pay, over all closings. */
export interface Commitment extends PayerAmount {
  /** What it hangs on; unless `failed`, the whole amount is committed. */
  readonly condition?: 'none' | 'open' | 'met' | 'failed';
  /** What is left of the amount when the condition fails; at most the amount. */
  readonly amountIfFailed?: Rational;
  /** How much of it the investor means to pass on to others. */
  readonly syndicationTarget?: Rational;
  /** What others have taken over of it. */
  readonly syndicated?: readonly PayerAmount[];
}

/** Exactly one of the three: money per share, money for all shares before, or a multiple of the last price paid. */
export interface ClosingPrice {
  readonly pricePerShare?: Rational;
  readonly preMoney?: Rational;
  readonly multipleOfPrevious?: Rational;
}

export interface Closing {
  readonly id: string;
  readonly date: PlainDate;
  /** Closed unless said otherwise. */
  readonly status?: 'closed' | 'pending' | 'lapsed';
  readonly price: ClosingPrice;
  /** One for an investor. */
  readonly fundings: readonly PayerAmount[];
}

/** A right to buy a share of what a closing offers. */
export interface ProRataRight {
  readonly holder: string;
  readonly closing: string;
  /** The holder's share of all shares before the closing if absent. */
  readonly percent?: Rational;
}

export interface TranchedRoundInput {
  readonly holdings: readonly PriorHolding[];
  readonly commitments?: readonly Commitment[];
  /** By date, days of equal date in the order of signing. */
  readonly closings: readonly Closing[];
  readonly proRata?: readonly ProRataRight[];
  /** Money per share at which what was bought is valued. */
  readonly markPrice?: Rational;
}
