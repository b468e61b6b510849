import { Rational } from '../rational/index.ts';
import type { PayoffTable } from '../waterfall/index.ts';

/** Why no single amount of net proceeds pays a claimant so much: none does, or a whole range does. */
export type NoProceeds = 'too_high' | 'flat';

/** The net proceeds at which a claimant is paid exactly `payout`, more than zero. Exact. */
export function proceedsFor({ segments }: PayoffTable, id: string, payout: Rational): Rational | NoProceeds {
  const paidFrom = (index: number): Rational => segments[index]?.payouts.get(id) ?? Rational.ZERO;
  const index = segments.findLastIndex((_, at) => paidFrom(at).compare(payout) < 0);
  const segment = segments[index];
  const slope = segment?.weights.get(id) ?? Rational.ZERO;
  if (segment === undefined || slope.sign() === 0) return 'too_high';
  const next = segments[index + 1];
  if (next !== undefined && paidFrom(index + 1).equals(payout) && next.weights.get(id)?.sign() !== 1) {
    return 'flat';
  }
  return segment.from.plus(payout.minus(paidFrom(index)).dividedBy(slope));
}
