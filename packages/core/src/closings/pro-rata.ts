import type { Derivation, Quantity } from '../formula/index.ts';
import { fractionOfAll } from './fraction-of-all.ts';
import type { ShareRegister } from './share-register.ts';
import type { ProRataRight } from './terms.ts';

export interface ProRataPurchase {
  readonly percent: Quantity;
  readonly amount: Quantity;
  readonly shares: Quantity;
  /** Of all shares after the closing, had the holder bought this much of it. */
  readonly ownershipIfExercised: Quantity;
}

/** The closing that a right is about: what it offers, and who held what before it. */
export interface OfferedClosing {
  readonly amount: Quantity;
  readonly shares: Quantity;
  readonly pricePerShare: Quantity;
  readonly before: ShareRegister;
}

/** What a pro rata right buys. The offered amount does not grow by it: the holder buys a part of what is offered. */
export function proRataPurchase(
  sheet: Derivation,
  { holder, closing, percent }: ProRataRight,
  path: string,
  offered: OfferedClosing,
): ProRataPurchase {
  const { before } = offered;
  const held = before.sharesOf(holder);
  const right =
    percent === undefined
      ? fractionOfAll(sheet, `share of ${holder} before ${closing}`, held, before.total)
      : sheet.given(`pro rata right of ${holder} in ${closing}`, 'fraction', percent, `${path}.percent`);
  const amount = sheet.multiply(`pro rata amount of ${holder} in ${closing}`, 'money', [
    right,
    offered.amount,
  ]);
  const shares = sheet.divide(
    `pro rata shares of ${holder} in ${closing}`,
    'shares',
    amount,
    offered.pricePerShare,
  );
  const heldThen = sheet.add(`shares of ${holder} with the pro rata of ${closing}`, 'shares', [held, shares]);
  const allThen = sheet.add(`shares with the whole of ${closing}`, 'shares', [before.total, offered.shares]);
  const ownershipIfExercised = fractionOfAll(
    sheet,
    `ownership of ${holder} if the right in ${closing} is exercised`,
    heldThen,
    allThen,
  );
  return { percent: right, amount, shares, ownershipIfExercised };
}
