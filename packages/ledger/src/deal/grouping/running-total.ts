import { headlineValue } from '@tranche/core/money';
import { sum } from '@tranche/core/rational';
import { daysBetween, lastDayOf } from '@tranche/core/time';
import { closestRelation } from './amount-relation.ts';
import type { Group } from './group.ts';
import { isDone, type Mention } from './mention.ts';

/** Longer than a closing takes. */
const LONG_DAYS = 100;

/**
 * True when an investment adds up what was put in, or promised, by a day or over a long interval: "more than 13bn
 * since 2019". In the claim schema a running total is `completed`; a total of promises is `agreed`.
 */
export function addsUpYears({ type, status, at, statement: { body, knownFrom } }: Mention): boolean {
  const when = 'when' in body ? body.when : undefined;
  if (type !== 'investment' || when === undefined || at.from === undefined) return false;
  if (when.startsWith('../')) {
    return (status === 'completed' || status === 'agreed') && (lastDayOf(when) ?? knownFrom) <= knownFrom;
  }
  return when.includes('/') && isDone(status) && daysBetween(at.from, at.to) > LONG_DAYS;
}

/**
 * True when an investment that fits no known part of a deal is a total over several: it repeats a known one, or
 * it is the sum of what the same text says the investor put into different deals.
 */
export function repeatsTotal(
  mention: Mention,
  text: readonly Mention[],
  placed: ReadonlyMap<Mention, Group>,
  totals: readonly Mention[],
): boolean {
  const { type, amount, status } = mention;
  if (type !== 'investment' || amount === undefined) return false;
  const bySame = (other: Mention): boolean =>
    other !== mention && other.type === 'investment' && other.parties[0] === mention.parties[0];
  const repeated = totals.some(
    (other) =>
      bySame(other) && other.amount !== undefined && closestRelation(amount, [other.amount]) === 'same',
  );
  if (isDone(status) && repeated) return true;
  const others = text.filter((other) => bySame(other) && placed.has(other));
  const deals = new Set(others.map((other) => placed.get(other)));
  const amounts = others.flatMap((other) =>
    other.amount?.currency === amount.currency ? [other.amount] : [],
  );
  return (
    deals.size > 1 && amounts.length > 1 && sum(amounts.map(headlineValue)).equals(headlineValue(amount))
  );
}
