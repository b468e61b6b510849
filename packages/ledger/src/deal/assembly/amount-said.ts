import { headlineValue, type StatedAmount } from '@tranche/core/money';
import type { PartialDate } from '@tranche/core/time';
import type { Mention } from '../grouping/mention.ts';
import type { Said } from '../reconcile/index.ts';

/** A mention that states its amount. */
export interface AmountMention extends Mention {
  readonly amount: StatedAmount;
}

export const hasAmount = (mention: Mention): mention is AmountMention => mention.amount !== undefined;

/** Two amounts with one key are one number: "up to 40bn" and "40bn" do not contradict each other. */
export function amountKey(amount: StatedAmount): string {
  const number = 'min' in amount ? `${amount.min}..${amount.max}` : `${amount.value}`;
  return `${amount.currency} ${number}`;
}

export const amountSaid = (mention: AmountMention): Said<StatedAmount> => ({
  key: amountKey(mention.amount),
  value: mention.amount,
  mention,
});

/** One plain number that can be added up: no range, no ceiling, no floor. */
export const isSummand = (amount: StatedAmount): boolean =>
  !('min' in amount) && (amount.qualifier === 'exact' || amount.qualifier === 'about');

export const sameNumber = (one: StatedAmount, other: StatedAmount): boolean =>
  one.currency === other.currency && headlineValue(one).equals(headlineValue(other));

/** The date a statement gives itself, past or future. */
export function dateOf({ statement: { body } }: Mention): PartialDate | undefined {
  if (body.type === 'round') return body.date;
  return 'when' in body ? body.when : undefined;
}

export const conditionOf = ({ statement: { body } }: Mention): string | undefined =>
  'condition' in body ? body.condition : undefined;
