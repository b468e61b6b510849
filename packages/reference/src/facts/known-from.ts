import { lastDayOf, type PartialDate, type PlainDate } from '@tranche/core/time';
import type { Reference } from '@tranche/ledger/statement';

/**
 * The first day on which a fact could have been known.
 * A source counts with its publication day, a fact with its own date; of partial dates the last day counts.
 * If some source was published on or after the fact's own date, the earliest such day: a source cannot vouch for
 * what had not happened yet, and later copies add nothing. If all sources are earlier (a plan that then came
 * about), or undated, the fact's own date, inclusive.
 */
export function knownFrom(date: PartialDate, references: readonly Reference[]): PlainDate | undefined {
  const own = lastDayOf(date);
  if (own === undefined) return undefined;
  const after = references
    .flatMap(({ published }) => (published === undefined ? [] : [lastDayOf(published as PartialDate)]))
    .filter((day) => day !== undefined && day >= own)
    .sort();
  return after[0] ?? own;
}
