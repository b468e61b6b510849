import type { Account } from './holdings.ts';

/** Numbers the accounts of each holder, so that a history adds into one array. */
export class Positions {
  readonly holders: (string | undefined)[] = [];
  readonly accounts: Account[] = [];
  /** By kind, then by what it is of, then by holder. */
  private readonly numbers = new Map<string, Map<string | undefined, Map<string | undefined, number>>>();

  get count(): number {
    return this.accounts.length;
  }

  /** The number of an account of a holder; a new one when it is new. */
  of(account: Account, holder: string | undefined): number {
    const byId = inner(this.numbers, account.kind);
    const byHolder = inner(byId, 'id' in account ? account.id : undefined);
    const known = byHolder.get(holder);
    if (known !== undefined) return known;
    const number = this.accounts.length;
    byHolder.set(holder, number);
    this.holders.push(holder);
    this.accounts.push(account);
    return number;
  }
}

function inner<K, A, B>(outer: Map<K, Map<A, B>>, key: K): Map<A, B> {
  const known = outer.get(key);
  if (known !== undefined) return known;
  const added = new Map<A, B>();
  outer.set(key, added);
  return added;
}
