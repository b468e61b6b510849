import type { DatedRate } from '@tranche/core/convert';
import type { StatedAmount } from '@tranche/core/money';
import type { PlainDate } from '@tranche/core/time';

/** From a day on, so much of a deal had been announced, or received. */
export interface LeagueAmount {
  readonly from: PlainDate;
  /** The first day on which this could have been known. */
  readonly knownFrom: PlainDate;
  readonly equity: StatedAmount;
  readonly debt?: StatedAmount;
  /** Ids of the statements it rests on. */
  readonly statements: readonly string[];
}

/** One financing that may stand in a table of the largest, with its amounts as they were announced and paid. */
export interface LeagueDeal {
  readonly id: string;
  readonly label: string;
  readonly issuer: string;
  readonly announced: readonly LeagueAmount[];
  /** Cumulative; a range from zero where only the total is known. */
  readonly received: readonly LeagueAmount[];
  readonly flags: readonly LeagueFlag[];
}

/** What a rule may leave out, and a reader must know. The last three are whole deals without new money for shares. */
export type LeagueFlag =
  | 'strategic'
  | 'money_to_holders'
  | 'multi_year'
  | 'contingent'
  | 'sale_by_holders'
  | 'loan'
  | 'grant';

/** A published exchange rate with what kind of rate it is, and since when it could have been used. */
export interface PublishedRate extends DatedRate {
  /** A day's official rate, the average of a period, or the rate an issuer used for its own figures. */
  readonly kind: 'official' | 'average' | 'issuer';
  readonly knownFrom: PlainDate;
}
