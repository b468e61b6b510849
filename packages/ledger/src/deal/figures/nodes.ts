import type { GraphBuilder, Grounds } from '@tranche/core/formula';
import { boundsOf, headlineValue, type StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { Statement } from '../../statement/index.ts';
import type { Choice, Option } from '../reconcile/index.ts';

/** What a number stands on: the statements that say it, each with its own words. */
export const groundsOf = (statements: readonly Statement[]): readonly Grounds[] =>
  statements.map(({ id, kind, quote, note }) => ({
    kind,
    id,
    ...(quote !== undefined ? { note: quote } : note !== undefined ? { note } : {}),
  }));

interface Described {
  readonly label: string;
  readonly basis: string;
}

/** The node of an amount as one option states it. */
export function amountNode(
  builder: GraphBuilder,
  option: Option<StatedAmount>,
  described: Described,
): string {
  const { value } = option;
  return builder.input({
    ...described,
    unit: value.currency,
    bounds: boundsOf(value),
    qualifier: value.qualifier,
    grounds: groundsOf(option.statements),
  });
}

/** The node of an amount as the rule picks it; what it passes over in the same currency stays beside it. */
export function chosenAmountNode(
  builder: GraphBuilder,
  choice: Choice<StatedAmount>,
  described: Described,
): string {
  const { currency } = choice.chosen.value;
  const chosen = amountNode(builder, choice.chosen, described);
  const alternatives = choice.alternatives
    .filter(({ option }) => option.value.currency === currency)
    .map(({ option, because }) => ({
      node: amountNode(builder, option, described),
      passedOverBecause: because,
    }));
  if (alternatives.length === 0) return chosen;
  return builder.choice({ ...described, unit: currency, chosen, alternatives, rule: choice.because });
}

/** The plain number of a stated amount, as a node of its own: what a headline would print, without its hedge. */
export const headlineNode = (
  builder: GraphBuilder,
  option: Option<StatedAmount>,
  described: Described,
): string =>
  builder.exact({
    ...described,
    unit: option.value.currency,
    value: headlineValue(option.value),
    grounds: groundsOf(option.statements),
  });

/** Nothing, for a reason: never for want of knowledge. */
export const zeroNode = (
  builder: GraphBuilder,
  unit: string,
  described: Described,
  because: string,
  statements: readonly Statement[] = [],
): string =>
  builder.exact({
    ...described,
    unit,
    value: Rational.ZERO,
    grounds: [...groundsOf(statements), { kind: 'rule', id: 'nothing-yet', note: because }],
  });

export const difference = (
  builder: GraphBuilder,
  unit: string,
  described: Described,
  whole: string,
  parts: readonly string[],
): string => {
  const [first, second] = parts;
  if (first === undefined) return whole;
  const part =
    second === undefined
      ? first
      : builder.formula({
          label: 'parts that are named',
          basis: described.basis,
          unit,
          operator: 'add',
          operands: parts,
        });
  return builder.formula({ ...described, unit, operator: 'subtract', operands: [whole, part] });
};
