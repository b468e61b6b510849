import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import type { OfferedShares } from './offered.ts';
import type { TenderInput } from './terms.ts';

interface Portion {
  readonly index: number;
  readonly eligible: Quantity;
  /** The proportional part, not rounded. */
  readonly exact: Quantity;
  readonly whole: Quantity;
  readonly fraction: Quantity;
}

/**
 * What is accepted of each offer that sells: its proportional part, rounded by the rule. By `floor` the fractions are
 * dropped; by `largest_remainder` the whole shares that the fractions come to go one each to the largest, ties in the
 * order of the offers, and never to an offer that has no whole share left.
 */
export function acceptedOf(
  sheet: Derivation,
  selling: readonly OfferedShares[],
  factor: Quantity,
  rounding: NonNullable<TenderInput['rounding']>,
): readonly Quantity[] {
  const exact = selling.map(({ offer, eligible }) =>
    sheet.multiply(`proportional part of ${offer.id}`, 'shares', [factor, eligible]),
  );
  if (rounding === 'exact') return exact;
  const floors = exact.map((part, index) =>
    sheet.round(`whole shares of ${selling[index]?.offer.id}`, 'shares', part, { decimals: 0, mode: 'down' }),
  );
  if (rounding === 'floor') return floors;
  const portions = selling.flatMap(({ offer, eligible }, index): Portion[] => {
    const [part, whole] = [exact[index], floors[index]];
    if (part === undefined || whole === undefined) return [];
    const fraction = sheet.subtract(`fraction of a share of ${offer.id}`, 'shares', part, whole);
    return [{ index, eligible, exact: part, whole, fraction }];
  });
  const winners = largestRemainders(sheet, portions);
  const share = sheet.assumed(
    'one share',
    'shares',
    Rational.ONE,
    'the largest fractions get one share each',
  );
  return floors.map((whole, index) =>
    winners.has(index)
      ? sheet.add(`whole shares of ${selling[index]?.offer.id} with one more`, 'shares', [whole, share])
      : whole,
  );
}

function largestRemainders(sheet: Derivation, portions: readonly Portion[]): ReadonlySet<number> {
  const rest = sheet.total(
    'shares that the fractions come to',
    'shares',
    portions.map(({ fraction }) => fraction),
  );
  const entitled = portions
    .filter(
      ({ fraction, whole, eligible }) =>
        fraction.value.sign() > 0 && whole.value.plus(Rational.ONE).compare(eligible.value) <= 0,
    )
    .sort((one, other) => other.fraction.value.compare(one.fraction.value) || one.index - other.index);
  const count = Number(rest.value.floor());
  const winners = entitled.slice(0, count);
  const [last, next] = [winners.at(-1), entitled[winners.length]];
  if (last !== undefined && next !== undefined) {
    sheet.require(last.fraction, 'at_least', next.fraction, 'the largest fractions come first');
  }
  return new Set(winners.map(({ index }) => index));
}
