import type { Rational } from '../rational/index.ts';
import type { Basis, ValuationCap } from './types.ts';

/**
 * A round ready to be solved. With x = 1 ÷ price every count in it is a line in x or the greatest of two lines, so
 * the answer lies on one segment of a piecewise linear equation.
 */
export interface RoundProblem {
  /** Holdings without protection, options promised and the unissued pool: they do not move with the price. */
  readonly standingShares: Rational;
  /** Those of the standing shares that a pool target counts. */
  readonly standingCounted: Rational;
  readonly protections: readonly ProtectedShares[];
  readonly convertibles: readonly ConversionTerms[];
  readonly newMoney: Rational;
  readonly pool: PoolTerms;
  readonly pricing: Pricing;
}

/** A holding that becomes `shares × (fixed + money ÷ price)` shares when that is more than `shares`. */
export interface ProtectedShares {
  readonly shares: Rational;
  readonly conversionPrice: Rational;
  readonly fixed: Rational;
  readonly money: Rational;
  /** Whether a pool target counts them: options outstanding under `granted_and_ungranted`. */
  readonly counted: boolean;
}

/** What a convertible turns into shares by, with interest added and any election adopted. */
export interface ConversionTerms {
  readonly balance: Rational;
  readonly discount?: Rational;
  readonly cap?: ValuationCap;
  readonly fixedPercentage?: Rational;
}

export type PoolTerms = { readonly increase: Rational } | { readonly target: Rational };

/**
 * How the price is found: given, or as `money ÷ count`. The count holds the shares before the round, the pool
 * increase if `countsPool`, the converted shares if `countsConverted`.
 */
export type Pricing =
  | { readonly price: Rational }
  | {
      readonly money: Rational;
      readonly countsPool: boolean;
      readonly countsConverted: boolean;
      /** The agreed pre-money, where there is one: what a `round_pre_money_shares` cap is measured by. */
      readonly preMoney?: Rational;
    };

/** Which of its lines each part of a round is on. */
export interface Choices {
  readonly convertibles: readonly Basis[];
  /** Whether the pool is topped up to its target; false for a pool with a given increase. */
  readonly topUp: boolean;
  readonly triggered: readonly boolean[];
}
