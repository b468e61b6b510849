import { headlineValue, type StatedAmount } from '@tranche/core/money';
import { maximum, Rational } from '@tranche/core/rational';
import type { Statement } from '../statement/index.ts';

/** "Over 300" has no upper end; it is not taken to mean more than so many times its number. */
const OPEN_END = Rational.of(10n);

/**
 * What all that is told of some deals adds up to at most, by currency: of each deal its largest size and every part
 * once. No size, sum of parts or payment of one of the deals is more, since each is made from what is told; a sum
 * without an upper end counts tenfold. Exact; linear.
 */
export function mostSaid(deals: readonly (readonly Statement[])[]): ReadonlyMap<string, Rational> {
  const most = new Map<string, Rational>();
  for (const statements of deals) {
    const sizes = new Map<string, Rational>();
    const parts = new Map<string, StatedAmount>();
    for (const { body } of statements) {
      const amount = 'amount' in body ? body.amount : undefined;
      if (amount === undefined || body.type === 'valuation') continue;
      if (body.type === 'round') {
        const { currency } = amount;
        sizes.set(currency, maximum(reachOf(amount), sizes.get(currency) ?? Rational.ZERO));
      } else parts.set(partKey(body), amount);
    }
    for (const [currency, size] of sizes) add(most, currency, size);
    for (const amount of parts.values()) add(most, amount.currency, reachOf(amount));
  }
  return most;
}

function reachOf(amount: StatedAmount): Rational {
  const isOpen = amount.qualifier === 'at_least' || amount.qualifier === 'over';
  return isOpen ? headlineValue(amount).times(OPEN_END) : headlineValue(amount);
}

/** One part told twice is told in the same words: of the same payer, sum and day. */
const partKey = (body: Statement['body']): string =>
  JSON.stringify([
    body.type,
    'amount' in body ? body.amount : undefined,
    'investor' in body ? body.investor : undefined,
    'payer' in body ? body.payer : undefined,
    'when' in body ? body.when : undefined,
    'closing' in body ? body.closing : undefined,
  ]);

function add(sums: Map<string, Rational>, currency: string, value: Rational): void {
  sums.set(currency, value.plus(sums.get(currency) ?? Rational.ZERO));
}
