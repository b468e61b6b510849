import { firstDayOf, lastDayOf, type PartialDate, type PlainDate } from '@tranche/core/time';
import type { Reference } from '@tranche/ledger/statement';

/**
 * The day of the last table the facts hold: by then they had been gathered. A page or a fact that is only dated
 * "2026" was there on that day, or it could not stand among them.
 */
export const GATHERED_BY = '2026-06-30' as PlainDate;

/**
 * The first day on which a fact could have been known.
 * A source counts with its publication day, a fact with its own date; of partial dates the last day counts, and none
 * that lies after the facts were gathered.
 * If some source was published on or after the fact's own date, the earliest such day: a source cannot vouch for
 * what had not happened yet, and later copies add nothing. If all sources are earlier (a plan that then came
 * about), or undated, the fact's own date, inclusive.
 */
export function knownFrom(date: PartialDate, references: readonly Reference[]): PlainDate | undefined {
  const own = latestDayOf(date);
  if (own === undefined) return undefined;
  const after = references
    .flatMap(({ published }) => (published === undefined ? [] : [latestDayOf(published as PartialDate)]))
    .filter((day) => day !== undefined && day >= own)
    .sort();
  return after[0] ?? own;
}

function latestDayOf(date: PartialDate): PlainDate | undefined {
  const [first, last] = [firstDayOf(date), lastDayOf(date)];
  const reachesBeyond = last !== undefined && last > GATHERED_BY;
  return reachesBeyond && first !== undefined && first <= GATHERED_BY ? GATHERED_BY : last;
}
