import { Rational } from '@tranche/core/rational';

/** No text prints a share to more places. */
const MOST_PLACES = 12;

/** How many places behind the point a printed percentage shows; undefined for one that no decimal can print. */
export function placesOf(percent: Rational): number | undefined {
  for (let places = 0; places <= MOST_PLACES; places += 1) {
    if (percent.rounded(places, 'down').equals(percent)) return places;
  }
  return undefined;
}

export type Printing = 'exact' | 'rounded' | 'cut off';

/** How a percentage can have become the printed one; undefined when it is another number. */
export function printingOf(percent: Rational, printed: Rational): Printing | undefined {
  if (percent.equals(printed)) return 'exact';
  const places = placesOf(printed);
  if (places === undefined) return undefined;
  if (percent.rounded(places, 'half_up').equals(printed)) return 'rounded';
  return percent.rounded(places, 'down').equals(printed) ? 'cut off' : undefined;
}

/** The percentages that print as this one when they are rounded, and when they are cut off; ends included. */
export function printedFrom(
  printed: Rational,
): Readonly<Record<'rounded' | 'cut off', { readonly low: Rational; readonly high: Rational }>> {
  const place = Rational.ONE.dividedBy(Rational.of(10n ** BigInt(placesOf(printed) ?? MOST_PLACES)));
  const half = place.dividedBy(Rational.of(2n));
  return {
    rounded: { low: printed.minus(half), high: printed.plus(half) },
    'cut off': { low: printed, high: printed.plus(place) },
  };
}
