import type { Accrual } from '../accrual/index.ts';
import type { Quantity } from '../formula/index.ts';
import type { Rational, RoundingMode } from '../rational/index.ts';

/** One line of the cap table before the round. */
export interface Holding {
  readonly id: string;
  /** As converted to common, before any adjustment by this round. */
  readonly shares: Rational;
  /** Only options outstanding are told apart: a pool target may count them. Common unless said otherwise. */
  readonly kind?: 'common' | 'preferred_as_converted' | 'options_outstanding' | 'warrants';
}

/** Whose count of shares a cap is divided by; see docs/concepts for each. */
export type CapBase =
  | 'company_capitalization'
  | 'pre_money_capitalization'
  | 'outstanding'
  | 'round_pre_money_shares';

export interface ValuationCap {
  readonly amount: Rational;
  readonly base: CapBase;
}

/** A SAFE or note that turns into shares in this round. */
export interface Convertible {
  readonly id: string;
  readonly kind: 'safe' | 'note';
  /** More than zero. */
  readonly amount: Rational;
  readonly cap?: ValuationCap;
  /** 0.2 is 20% off the round price. Below one. */
  readonly discount?: Rational;
  /** The share of the company capitalization it becomes, whatever the price. Between zero and one. */
  readonly fixedPercentage?: Rational;
  /** `elect` is the id of the convertible whose cap and discount are adopted whole, or `none`. */
  readonly mfn?: { readonly elect: string };
  readonly interest?: Accrual;
}

/** Exactly one is given. */
export interface RoundPrice {
  readonly preMoney?: Rational;
  readonly postMoney?: Rational;
  readonly pricePerShare?: Rational;
  /** New shares as a fraction of all shares after the round. */
  readonly ownershipSold?: Rational;
}

export type PoolMode = 'none' | 'increase' | 'target_post';

export interface Pool {
  readonly mode: PoolMode;
  readonly increase?: Rational;
  readonly target?: Rational;
  readonly counts?: 'ungranted' | 'granted_and_ungranted';
  readonly placement?: 'pre_money' | 'post_money';
}

export type PricingMethod = 'percent_ownership_fixed' | 'pre_money_fixed' | 'dollars_invested';

/** Protection of a holding whose conversion price is above the price of the round. */
export interface HoldingProtection {
  readonly holding: string;
  readonly conversionPrice: Rational;
  readonly method: 'weighted_average' | 'full_ratchet';
  /** Shares counted as outstanding in the weighted average. */
  readonly base?: Rational;
}

export interface RoundRounding {
  readonly mode: 'none' | 'price_then_shares';
  readonly priceDecimals?: number;
  readonly priceMode?: RoundingMode;
  readonly conversionPriceDecimals?: number;
}

export interface RoundInput {
  readonly capitalization: {
    readonly holdings: readonly Holding[];
    readonly optionsPromised?: Rational;
    readonly unissuedPool?: Rational;
  };
  readonly convertibles?: readonly Convertible[];
  readonly price: RoundPrice;
  readonly newMoney: readonly { readonly investor: string; readonly amount: Rational }[];
  readonly pool?: Pool;
  readonly pricingMethod?: PricingMethod;
  readonly antiDilution?: readonly HoldingProtection[];
  readonly rounding?: RoundRounding;
}

/** What decided the conversion price of a convertible. */
export type Basis = 'round_price' | 'discount' | 'cap' | 'fixed_percentage';

export interface ConvertedOutput {
  readonly balance: Quantity;
  readonly basis: Basis;
  readonly conversionPrice: Quantity;
  readonly roundPrice: Quantity;
  readonly discountPrice: Quantity | null;
  readonly capPrice: Quantity | null;
  readonly shares: Quantity;
  readonly percentOfCompanyCapitalization: Quantity;
  readonly valueAtRoundPrice: Quantity;
  readonly gain: Quantity;
  readonly ownershipAfter: Quantity;
}

export interface NewInvestorOutput {
  readonly amount: Quantity;
  readonly shares: Quantity;
  readonly paid: Quantity;
  readonly ownershipAfter: Quantity;
}

export interface HoldingOutput {
  readonly shares: Quantity;
  readonly ownershipBefore: Quantity;
  readonly ownershipBeforeNewMoney: Quantity;
  readonly ownershipAfter: Quantity;
}

export interface ProtectionOutput {
  readonly triggered: boolean;
  readonly newConversionPrice: Quantity;
  readonly adjustmentRatio: Quantity;
  readonly additionalShares: Quantity;
}

export interface RoundOutput {
  readonly pricePerShare: Quantity;
  readonly preMoney: Quantity;
  readonly newMoney: Quantity;
  readonly postMoney: Quantity;
  readonly preMoneyShares: Quantity;
  readonly companyCapitalization: Quantity;
  readonly pool: {
    readonly increase: Quantity;
    readonly unissuedAfter: Quantity;
    readonly ownershipAfter: Quantity;
    readonly valueOfIncrease: Quantity;
  };
  readonly optionsPromised: { readonly shares: Quantity; readonly ownershipAfter: Quantity };
  readonly effectivePreMoney: Quantity;
  readonly newShares: Quantity;
  readonly newOwnership: Quantity;
  readonly postTotal: Quantity;
  readonly convertibles: ReadonlyMap<string, ConvertedOutput>;
  readonly newInvestors: ReadonlyMap<string, NewInvestorOutput>;
  readonly holdings: ReadonlyMap<string, HoldingOutput>;
  readonly antiDilution: ReadonlyMap<string, ProtectionOutput>;
}
