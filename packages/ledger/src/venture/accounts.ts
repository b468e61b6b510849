import { headlineValue } from '@tranche/core/money';
import { sum } from '@tranche/core/rational';
import { amountKey, isSummand, sameNumber } from '../deal/assembly/amount-said.ts';
import type { SaidMoney } from './pledges.ts';

/** Amounts by party as one text has them, or as several that agree on each. */
export interface Account {
  readonly texts: readonly string[];
  /** By party id; what all the texts say of that party. */
  readonly parts: ReadonlyMap<string, readonly SaidMoney[]>;
}

/**
 * The accounts that give an amount for as many parties as any one text does, two at least, in the order in which
 * they became known. What a text leaves out nobody puts in for it; a text with two amounts for one party passes on
 * what others say, and is no account of its own.
 */
export function accountsOf(pledges: readonly SaidMoney[]): readonly Account[] {
  const single = textsOf(pledges);
  const most = Math.max(2, ...single.map(({ parts }) => parts.size));
  const accounts = new Map<string, { texts: string[]; parts: Map<string, SaidMoney[]> }>();
  for (const { text, parts } of single.filter((one) => one.parts.size === most)) {
    const key = [...parts]
      .map(([party, { amount }]) => `${party} ${amountKey(amount)}`)
      .sort()
      .join('; ');
    const account = accounts.get(key) ?? { texts: [], parts: new Map<string, SaidMoney[]>() };
    accounts.set(key, account);
    account.texts.push(text);
    for (const [party, said] of parts) {
      account.parts.set(party, [...(account.parts.get(party) ?? []), said]);
    }
  }
  return [...accounts.values()];
}

interface OneText {
  readonly text: string;
  readonly parts: ReadonlyMap<string, SaidMoney>;
}

function textsOf(pledges: readonly SaidMoney[]): readonly OneText[] {
  const texts = new Map<string, Map<string, SaidMoney>>();
  const ambiguous = new Set<string>();
  for (const said of pledges) {
    if (said.party === undefined) continue;
    const parts = texts.get(said.text) ?? new Map<string, SaidMoney>();
    texts.set(said.text, parts);
    const other = parts.get(said.party.id);
    if (other !== undefined && amountKey(other.amount) !== amountKey(said.amount)) ambiguous.add(said.text);
    parts.set(said.party.id, other ?? said);
  }
  return [...texts].flatMap(([text, parts]) => (ambiguous.has(text) ? [] : [{ text, parts }]));
}

/** What is said of the venture as a whole: a sum of contributions, or what it means to spend over some period. */
export interface Wholes {
  readonly sums: readonly SaidMoney[];
  readonly intended: readonly SaidMoney[];
}

/**
 * Tells stated sums of contributions from intended spending. A whole that the same text's amounts by party add up
 * to is their sum; any other with a period is an intention, and so is the same amount where a text leaves the
 * period out; what no text gives a period is a stated sum.
 */
export function wholesOf(said: readonly SaidMoney[]): Wholes {
  const texts = new Map(textsOf(said).map(({ text, parts }) => [text, parts]));
  const wholes = said.filter(({ party }) => party === undefined);
  const addsUp = ({ text, amount }: SaidMoney): boolean => {
    const parts = [...(texts.get(text)?.values() ?? [])].map((part) => part.amount);
    if (parts.length < 2 || !parts.every((part) => isSummand(part) && part.currency === amount.currency)) {
      return false;
    }
    const value = sum(parts.map(headlineValue));
    return sameNumber(amount, { currency: amount.currency, value, qualifier: 'exact' });
  };
  const withPeriod = new Set(
    wholes
      .filter((whole) => whole.period !== undefined && !addsUp(whole))
      .map(({ amount }) => amountKey(amount)),
  );
  const isSum = (whole: SaidMoney): boolean => addsUp(whole) || !withPeriod.has(amountKey(whole.amount));
  return { sums: wholes.filter(isSum), intended: wholes.filter((whole) => !isSum(whole)) };
}
