import type { LeagueEntry } from '@tranche/core/league';
import type { StatedAmount } from '@tranche/core/money';
import type { PlainDate } from '@tranche/core/time';
import type { Financing } from './financing.ts';

/** A deal as it is entered, whatever the rule: its amounts are nodes in the currency of the table. */
export interface EnteredDeal {
  readonly entry: LeagueEntry;
  /** Party id. */
  readonly issuer: string;
  /** Headline sums in the currency of the table, by the day from which they were announced. */
  readonly headlines: readonly { readonly from: PlainDate; readonly amount: StatedAmount }[];
  readonly statements: readonly string[];
  /** The deal of the workspace that it is, or that tells of the same. */
  readonly financing?: Financing;
  /** The size that the workspace tells of a deal of the facts, once it is signed there. */
  readonly told?: StatedAmount;
  readonly isOfFacts: boolean;
}

/** A deal that no rule can place, and why. */
export interface Aside {
  readonly id: string;
  readonly label: string;
  readonly reason: 'not_signed' | 'no_rate' | 'no_size' | 'same_deal';
  readonly because: string;
  /** In the currency of the table, where that is known. */
  readonly amount?: StatedAmount;
  readonly statements: readonly string[];
}
