import { Rational } from '../rational/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Security } from './register.ts';
import type { Resolved } from './resolve.ts';
import type { ConvertibleKind } from './transaction.ts';

/** What a holding is of. `exercised` counts what has been drawn from a plan's grants; nobody holds it. */
export type Account =
  | { readonly kind: 'class'; readonly id: string }
  | { readonly kind: 'plan'; readonly id: string }
  | { readonly kind: 'exercised'; readonly id: string }
  | { readonly kind: 'compensation' }
  | { readonly kind: 'warrant' }
  | { readonly kind: 'convertible'; readonly id: ConvertibleKind };

/** What one holder has in one account: shares, or money of convertibles. The holder may not be known. */
export interface Holding {
  readonly holder: string | undefined;
  readonly account: Account;
  readonly quantity: Rational;
}

/** The account that a security stands in: its class, its plan, or its kind. */
export function accountOf({ instrument, class: of, plan, kind }: Omit<Security, 'issued'>): Account {
  switch (instrument) {
    case 'stock':
      return { kind: 'class', id: of ?? '' };
    case 'equity_compensation':
      return plan === undefined ? { kind: 'compensation' } : { kind: 'plan', id: plan };
    case 'warrant':
      return { kind: 'warrant' };
    case 'convertible':
      return { kind: 'convertible', id: kind ?? 'note' };
  }
}

/** All holdings on a day; those of which nothing is left are not listed. */
export interface Holdings {
  readonly asOf: PlainDate;
  readonly holdings: readonly Holding[];
}

/** Whether an event draws on a grant of a plan, and so counts as exercised under it. */
export const drawsOn = (act: string, plan: string | undefined): plan is string =>
  (act === 'exercise' || act === 'release') && plan !== undefined;

/** The holdings after a resolved list of transactions: exact for any quantities, and plain. */
export function holdingsOf({ issued, movements, left }: Resolved, asOf: PlainDate): Holdings {
  const rows = new Map<string, Holding>();
  const add = (holder: string | undefined, account: Account, quantity: Rational): void => {
    const key = JSON.stringify([account, holder]);
    const before = rows.get(key)?.quantity ?? Rational.ZERO;
    rows.set(key, { holder, account, quantity: before.plus(quantity) });
  };
  for (const security of issued) {
    add(security.holder, accountOf(security), left.get(security.id) ?? Rational.ZERO);
  }
  for (const { event, security, taken } of movements) {
    if (drawsOn(event.act, security.plan)) add(undefined, { kind: 'exercised', id: security.plan }, taken);
  }
  return { asOf, holdings: [...rows.values()].filter(({ quantity }) => quantity.sign() !== 0) };
}
