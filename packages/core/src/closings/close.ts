import type { Derivation, Quantity } from '../formula/index.ts';
import { fractionOfAll } from './fraction-of-all.ts';
import type { ShareRegister } from './share-register.ts';
import type { Closing } from './terms.ts';

export interface Bought {
  readonly amount: Quantity;
  readonly shares: Quantity;
}

/** What the shares of a closing or an investor are worth at the mark. */
export interface Marked {
  readonly valueAtMark?: Quantity;
  readonly gainAtMark?: Quantity;
}

/** What a closing that closed left behind. */
export interface AfterClosing {
  readonly totalAfter: Quantity;
  readonly postMoney: Quantity;
  readonly ownershipAfter: ReadonlyMap<string, Quantity>;
  /** Of all shares issued up to this closing, this one included. */
  readonly newOwnership: Quantity;
}

export interface Fundings extends Bought {
  readonly investors: ReadonlyMap<string, Bought>;
}

/** What each investor pays and gets at the price of a closing, whether or not it closes. */
export function fundingsOf(sheet: Derivation, closing: Closing, path: string, price: Quantity): Fundings {
  const { id, fundings } = closing;
  const paid = fundings.map(({ investor, amount }, index) => {
    const field = `${path}.fundings[${index}].amount`;
    const money = sheet.given(`paid by ${investor} at ${id}`, 'money', amount, field, { date: closing.date });
    const shares = sheet.divide(`shares bought by ${investor} at ${id}`, 'shares', money, price);
    return [investor, { amount: money, shares }] as const;
  });
  const together = (label: string, unit: string, part: keyof Bought): Quantity =>
    sheet.total(
      label,
      unit,
      paid.map(([, bought]) => bought[part]),
    );
  return {
    investors: new Map(paid),
    amount: together(`paid at ${id}`, 'money', 'amount'),
    shares: together(`shares bought at ${id}`, 'shares', 'shares'),
  };
}

export function afterClosing(
  sheet: Derivation,
  id: string,
  after: ShareRegister,
  preMoney: Quantity,
  amount: Quantity,
): AfterClosing {
  return {
    totalAfter: after.total,
    postMoney: sheet.add(`post-money at ${id}`, 'money', [preMoney, amount]),
    ownershipAfter: after.ownership(`after ${id}`),
    newOwnership: fractionOfAll(
      sheet,
      `ownership of all shares issued up to ${id}`,
      after.issued,
      after.total,
    ),
  };
}

/** Value and gain of shares at the mark; nothing without a mark. */
export function marked(
  sheet: Derivation,
  whose: string,
  { amount, shares }: Bought,
  mark?: Quantity,
): Marked {
  if (mark === undefined) return {};
  const valueAtMark = sheet.multiply(`value at the mark of the shares of ${whose}`, 'money', [shares, mark]);
  const gainAtMark = sheet.subtract(
    `gain at the mark on the shares of ${whose}`,
    'money',
    valueAtMark,
    amount,
  );
  return { valueAtMark, gainAtMark };
}
