import { formatBounds } from '@tranche/core/display';
import { exactValue, type GraphBuilder } from '@tranche/core/formula';
import { maximum, Rational } from '@tranche/core/rational';
import type { PlainDate } from '@tranche/core/time';
import { groundsOf } from '../figures/nodes.ts';
import type { Contribution } from './contribution.ts';
import type { MeasuredParty } from './measured.ts';
import type { RunningTotal, RunningTotals } from './running-totals.ts';

export interface PartyTerms {
  readonly name: string;
  readonly contributions: readonly Contribution[];
  readonly stated: RunningTotals;
  /** It planned a purchase from other holders, and no report tells whether it made it. */
  readonly mayHaveBought: boolean;
  readonly asOf: PlainDate;
  readonly measure: 'committed' | 'paid';
  readonly unit: string;
}

/**
 * What one investor has promised or paid in all: a running total, and what its day does not cover; or its deals
 * added up. Undefined where neither is known.
 */
export function measureParty(builder: GraphBuilder, terms: PartyTerms): MeasuredParty | undefined {
  const { name, contributions: all, measure: basis, unit } = terms;
  const amountOf = ({ committed, drawn }: Contribution): string =>
    basis === 'committed' ? committed : drawn;
  // What has no limit at all would make every answer open; it is left out, and said to be.
  const own = all.filter((one) => !one.isUndisclosed || builder.boundsOf(amountOf(one)).high !== undefined);
  const newMoney = own.filter(({ isSecondary }) => !isSecondary);
  const sum = (label: string, nodes: readonly string[]): string | undefined => {
    const [first, second] = nodes;
    if (first === undefined || second === undefined) return first;
    return builder.formula({ label: `${name}, ${label}`, basis, unit, operator: 'add', operands: nodes });
  };
  const found = basis === 'committed' ? committedBase(terms.stated) : paidBase(builder, terms, newMoney);
  const base = found === undefined || builder.node(found.node).unit === unit ? found : undefined;
  const later = base === undefined ? own : own.filter((one) => !base.covers(one));
  const inAll = sum('in all', [...(base === undefined ? [] : [base.node]), ...later.map(amountOf)]);
  if (inAll === undefined) return undefined;
  // A running total does not tell new money from purchases; with purchases in it, the deals are added up instead.
  const dealsOnly = newMoney.length < own.length;
  const isMixed = !dealsOnly && base !== undefined && terms.mayHaveBought;
  const primary = dealsOnly
    ? sum('new money', newMoney.map(amountOf))
    : isMixed
      ? sum('new money', [
          newMoneyIn(builder, terms, base, newMoney.filter((one) => base.covers(one)).map(amountOf)),
          ...later.map(amountOf),
        ])
      : inAll;
  const notes = [
    ...(base === undefined ? [] : [`${base.words} until ${base.until}`]),
    ...(dealsOnly ? ['purchases from other holders are not counted as new money'] : []),
    ...(isMixed ? ['the total may hold purchases from other holders'] : []),
    ...(own.some(({ isUndisclosed }) => isUndisclosed)
      ? ['takes part in a deal with an amount that is not disclosed']
      : []),
    ...(own.length < all.length ? ['a part without any limit stated is not counted'] : []),
  ];
  return {
    party: name,
    node: primary ?? noNewMoney(builder, name, basis, unit),
    ...(dealsOnly || isMixed ? { withSecondary: inAll } : {}),
    isGroup: false,
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
    missing: [
      ...(isMixed ? [`what of ${name}'s total until ${base.until} was new money`] : []),
      ...(base?.missing === undefined || exactValue(builder.boundsOf(base.node)) !== undefined
        ? []
        : [base.missing]),
      ...(dealsOnly ? own : later).flatMap((one) => missingOf(builder, terms, one, amountOf(one))),
      ...all
        .filter((one) => !own.includes(one))
        .map(({ deal }) => `any limit to what ${name} put into ${deal}`),
    ],
    statements: [
      ...new Set([
        ...own.flatMap((one) => one.statements),
        ...(base === undefined ? [] : base.saidBy.map(({ id }) => id)),
      ]),
    ],
  };
}

export const noNewMoney = (builder: GraphBuilder, name: string, basis: string, unit: string): string =>
  builder.exact({
    label: `${name}, new money`,
    basis,
    unit,
    value: Rational.ZERO,
    grounds: [{ kind: 'rule', id: 'purchases-only', note: 'only purchases from other holders are reported' }],
  });

