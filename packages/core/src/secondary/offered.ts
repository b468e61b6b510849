import type { Derivation, Quantity } from '../formula/index.ts';
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

export function offeredShares(sheet: Derivation, offer: Offer, index: number): OfferedShares {
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
