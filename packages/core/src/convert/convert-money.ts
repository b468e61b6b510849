import type { GraphBuilder } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { ok, type Result } from '../result/index.ts';
import { type ConversionLeg, type ConversionRate, findRate, type RateQuestion } from './find-rate.ts';

export interface ConvertedAmount extends ConversionRate {
  /** In `to`; exact, not rounded. */
  readonly amount: Rational;
}

/** A sum of money in another currency: `amount` × the rate of `findRate`, exact. Fails as `findRate` does. */
export function convertAmount(
  question: RateQuestion & { readonly amount: Rational },
): Result<ConvertedAmount> {
  const found = findRate(question);
  return found.ok ? ok({ ...found.value, amount: question.amount.times(found.value.rate) }) : found;
}

export interface ConvertedNode extends ConversionRate {
  /** Node: the amount in `to`. */
  readonly node: string;
  /** Node: units of `to` for one unit of `from`; absent for the same currency. */
  readonly rateNode?: string;
}

/**
 * The same as `convertAmount` for a node of a graph, with the published rates, the division that makes the cross
 * and the multiplication added as nodes. An amount with bounds is converted at both ends; the rate is exact.
 * Fails as `findRate` does.
 */
export function convertMoney(
  builder: GraphBuilder,
  question: RateQuestion & { readonly amount: string },
): Result<ConvertedNode> {
  const { from, to, date, ofThatDayOnly = false, amount } = question;
  const found = findRate(question);
  if (!found.ok) return found;
  const rateNode = addRate(builder, from, to, found.value.legs);
  if (rateNode === undefined) return ok({ ...found.value, node: amount });
  const node = builder.formula({
    label: `${builder.node(amount).label} in ${to}`,
    unit: to,
    basis:
      date === undefined
        ? 'at the last rate given'
        : ofThatDayOnly
          ? `at the rate of ${date}`
          : `at the last rate on or before ${date}`,
    ...(date === undefined ? {} : { date }),
    operator: 'multiply',
    operands: [amount, rateNode],
  });
  return ok({ ...found.value, node, rateNode });
}

function addRate(
  builder: GraphBuilder,
  from: string,
  to: string,
  legs: readonly ConversionLeg[],
): string | undefined {
  const [first, second] = legs;
  if (first === undefined) return undefined;
  if (second === undefined) {
    return first.direct ? addPublished(builder, first) : addReciprocal(builder, first);
  }
  const described = { label: `${to} per ${from}, cross through ${first.to}`, unit: `${to} per ${from}` };
  // The middle currency cancels; dividing by a published rate reads better than multiplying by its reciprocal.
  if (second.direct && !first.direct) {
    const operands = [addPublished(builder, second), addPublished(builder, first)];
    return builder.formula({ ...described, operator: 'divide', operands });
  }
  if (first.direct && !second.direct) {
    const operands = [addPublished(builder, first), addPublished(builder, second)];
    return builder.formula({ ...described, operator: 'divide', operands });
  }
  const operands = legs.map((leg) => (leg.direct ? addPublished(builder, leg) : addReciprocal(builder, leg)));
  return builder.formula({ ...described, operator: 'multiply', operands });
}

function addPublished(builder: GraphBuilder, { published }: ConversionLeg): string {
  const { base, quote, rate, date, publisher } = published;
  const id = published.id ?? `${quote}-per-${base}-${date}`;
  const described = { label: `${quote} per ${base}`, unit: `${quote} per ${base}`, date, value: rate };
  if (publisher === undefined) {
    return builder.exact({ ...described, grounds: [{ kind: 'given', id, note: id }] });
  }
  return builder.exact({
    ...described,
    basis: `rate published by ${publisher}`,
    grounds: [{ kind: 'fact', id, note: `${publisher}, ${date}` }],
  });
}

function addReciprocal(builder: GraphBuilder, leg: ConversionLeg): string {
  const one = builder.exact({
    label: 'one',
    unit: 'count',
    value: Rational.ONE,
    grounds: [
      { kind: 'rule', id: 'reciprocal-rate', note: 'a rate the other way round is one divided by it' },
    ],
  });
  const unit = `${leg.to} per ${leg.from}`;
  return builder.formula({
    label: unit,
    unit,
    operator: 'divide',
    operands: [one, addPublished(builder, leg)],
  });
}
