import { draftInvestments } from './investment.ts';
import type { Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

/** "outlets had put the price at A and at B": what the buyer of a stake was said to pay. */
export function priceTalk(hit: Hit, reading: Reading): boolean {
  const investor = reading.roles.mainInvestor;
  if (investor === undefined || !reading.drafts.some((draft) => draft.type === 'stake')) return false;
  return ['amount', 'second']
    .map((slot) =>
      draftInvestments(hit, reading, hit.amount(slot), [{ value: investor }], { status: 'rumoured' }),
    )
    .some((made) => made);
}

/** Tried before valuations, for which the price of a stake would be taken. */
export const PRICE_RULES: readonly Rule[] = [
  rule('investment', '(?:put|putting|set) the price at {A:amount}(?: and at {A:second})?', priceTalk, [
    'amount',
    'second',
  ]),
];
