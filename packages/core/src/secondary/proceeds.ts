import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import type { OfferedShares } from './offered.ts';

export interface Proceeds {
  readonly proceeds: Quantity;
  /** In the order of the lots; absent for an offer without lots. */
  readonly lots?: readonly { readonly shares: Quantity; readonly proceeds: Quantity }[];
}

/**
 * What an offer is paid for its accepted shares: the price for each, less the strike of its lot. The lots are used
 * up first in, first out; one whose strike is above the price pays nothing, and costs its holder nothing.
 */
export function proceedsOf(
  sheet: Derivation,
  { offer, path }: OfferedShares,
  accepted: Quantity,
  price: Quantity,
): Proceeds {
  const { id, lots } = offer;
  const label = `proceeds of ${id}`;
  if (lots === undefined) return { proceeds: sheet.multiply(label, 'money', [accepted, price]) };
  let rest = accepted;
  const paid = lots.map((lot, index) => {
    const named = `lot ${index + 1} of ${id}`;
    const field = `${path}.lots[${index}]`;
    const whole = sheet.given(`shares of ${named}`, 'shares', lot.shares, `${field}.shares`);
    const shares = sheet.least(`accepted of ${named}`, 'shares', [whole, rest]);
    rest = sheet.subtract(`accepted of ${id} after ${named}`, 'shares', rest, shares);
    const { strike = Rational.ZERO } = lot;
    if (strike.sign() === 0) {
      return { shares, proceeds: sheet.multiply(`proceeds of ${named}`, 'money', [shares, price]) };
    }
    const struck = sheet.given(`strike of ${named}`, 'money per share', strike, `${field}.strike`);
    const margin = sheet.subtract(`price less strike of ${named}`, 'money per share', price, struck);
    const net = sheet.greatest(`paid per share of ${named}`, 'money per share', [
      margin,
      sheet.nothing('money per share'),
    ]);
    return { shares, proceeds: sheet.multiply(`proceeds of ${named}`, 'money', [shares, net]) };
  });
  return {
    proceeds: sheet.total(
      label,
      'money',
      paid.map(({ proceeds }) => proceeds),
    ),
    lots: paid,
  };
}
