import { Derivation, type Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import type { Offer } from './terms.ts';

/** An offer with the nodes of its numbers. */
export interface OfferedShares {
  readonly offer: Offer;
  readonly path: string;
  readonly shares: Quantity;
  /** What may be sold of it: the shares, cut to the limit. */
  readonly eligible: Quantity;
  readonly ask?: Quantity;
}

/** A derivation that knows what the sum of nothing is. */
export class TenderSheet extends Derivation {
  nothing(unit: string): Quantity {
    return this.assumed('nothing', unit, Rational.ZERO, 'the sum of nothing');
  }

  total(label: string, unit: string, parts: readonly Quantity[]): Quantity {
    return parts.length === 0 ? this.nothing(unit) : this.add(label, unit, parts);
  }
}

export function offeredShares(sheet: TenderSheet, offer: Offer, index: number): OfferedShares {
  const { id, limit, ask } = offer;
  const path = `offers[${index}]`;
  const shares = sheet.given(`shares offered, ${id}`, 'shares', offer.shares, `${path}.shares`);
  return {
    offer,
    path,
    shares,
    eligible:
      limit === undefined
        ? shares
        : sheet.least(`shares offered within the limit, ${id}`, 'shares', [
            shares,
            sheet.given(`limit of ${id}`, 'shares', limit, `${path}.limit`),
          ]),
    ...(ask === undefined
      ? {}
      : { ask: sheet.given(`price asked, ${id}`, 'money per share', ask, `${path}.ask`) }),
  };
}
