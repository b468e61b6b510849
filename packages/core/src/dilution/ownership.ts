import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';

/** Shares under a name; a name may occur more than once, as holder and as buyer. */
export type Holding = readonly [id: string, shares: Quantity];

/** All shares together; zero where there are none. */
export function totalShares(sheet: Derivation, label: string, parts: readonly Quantity[]): Quantity {
  return parts.length === 0
    ? sheet.assumed(label, 'shares', Rational.ZERO, 'nothing is outstanding')
    : sheet.add(label, 'shares', parts);
}

/**
 * Each name's share of the total, by id, in the order of first mention; what one name has in several places counts
 * together. Empty where the total is zero: of no shares nobody owns a part.
 */
export function ownershipOf(
  sheet: Derivation,
  when: string,
  holdings: readonly Holding[],
  total: Quantity,
): ReadonlyMap<string, Quantity> {
  if (total.value.sign() === 0) return new Map();
  const byId = new Map<string, Quantity[]>();
  for (const [id, shares] of holdings) byId.set(id, [...(byId.get(id) ?? []), shares]);
  return new Map(
    [...byId].map(([id, [first, ...more]]) => {
      const held =
        first === undefined || more.length > 0
          ? totalShares(sheet, `all shares of ${id} ${when}`, byId.get(id) ?? [])
          : first;
      return [id, sheet.divide(`ownership of ${id} ${when}`, 'fraction', held, total)];
    }),
  );
}
