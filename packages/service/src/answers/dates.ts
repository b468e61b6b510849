import type { PlainDate } from '@tranche/core/time';
import type { Dates } from '@tranche/ledger/deal';

/** As asked for: what had happened by a day, by what had been published by a day. */
export interface AskedDates {
  readonly asOf?: PlainDate | undefined;
  readonly knownOn?: PlainDate | undefined;
}

/** What is not asked for is today; a question about what was known earlier is also about what had happened by then. */
export function resolveDates({ asOf, knownOn }: AskedDates, today: PlainDate): Dates {
  const known = knownOn ?? today;
  return { asOf: asOf ?? known, knownOn: known };
}
