import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';

/** How whole shares are spread over installments that they do not divide into; the words of Open Cap Format. */
export const ALLOCATIONS = [
  'cumulative_rounding',
  'cumulative_round_down',
  'front_loaded',
  'back_loaded',
  'front_loaded_to_single_tranche',
  'back_loaded_to_single_tranche',
  'fractional',
] as const;
export type Allocation = (typeof ALLOCATIONS)[number];

/**
 * The amount of each installment, in their order; one or more of them.
 * Cumulative rules round what should have vested so far (half up, or down) and give the difference to the
 * installment before; loaded rules give everyone the whole quotient and the rest, share by share, to the first or the
 * last installments, or all of it to one; fractional gives everyone the same.
 * Exact: the amounts sum to the quantity and none is below zero. A quantity that is itself not whole leaves its
 * fraction where its rule leaves the last share: at the end for the cumulative rules.
 * Source: Open Cap Format, AllocationType: 18 shares in 4 installments are 5-4-5-4, 4-5-4-5, 5-5-4-4, 4-4-5-5,
 * 6-4-4-4 and 4-4-4-6.
 */
export function allocate(
  sheet: Derivation,
  quantity: Quantity,
  installments: Quantity,
  rule: Allocation,
): readonly Quantity[] {
  const equal = sheet.divide('quantity ÷ installments', 'shares', quantity, installments);
  const places = Array.from({ length: Number(installments.value.numerator) }, (_, index) => index + 1);
  switch (rule) {
    case 'fractional':
      return places.map(() => equal);
    case 'cumulative_rounding':
    case 'cumulative_round_down':
      return differences(
        sheet,
        places.map((place) => cumulative(sheet, quantity, installments, place, rule)),
      );
    default:
      return loaded(sheet, quantity, installments, equal, places, rule);
  }
}

function cumulative(
  sheet: Derivation,
  quantity: Quantity,
  installments: Quantity,
  place: number,
  rule: 'cumulative_rounding' | 'cumulative_round_down',
): Quantity {
  if (installments.value.equals(Rational.of(place))) return quantity;
  const so = `through installment ${place}`;
  const part = sheet.multiply(`quantity × installments ${so}`, 'shares', [quantity, placeOf(sheet, place)]);
  const due = sheet.divide(`due ${so}`, 'shares', part, installments);
  if (rule === 'cumulative_round_down') {
    return sheet.round(`due ${so}, rounded down`, 'shares', due, { decimals: 0, mode: 'down' });
  }
  const rounded = sheet.round(`due ${so}, rounded`, 'shares', due, { decimals: 0, mode: 'half_up' });
  return quantity.value.isInteger()
    ? rounded
    : sheet.least(`due ${so}, at most the quantity`, 'shares', [rounded, quantity]);
}

const differences = (sheet: Derivation, totals: readonly Quantity[]): readonly Quantity[] =>
  totals.map((total, index) => {
    const before = totals[index - 1];
    return before === undefined
      ? total
      : sheet.subtract(`amount of installment ${index + 1}`, 'shares', total, before);
  });

function loaded(
  sheet: Derivation,
  quantity: Quantity,
  installments: Quantity,
  equal: Quantity,
  places: readonly number[],
  rule: Exclude<Allocation, 'fractional' | 'cumulative_rounding' | 'cumulative_round_down'>,
): readonly Quantity[] {
  const base = sheet.round('whole shares of each installment', 'shares', equal, {
    decimals: 0,
    mode: 'down',
  });
  const even = sheet.multiply('shares spread evenly', 'shares', [base, installments]);
  const rest = sheet.subtract('shares left over', 'shares', quantity, even);
  const fromFront = rule === 'front_loaded' || rule === 'front_loaded_to_single_tranche';
  const single = rule === 'front_loaded_to_single_tranche' || rule === 'back_loaded_to_single_tranche';
  return places.map((place) => {
    const rank = fromFront ? place : places.length + 1 - place;
    if (single && rank > 1) return base;
    const extra = single ? rest : shareAt(sheet, rest, rank);
    return sheet.add(`amount of installment ${place}`, 'shares', [base, extra]);
  });
}

/** Of shares handed out one by one, what the one at a rank gets: one, what is left of one, or none. */
function shareAt(sheet: Derivation, rest: Quantity, rank: number): Quantity {
  const one = sheet.assumed('one share', 'shares', Rational.ONE, 'the rest goes share by share');
  const none = sheet.assumed('no share', 'shares', Rational.ZERO, 'nothing is left');
  const served = sheet.assumed(
    `shares handed out before rank ${rank}`,
    'shares',
    Rational.of(rank - 1),
    'one to each',
  );
  const left = sheet.subtract(`left at rank ${rank}`, 'shares', rest, served);
  const some = sheet.greatest(`left at rank ${rank}, if any`, 'shares', [left, none]);
  return sheet.least(`share of the rest at rank ${rank}`, 'shares', [some, one]);
}

const placeOf = (sheet: Derivation, place: number): Quantity =>
  sheet.assumed(`installments through ${place}`, 'count', Rational.of(place), 'their place in the schedule');
