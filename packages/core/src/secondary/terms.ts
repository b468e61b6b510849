import type { Rational } from '../rational/index.ts';

/** Shares of one acquisition or grant. */
export interface Lot {
  readonly shares: Rational;
  /** Money per share that must be paid to have the share; zero unless given. */
  readonly strike?: Rational;
}

/** Shares that a holder would sell. */
export interface Offer {
  readonly id: string;
  readonly holder: string;
  /** More than zero. */
  readonly shares: Rational;
  /** The most that may be sold of it. */
  readonly limit?: Rational;
  /** The least price per share at which the holder sells. More than zero. */
  readonly ask?: Rational;
  /** What the offered shares are made of, oldest first; they sum to the shares. */
  readonly lots?: readonly Lot[];
}

export interface TenderInput {
  readonly price: { readonly mode: 'fixed' | 'clearing'; readonly pricePerShare?: Rational };
  readonly offers: readonly Offer[];
  readonly maxShares?: Rational;
  /** The most to be spent, before what is kept back for strikes. */
  readonly maxAmount?: Rational;
  /** Exact unless said otherwise. */
  readonly rounding?: 'exact' | 'floor' | 'largest_remainder';
  /** Whoever it is that buys; a company cancels what it buys. An investor unless said otherwise. */
  readonly buyer?: 'investor' | 'company';
  /** All shares before the sale, and some or all of the holders of them. */
  readonly outstanding?: {
    /** More than zero. */
    readonly total: Rational;
    readonly holders?: readonly { readonly id: string; readonly shares: Rational }[];
  };
}
