import type { GraphBuilder } from '@tranche/core/formula';
import { maximum, Rational } from '@tranche/core/rational';
import type { PlainDate } from '@tranche/core/time';
import type { IssuerKnowledge } from '../grouping/deals-of.ts';
import type { Assumption, Dates, RankedStake } from '../view.ts';
import { type Contribution, contributionsOf, UNNAMED_NOT_LARGEST } from './contributions.ts';
import {
  OVER_WITHIN_PRECISION,
  PRESS_TOTALS,
  type RunningTotal,
  type RunningTotals,
  runningTotalsOf,
} from './running-totals.ts';

export interface MeasuredParty {
  readonly party: string;
  readonly node: string;
  readonly withSecondary?: string;
  readonly isGroup: boolean;
  readonly note?: string;
  readonly stake?: RankedStake;
  readonly statements: readonly string[];
}

export interface Measured {
  readonly parties: readonly MeasuredParty[];
  readonly unit: string;
  readonly assumptions: readonly Assumption[];
}

/**
 * What each investor has promised or paid over all deals of an issuer. A running total that a source states stands
 * for everything up to its day, and what came later is added to it; where none is stated, the deals are added up.
 * New money and purchases from other holders are told apart.
 */
export function measureByAmount(
  builder: GraphBuilder,
  knowledge: IssuerKnowledge,
  dates: Dates,
  measure: 'committed' | 'paid',
): Measured {
  const { contributions, groups } = contributionsOf(builder, knowledge, dates);
  const totals = runningTotalsOf(builder, knowledge, dates.asOf);
  const units = contributions.map(({ committed }) => builder.node(committed).unit);
  const unit = mostFrequent([
    ...units,
    ...[...totals.values()].flatMap(nodesOf).map((node) => builder.node(node).unit),
  ]);
  const inUnit = (node: string): boolean => builder.node(node).unit === unit;
  const parties = [...new Set([...contributions.map(({ party }) => party), ...totals.keys()])];
  const measured = parties.flatMap((party): readonly MeasuredParty[] => {
    const own = contributions.filter((one) => one.party === party && inUnit(one.committed));
    const stated = totals.get(party) ?? { committed: undefined, paid: undefined };
    const row = measureParty(builder, knowledge.nameOf(party), own, stated, dates.asOf, measure, unit);
    return row === undefined ? [] : [row];
  });
  const ofGroups = groups
    .filter(({ committed }) => inUnit(committed))
    .map(
      ({ label, committed, drawn, statements }): MeasuredParty => ({
        party: label,
        node: measure === 'committed' ? committed : drawn,
        isGroup: true,
        note: 'several investors, whose parts are not told one by one',
        statements,
      }),
    );
  return {
    parties: [...measured, ...ofGroups],
    unit,
    assumptions: [
      ...(totals.size === 0 ? [] : [PRESS_TOTALS, OVER_WITHIN_PRECISION]),
      ...(contributions.some(({ isUndisclosed }) => isUndisclosed) ? [UNNAMED_NOT_LARGEST] : []),
    ],
  };
}

const nodesOf = ({ committed, paid }: RunningTotals): readonly string[] =>
  [committed, paid].flatMap((total) => (total === undefined ? [] : [total.node]));

function mostFrequent(units: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return (
    [...counts].toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))[0]?.[0] ?? 'XXX'
  );
}

function measureParty(
  builder: GraphBuilder,
  name: string,
  all: readonly Contribution[],
  stated: RunningTotals,
  asOf: PlainDate,
  measure: 'committed' | 'paid',
  unit: string,
): MeasuredParty | undefined {
  const basis = measure === 'committed' ? 'committed' : 'paid';
  const amountOf = ({ committed, drawn }: Contribution): string =>
    measure === 'committed' ? committed : drawn;
  // What has no limit at all would make every answer open; it is left out, and said to be.
  const own = all.filter((one) => !one.isUndisclosed || builder.boundsOf(amountOf(one)).high !== undefined);
  const newMoney = own.filter(({ isSecondary }) => !isSecondary);
  const bought = own.filter(({ isSecondary }) => isSecondary);
  const sum = (label: string, nodes: readonly string[]): string | undefined => {
    const [first, second] = nodes;
    if (first === undefined) return undefined;
    return second === undefined
      ? first
      : builder.formula({ label: `${name}, ${label}`, basis, unit, operator: 'add', operands: nodes });
  };
  const base =
    measure === 'committed' ? committedBase(stated) : paidBase(builder, name, newMoney, stated, asOf, unit);
  const later = base === undefined ? own : own.filter((one) => !base.covers(one));
  const isInUnit = base === undefined || builder.node(base.node).unit === unit;
  const inAll = sum(
    'in all',
    base === undefined || !isInUnit ? own.map(amountOf) : [base.node, ...later.map(amountOf)],
  );
  if (inAll === undefined) return undefined;
  // A running total does not tell new money from purchases; with purchases in it, the deals are added up instead.
  const dealsOnly = bought.length > 0;
  const primary = dealsOnly ? sum('new money', newMoney.map(amountOf)) : inAll;
  const statements = [
    ...new Set([...own.flatMap((one) => one.statements), ...(base === undefined ? [] : base.statements)]),
  ];
  const notes = [
    ...(base === undefined ? [] : [`${base.words} until ${base.until}`]),
    ...(dealsOnly ? ['purchases from other holders are not counted as new money'] : []),
    ...(own.some(({ isUndisclosed }) => isUndisclosed)
      ? ['takes part in a deal with an amount that is not disclosed']
      : []),
    ...(own.length < all.length ? ['a part without any limit stated is not counted'] : []),
  ];
  return {
    party: name,
    node: primary ?? zeroOf(builder, name, basis, unit),
    ...(dealsOnly ? { withSecondary: inAll } : {}),
    isGroup: false,
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
    statements,
  };
}

