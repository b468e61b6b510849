import type { Transaction } from '@tranche/core/captable';
import { Rational } from '@tranche/core/rational';
import { addDays, type PlainDate } from '@tranche/core/time';
import { uniforms } from './harness.ts';

export const CLASSES = ['A', 'B', 'C', 'D', 'E'] as const;
export const FIRST_DAY = '2015-01-01' as PlainDate;
export const DAYS = 3650;

export interface WorkloadSize {
  readonly events: number;
  readonly holders: number;
  readonly splits: number;
}

/** Of workload B1: without splits. */
export const peerSize = (events: number): WorkloadSize => ({
  events,
  holders: Math.max(20, Math.round(events / 200)),
  splits: 0,
});

interface Certificate {
  readonly id: string;
  readonly holder: string;
  readonly class: string;
  readonly shares: number;
}

/**
 * Workload B: stock of five classes over ten years; 60% issuances, 30% transfers of a part (an event and the two
 * certificates it results in), 10% cancellations, and splits, for which every certificate of the class is reissued.
 * Events are about certificates of earlier days. All splits fall into the first tenth, where there are few to
 * reissue. The same seed gives the same transactions.
 */
export function equityTransactions(
  { events, holders, splits }: WorkloadSize,
  seed = 42,
): readonly Transaction[] {
  const next = uniforms(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const written: Transaction[] = [];
  const open: Certificate[] = [];
  let today: Certificate[] = [];
  let day = 0;
  let date = FIRST_DAY;
  let named = 0;
  let split = 0;

  const issue = (holder: string, of: string, shares: number): string => {
    named += 1;
    const id = `s${named}`;
    today.push({ id, holder, class: of, shares });
    written.push({
      type: 'stock_issuance',
      date,
      securityId: id,
      class: of,
      holder,
      quantity: Rational.of(shares),
    });
    return id;
  };
  const take = (): Certificate => {
    const at = below(open.length);
    const taken = open[at] as Certificate;
    open[at] = open.at(-1) as Certificate;
    open.pop();
    return taken;
  };
  const splitClass = (): void => {
    const of = CLASSES[split % CLASSES.length] as string;
    const times = 2 + (split % 2);
    const id = `split ${split}`;
    split += 1;
    written.push({
      type: 'class_split',
      date,
      id,
      class: of,
      ratio: { new: Rational.of(times), old: Rational.ONE },
    });
    for (const held of open.filter((one) => one.class === of)) {
      const reissued = issue(held.holder, of, held.shares * times);
      written.push({
        type: 'stock_reissuance',
        date,
        securityId: held.id,
        splitId: id,
        resultingSecurityIds: [reissued],
      });
    }
    for (let at = open.length - 1; at >= 0; at -= 1) if (open[at]?.class === of) open.splice(at, 1);
  };

  while (written.length < events) {
    const now = Math.floor((written.length / events) * DAYS);
    if (now > day) {
      day = now;
      date = addDays(FIRST_DAY, day);
      for (const one of today) open.push(one);
      today = [];
      if (split < splits && written.length >= ((split + 1) * events) / (10 * splits)) splitClass();
    }
    const chance = next();
    const holder = `h${below(holders)}`;
    if (chance < 0.6 || open.length === 0) {
      issue(holder, CLASSES[below(CLASSES.length)] as string, 100 + below(100_000));
      continue;
    }
    const { id, class: of, shares, holder: from } = take();
    if (chance < 0.9 && shares > 1) {
      const part = 1 + below(shares - 1);
      const resulting = issue(holder, of, part);
      const balance = issue(from, of, shares - part);
      written.push({
        type: 'stock_transfer',
        date,
        securityId: id,
        quantity: Rational.of(part),
        resultingSecurityIds: [resulting],
        balanceSecurityId: balance,
      });
    } else {
      written.push({ type: 'stock_cancellation', date, securityId: id, quantity: Rational.of(shares) });
    }
  }
  return written;
}

/** Shares by holder and class at the end of a day, by the obvious loop: one Map of what each certificate holds. */
export function plainPositions(
  transactions: readonly Transaction[],
  asOf: PlainDate,
): ReadonlyMap<string, bigint> {
  const certificates = new Map<string, { readonly position: string; readonly shares: bigint }>();
  for (const { type, date, securityId = '', holder, class: of, quantity } of transactions) {
    if (date > asOf || type === 'class_split') continue;
    if (type === 'stock_issuance') {
      certificates.set(securityId, { position: `${holder} ${of}`, shares: quantity?.numerator ?? 0n });
    } else certificates.delete(securityId);
  }
  const positions = new Map<string, bigint>();
  for (const { position, shares } of certificates.values()) {
    positions.set(position, (positions.get(position) ?? 0n) + shares);
  }
  return positions;
}
