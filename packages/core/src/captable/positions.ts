import type { Account } from './holdings.ts';

/** Numbers the accounts of each holder, so that a history adds into one array. */
export class Positions {
  readonly holders: (string | undefined)[] = [];
  readonly accounts: Account[] = [];
  private readonly numbers = new Map<string, Map<string | undefined, number>>();

  get count(): number {
    return this.accounts.length;
  }

  /** The number of an account of a holder; a new one when it is new. */
  of(account: Account, holder: string | undefined): number {
    const name = 'id' in account ? `${account.kind} ${account.id}` : account.kind;
    const byHolder = this.numbers.get(name) ?? new Map<string | undefined, number>();
    this.numbers.set(name, byHolder);
    const known = byHolder.get(holder);
    if (known !== undefined) return known;
    const number = this.accounts.length;
    byHolder.set(holder, number);
    this.holders.push(holder);
    this.accounts.push(account);
    return number;
  }
}
