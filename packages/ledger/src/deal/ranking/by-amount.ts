import type { GraphBuilder } from '@tranche/core/formula';
import type { Bounds } from '@tranche/core/money';
import type { IssuerKnowledge } from '../grouping/deals-of.ts';
import type { Dates } from '../view.ts';
import { contributionsOf } from './contributions.ts';
import { measureParty, noNewMoney, type PartyTerms } from './measure-party.ts';
import type { ContestedTotal, Measured, MeasuredParty } from './measured.ts';
import {
  type ChosenTotal,
  OVER_WITHIN_PRECISION,
  PRESS_TOTALS,
  type RunningTotals,
  runningTotalsOf,
} from './running-totals.ts';
import { UNNAMED_NOT_LARGEST } from './unnamed-parts.ts';

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
  const { contributions, groups, mayHaveBought } = contributionsOf(builder, knowledge, dates);
  const totals = runningTotalsOf(builder, knowledge, dates.asOf);
  const units = contributions.map(({ committed }) => builder.node(committed).unit);
  const unit = mostFrequent([
    ...units,
    ...[...totals.values()].flatMap(nodesOf).map((node) => builder.node(node).unit),
  ]);
  const inUnit = (node: string): boolean => builder.node(node).unit === unit;
  const parties = [...new Set([...contributions.map(({ party }) => party), ...totals.keys()])];
  const measured = parties.flatMap((party) => {
    const terms: PartyTerms = {
      name: knowledge.nameOf(party),
      contributions: contributions.filter((one) => one.party === party && inUnit(one.committed)),
      stated: totals.get(party) ?? { committed: undefined, paid: undefined },
      mayHaveBought: mayHaveBought.has(party),
      asOf: dates.asOf,
      measure,
      unit,
    };
    const row = measureParty(builder, terms);
    if (row === undefined) return [];
    return SEVERAL.test(terms.name)
      ? [{ row: { ...row, isGroup: true, note: NOT_ONE }, contested: [] }]
      : [{ row, contested: contestedIn(builder, terms) }];
  });
  const ofGroups = groups
    .filter(({ committed }) => inUnit(committed))
    .map(({ label, isSecondary, committed, drawn, statements }): MeasuredParty => {
      const node = measure === 'committed' ? committed : drawn;
      return {
        party: label,
        ...(isSecondary
          ? { node: noNewMoney(builder, label, measure, unit), withSecondary: node }
          : { node }),
        isGroup: true,
        note: NOT_ONE,
        statements,
      };
    });
  return {
    parties: [...measured.map(({ row }) => row), ...ofGroups],
    unit,
    assumptions: [
      ...(totals.size === 0 ? [] : [PRESS_TOTALS, OVER_WITHIN_PRECISION]),
      ...(contributions.some(({ isUndisclosed }) => isUndisclosed) ? [UNNAMED_NOT_LARGEST] : []),
    ],
    contested: measured.flatMap(({ contested }) => contested),
  };
}

/** Investors that a text names together; a name may hold "group" and be that of one. */
const SEVERAL = /\b(?:syndicate|consortium|co-investors)\b/i;
const NOT_ONE = 'several investors, whose parts are not told one by one';

/** The running totals of an investor that count for the measure, and on which sources disagree. */
function contestedIn(builder: GraphBuilder, terms: PartyTerms): readonly ContestedTotal[] {
  const { name, stated, measure } = terms;
  const used: readonly (keyof RunningTotals)[] =
    measure === 'paid' ? ['paid', 'committed'] : [stated.committed === undefined ? 'paid' : 'committed'];
  return used.flatMap((field): readonly ContestedTotal[] => {
    const total = stated[field];
    if (total === undefined) return [];
    // "Over 13bn" does not contradict 13.75bn.
    const others = total.alternatives.filter(({ node }) => isApart(builder, node, total.node));
    if (others.length === 0) return [];
    return [
      {
        label: `${name}, ${field === 'paid' ? 'paid' : 'promised'} in all`,
        chosen: total.node,
        rule: total.rule,
        statements: total.saidBy.map(({ id }) => id),
        options: others.flatMap((other) => {
          const instead: ChosenTotal = { ...total, ...other, alternatives: [] };
          const row = measureParty(builder, { ...terms, stated: { ...stated, [field]: instead } });
          return row === undefined
            ? []
            : [
                {
                  total: other.node,
                  because: other.because,
                  measured: row,
                  statements: other.saidBy.map(({ id }) => id),
                },
              ];
        }),
      },
    ];
  });
}

function isApart(builder: GraphBuilder, one: string, other: string): boolean {
  if (builder.node(one).unit !== builder.node(other).unit) return true;
  const [a, b] = [builder.boundsOf(one), builder.boundsOf(other)];
  const isBelow = (high: Bounds['high'], low: Bounds['low']): boolean =>
    high !== undefined && low !== undefined && high.compare(low) < 0;
  return isBelow(a.high, b.low) || isBelow(b.high, a.low);
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