/** What of a running total was new money: at least the payments to the issuer that are told, at most all of it. */
function newMoneyIn(
  builder: GraphBuilder,
  { name, measure: basis, unit }: PartyTerms,
  base: Base,
  told: readonly string[],
): string {
  const lows = told.map((node) => builder.boundsOf(node).low ?? Rational.ZERO);
  const low = lows.reduce((total, one) => total.plus(one), Rational.ZERO);
  const { high } = builder.boundsOf(base.node);
  return builder.input({
    label: `${name}, new money until ${base.until}`,
    basis,
    unit,
    date: base.until,
    bounds: { low, ...(high === undefined ? {} : { high: maximum(low, high) }), vague: false },
    unknownBecause:
      'the total does not tell new money from purchases from other holders, and a purchase is reported as planned',
    grounds: groundsOf(base.saidBy),
  });
}

/** What would tell an amount that is known within bounds only. */
function missingOf(
  builder: GraphBuilder,
  { name, measure, asOf }: PartyTerms,
  { deal, isUndisclosed, committed }: Contribution,
  node: string,
): readonly string[] {
  if (exactValue(builder.boundsOf(node)) !== undefined) return [];
  const isOpenPromise = measure === 'committed' || isUndisclosed;
  return [
    isOpenPromise
      ? `${name}'s ${measure} amount in ${deal}`
      : `whether ${name} had paid its ${formatBounds(builder.boundsOf(committed), builder.node(committed).unit)} of ${deal} by ${asOf}`,
  ];
}

interface Base extends RunningTotal {
  readonly words: string;
  /** Whether the total already holds this. */
  covers(one: Contribution): boolean;
  /** What would tell it exactly, where it is known within bounds. */
  readonly missing?: string;
}

function committedBase({ committed, paid }: RunningTotals): Base | undefined {
  if (committed === undefined) return paid === undefined ? undefined : paidAsStated(paid);
  return {
    ...committed,
    words: 'promised in all, as stated,',
    covers: ({ boundOn }) => boundOn !== undefined && boundOn <= committed.until,
  };
}

const paidAsStated = (paid: RunningTotal): Base => ({
  ...paid,
  words: 'paid in all, as stated,',
  covers: ({ paidOn }) => paidOn !== undefined && paidOn <= paid.until,
});

/**
 * What was paid in all: a stated total with the payments known since, and on top of it at most what was promised
 * beyond it by then. Without a stated total, at least the payments that are known, and at most what was promised.
 */
function paidBase(
  builder: GraphBuilder,
  { name, stated: { committed, paid }, asOf, unit }: PartyTerms,
  newMoney: readonly Contribution[],
): Base | undefined {
  if (committed === undefined) return paid === undefined ? undefined : paidAsStated(paid);
  const covers = ({ boundOn }: Contribution): boolean => boundOn !== undefined && boundOn <= committed.until;
  if (paid !== undefined && paid.until >= asOf) return { ...paidAsStated(paid), covers };
  const since = newMoney
    .filter(
      (one) => covers(one) && (paid === undefined || (one.paidOn !== undefined && one.paidOn > paid.until)),
    )
    .map(({ drawn }) => drawn);
  const known = [...(paid === undefined ? [] : [paid.node]), ...since];
  const atLeast =
    known.length === 0
      ? Rational.ZERO
      : (builder.boundsOf(
          builder.formula({
            label: `${name}, payments known`,
            basis: 'paid',
            unit,
            operator: 'add',
            operands: known,
          }),
        ).low ?? Rational.ZERO);
  const { high } = builder.boundsOf(committed.node);
  const saidBy = [...committed.saidBy, ...(paid?.saidBy ?? [])];
  const promised = formatBounds(builder.boundsOf(committed.node), unit);
  return {
    node: builder.input({
      label: `${name}, paid in all`,
      basis: 'paid',
      unit,
      bounds: { low: atLeast, ...(high === undefined ? {} : { high: maximum(atLeast, high) }), vague: false },
      unknownBecause:
        paid === undefined
          ? 'no total of payments is disclosed: at most what was promised'
          : `payments after ${paid.until} are not disclosed: at most what was promised`,
      grounds: groundsOf(saidBy),
    }),
    until: paid?.until ?? committed.until,
    saidBy,
    words: paid === undefined ? 'promised in all, as stated,' : 'paid in all, as stated,',
    missing:
      paid === undefined
        ? `${name}'s paid amount, of ${promised} promised until ${committed.until}`
        : `${name}'s paid amount after ${paid.until}, of ${promised} promised until ${committed.until}`,
    covers,
  };
}