const zeroOf = (builder: GraphBuilder, name: string, basis: string, unit: string): string =>
  builder.exact({
    label: `${name}, new money`,
    basis,
    unit,
    value: Rational.ZERO,
    grounds: [{ kind: 'rule', id: 'purchases-only', note: 'only purchases from other holders are reported' }],
  });

interface Base extends RunningTotal {
  readonly words: string;
  /** Whether the total already holds this. */
  covers(one: Contribution): boolean;
}

function committedBase({ committed, paid }: RunningTotals): Base | undefined {
  if (committed !== undefined) {
    return {
      ...committed,
      words: 'promised in all, as stated,',
      covers: ({ boundOn }) => boundOn !== undefined && boundOn <= committed.until,
    };
  }
  return paid === undefined
    ? undefined
    : {
        ...paid,
        words: 'paid in all, as stated,',
        covers: ({ paidOn }) => paidOn !== undefined && paidOn <= paid.until,
      };
}

/**
 * What was paid in all: a stated total, and on top of it at most what was promised beyond it by then. Without a
 * stated total, at least the payments that are known, and at most what was promised.
 */
function paidBase(
  builder: GraphBuilder,
  name: string,
  newMoney: readonly Contribution[],
  { committed, paid }: RunningTotals,
  asOf: PlainDate,
  unit: string,
): Base | undefined {
  if (paid !== undefined && committed === undefined) {
    return {
      ...paid,
      words: 'paid in all, as stated,',
      covers: ({ paidOn }) => paidOn !== undefined && paidOn <= paid.until,
    };
  }
  if (committed === undefined) return undefined;
  const known = paid?.node ?? knownPayments(builder, name, newMoney, committed.until, unit);
  const low = known === undefined ? Rational.ZERO : (builder.boundsOf(known).low ?? Rational.ZERO);
  const high = builder.boundsOf(committed.node).high;
  const exact = paid !== undefined && paid.until >= asOf;
  const node = exact
    ? paid.node
    : builder.input({
        label: `${name}, paid in all`,
        basis: 'paid',
        unit,
        bounds: { low, ...(high === undefined ? {} : { high: maximum(low, high) }), vague: false },
        unknownBecause:
          paid === undefined
            ? 'no total of payments is disclosed: at most what was promised'
            : `payments after ${paid.until} are not disclosed: at most what was promised`,
        grounds: [
          ...[...committed.statements, ...(paid?.statements ?? [])].map((id) => ({
            kind: 'rule' as const,
            id,
          })),
        ],
      });
  return {
    node,
    until: paid?.until ?? committed.until,
    statements: [...committed.statements, ...(paid?.statements ?? [])],
    words: paid === undefined ? 'promised in all, as stated,' : 'paid in all, as stated,',
    covers: ({ boundOn }) => boundOn !== undefined && boundOn <= committed.until,
  };
}

function knownPayments(
  builder: GraphBuilder,
  name: string,
  newMoney: readonly Contribution[],
  until: PlainDate,
  unit: string,
): string | undefined {
  const nodes = newMoney
    .filter(({ paidOn, boundOn }) => (paidOn ?? boundOn ?? '') <= until)
    .map(({ drawn }) => drawn);
  const [first, second] = nodes;
  if (first === undefined || second === undefined) return first;
  return builder.formula({
    label: `${name}, payments known`,
    basis: 'paid',
    unit,
    operator: 'add',
    operands: nodes,
  });
}
