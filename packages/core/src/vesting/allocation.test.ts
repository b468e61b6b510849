import { rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Derivation } from '../formula/index.ts';
import { Rational, sum } from '../rational/index.ts';
import { ALLOCATIONS, type Allocation, allocate } from './allocation.ts';

function amountsOf(quantity: Rational, installments: number, rule: Allocation): readonly Rational[] {
  const sheet = new Derivation();
  const granted = sheet.given('quantity granted', 'shares', quantity, 'quantity');
  const count = sheet.given('installments', 'count', Rational.of(installments), 'schedule.installments');
  return allocate(sheet, granted, count, rule).map(({ value }) => value);
}

// Open Cap Format, schema/enums/AllocationType: 18 shares over 4 tranches.
test.each([
  ['cumulative_rounding', '5 4 5 4'],
  ['cumulative_round_down', '4 5 4 5'],
  ['front_loaded', '5 5 4 4'],
  ['back_loaded', '4 4 5 5'],
  ['front_loaded_to_single_tranche', '6 4 4 4'],
  ['back_loaded_to_single_tranche', '4 4 4 6'],
  ['fractional', '9/2 9/2 9/2 9/2'],
] as const)('18 shares in 4 installments by %s are %s', (rule, amounts) => {
  expect(amountsOf(rational('18'), 4, rule).join(' ')).toBe(amounts);
});

const allocation = fc.constantFrom(...ALLOCATIONS);
const installments = fc.integer({ min: 1, max: 60 });

test('the amounts sum to the quantity and none is below zero, whole or not', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      fc.bigInt({ min: 1n, max: 12n }),
      installments,
      allocation,
      (numerator, denominator, count, rule) => {
        const quantity = Rational.of(numerator, denominator);
        const amounts = amountsOf(quantity, count, rule);
        expect(amounts).toHaveLength(count);
        expect(sum(amounts)).toEqual(quantity);
        expect(amounts.every((amount) => amount.sign() >= 0)).toBe(true);
      },
    ),
  );
});

describe('a model that hands out one share after another', () => {
  /** For each whole share, in order, the installment it vests in, counted from zero. */
  const placeOf: Record<
    Exclude<Allocation, 'fractional'>,
    (share: number, of: number, count: number) => number
  > = {
    // The first installment by whose end half a share more than this one has been earned.
    cumulative_rounding: (share, of, count) =>
      first(count, (place) => 2 * of * place + count >= 2 * count * share),
    // The first installment by whose end this share has been earned whole.
    cumulative_round_down: (share, of, count) => first(count, (place) => of * place >= count * share),
    // Dealt round and round, from the front or from the back.
    front_loaded: (share, _, count) => (share - 1) % count,
    back_loaded: (share, _, count) => count - 1 - ((share - 1) % count),
    // Dealt round and round, but for a last round that does not reach everyone.
    front_loaded_to_single_tranche: (share, of, count) =>
      share > of - (of % count) ? 0 : (share - 1) % count,
    back_loaded_to_single_tranche: (share, of, count) =>
      share > of - (of % count) ? count - 1 : (share - 1) % count,
  };

  const first = (count: number, holds: (place: number) => boolean): number =>
    Array.from({ length: count }, (_, index) => index + 1).findIndex(holds);

  test('gives every installment the same number of shares', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        installments,
        fc.constantFrom(...ALLOCATIONS.filter((rule) => rule !== 'fractional')),
        (quantity, count, rule) => {
          const model = new Array<number>(count).fill(0);
          for (let share = 1; share <= quantity; share += 1) {
            const place = placeOf[rule](share, quantity, count);
            model[place] = (model[place] ?? 0) + 1;
          }
          expect(amountsOf(Rational.of(quantity), count, rule).map(String)).toEqual(model.map(String));
        },
      ),
    );
  });
});
