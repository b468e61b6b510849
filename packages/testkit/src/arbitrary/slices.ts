import type { Share } from '@tranche/core/financing';
import type { Bounds } from '@tranche/core/money';
import * as fc from 'fast-check';
import { arbitraryBoundedPoint, arbitraryMoney } from './numbers.ts';

/** A slice before it stands in a graph: bounds in place of nodes. */
export interface SliceBounds {
  readonly tranche: string;
  readonly payer: string;
  readonly share: Share;
  readonly committed: Bounds;
  readonly drawn: Bounds;
}

/** Few tranches and payers, so that sums have several parts; some sums are known within bounds or not at all. */
export const arbitrarySlices = (): fc.Arbitrary<readonly SliceBounds[]> => {
  const sum = arbitraryBoundedPoint(arbitraryMoney()).map(({ bounds }) => bounds);
  return fc.array(
    fc.record({
      tranche: fc.constantFrom('first closing', 'second closing', 'third closing'),
      payer: fc.constantFrom('Alder', 'Birch', 'Cedar'),
      share: fc.constantFrom<Share>('own', 'syndicated'),
      committed: sum,
      drawn: sum,
    }),
    { minLength: 1, maxLength: 8 },
  );
};
