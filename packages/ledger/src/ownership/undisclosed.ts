import type { GraphBuilder } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import type { StatedHolding } from './stated-holdings.ts';

/** What the stated shares leave of the whole. All nodes are fractions of 1. */
export interface Undisclosed {
  readonly whole: string;
  /** All shares as stated, groups too; absent where none is stated. */
  readonly sum?: string;
  /** The whole less that sum: below zero where the shares stated are more than there is. */
  readonly remainder?: string;
  /** Even at their least, all shares as stated are more than the whole. */
  readonly exceeds: boolean;
  /** Whether groups of holders are added to those named one by one; not where they may hold the same shares. */
  readonly addsGroups: boolean;
  /** Held by nobody who is named, alone or in a group; absent where even those named one by one hold too much. */
  readonly rest?: string;
  /** The most that those who are not named one by one can hold. */
  readonly notNamed?: string;
}

/**
 * The undisclosed rest as a holder of its own: exact where the stated shares are, never below zero, and never
 * made to fit. Where the shares stated exceed the whole, the groups are set aside first: they were told of another
 * day, and may hold what is since said of one holder.
 */
export function undisclosedOf(
  builder: GraphBuilder,
  company: string,
  holdings: readonly StatedHolding[],
): Undisclosed {
  const shares = (groups: boolean): readonly string[] =>
    holdings.flatMap(({ direct, isGroup }) =>
      direct === undefined || isGroup !== groups ? [] : [direct.node],
    );
  const [single, grouped] = [shares(false), shares(true)];
  const whole = builder.exact({
    label: `all of ${company}`,
    unit: 'fraction',
    value: Rational.ONE,
    grounds: [{ kind: 'rule', id: 'whole', note: 'all shares of the company together' }],
  });
  const sum = added(builder, `shares of ${company} as stated`, [...single, ...grouped]);
  if (sum === undefined) {
    return { whole, exceeds: false, addsGroups: false, rest: whole, notNamed: whole };
  }
  const remainder = builder.formula({
    label: `all of ${company}, less the shares as stated`,
    unit: 'fraction',
    operator: 'subtract',
    operands: [whole, sum],
  });
  const exceeds = isBelowZero(builder, remainder);
  const notNamed = restOf(
    builder,
    `held by those not named one by one in ${company}`,
    whole,
    added(builder, `held by those named one by one in ${company}`, single),
  );
  const rest = exceeds ? notNamed : restOf(builder, `held by those not disclosed in ${company}`, whole, sum);
  return {
    whole,
    sum,
    remainder,
    exceeds,
    addsGroups: !exceeds,
    ...(rest === undefined ? {} : { rest }),
    ...(notNamed === undefined ? {} : { notNamed }),
  };
}

/** The whole less a part; at least nothing, where the part is only bounded; undefined where it is surely too much. */
function restOf(
  builder: GraphBuilder,
  label: string,
  whole: string,
  part: string | undefined,
): string | undefined {
  if (part === undefined) return whole;
  const rest = builder.formula({ label, unit: 'fraction', operator: 'subtract', operands: [whole, part] });
  if (isBelowZero(builder, rest)) return undefined;
  const { low } = builder.boundsOf(rest);
  if (low !== undefined && low.sign() >= 0) return rest;
  const none = builder.exact({
    label: 'none of it',
    unit: 'fraction',
    value: Rational.ZERO,
    grounds: [{ kind: 'rule', id: 'no-negative-share', note: 'nobody holds less than nothing' }],
  });
  return builder.formula({ label, unit: 'fraction', operator: 'maximum', operands: [none, rest] });
}

function added(builder: GraphBuilder, label: string, nodes: readonly string[]): string | undefined {
  const [first, second] = nodes;
  if (first === undefined || second === undefined) return first;
  return builder.formula({ label, unit: 'fraction', operator: 'add', operands: nodes });
}

const isBelowZero = (builder: GraphBuilder, node: string): boolean => {
  const { high } = builder.boundsOf(node);
  return high !== undefined && high.sign() < 0;
};
