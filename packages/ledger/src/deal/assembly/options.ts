import { isDone, isOpen } from '../grouping/mention.ts';
import { type AmountMention, conditionOf, dateOf, sameNumber } from './amount-said.ts';
import { partKeyOf } from './parts-of-sum.ts';
import { datesFit } from './pieces.ts';

/**
 * Payers' rights to pay more on a condition: each named by a text that tells what its payer has paid already, with
 * whatever else was said of that same right.
 */
export function optionsIn(parts: readonly AmountMention[]): readonly (readonly AmountMention[])[] {
  const beside = parts.filter((part) => isBesidePayment(part, parts));
  return beside
    .filter((part, index) => !beside.slice(0, index).some((earlier) => isSameOption(earlier, part)))
    .map((part) => parts.filter((other) => isSameOption(part, other)));
}

function isBesidePayment(part: AmountMention, parts: readonly AmountMention[]): boolean {
  if (!isOpen(part.status) || conditionOf(part) === undefined) return false;
  return parts.some(
    (other) =>
      other.text === part.text &&
      isDone(other.status) &&
      isSamePayer(other, part) &&
      !sameNumber(other.amount, part.amount),
  );
}

const isSameOption = (one: AmountMention, other: AmountMention): boolean =>
  isSamePayer(one, other) && sameNumber(one.amount, other.amount) && datesFit(dateOf(one), dateOf(other));

function isSamePayer(one: AmountMention, other: AmountMention): boolean {
  const [a, b] = [partKeyOf(one), partKeyOf(other)];
  return a?.party === b?.party && a?.share === b?.share;
}
