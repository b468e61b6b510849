import { formatAmount } from '@tranche/core/display';
import type { GraphBuilder } from '@tranche/core/formula';
import type { PlainDate } from '@tranche/core/time';
import { amountKey, conditionOf, hasAmount } from '../assembly/amount-said.ts';
import type { Assembly } from '../assembly/assemble.ts';
import { type ConditionReport, conditionReport, stateOf } from '../assembly/condition-state.ts';
import type { AssembledTranche } from '../assembly/tranches.ts';
import type { IssuerKnowledge } from '../grouping/deals-of.ts';
import { isDone, type Mention } from '../grouping/mention.ts';
import type { ConditionState, Fallback, SliceView, TrancheView } from '../view.ts';
import type { MoneyFigures } from './money-figures.ts';
import { amountNode } from './nodes.ts';
import type { TrancheFigures } from './slice-figures.ts';

/** The tranches as a view shows them: with condition, what happens if it fails, and each payer's part. */
export function trancheViewsOf(
  builder: GraphBuilder,
  assembly: Assembly,
  knowledge: IssuerKnowledge,
  { tranches, totals, unit }: MoneyFigures,
): readonly TrancheView[] {
  const undrawn = [...totals.slices];
  const conditional = conditionalTranche(tranches) ?? tranches.at(-1);
  return tranches.map((figures): TrancheView => {
    const { tranche } = figures;
    const { state, report } = conditionOfTranche(tranche, assembly, knowledge);
    const slices = figures.slices.map((slice): SliceView => {
      const sum = undrawn.shift();
      return {
        payer: slice.payer,
        share: slice.share,
        ...(slice.planned === undefined ? {} : { planned: slice.planned }),
        committed: slice.committed,
        drawn: slice.drawn,
        undrawn: sum?.undrawn ?? slice.committed,
        status: slice.status,
        isDrawnKnown: slice.slice?.drawn !== 'unknown',
        drawnBecause: drawnBecause(slice, unit),
        statements: slice.statements,
      };
    });
    return {
      id: figures.id,
      label: figures.label,
      amount: figures.amount,
      money: tranche?.money ?? assembly.deal.money,
      status: tranche?.status ?? figures.slices[0]?.status ?? assembly.status,
      ...(tranche?.planned === undefined ? {} : { planned: tranche.planned.chosen.value }),
      ...(tranche?.paidOn === undefined ? {} : { paid: tranche.paidOn.chosen.value }),
      ...(tranche?.condition === undefined ? {} : { condition: tranche.condition.chosen.value }),
      conditionState: state,
      fallback: figures === conditional ? fallbacksOf(builder, assembly.fallbacks) : [],
      slices,
      joins: [
        ...(tranche?.joins ?? [JOINS[figures.id] ?? '']),
        ...(report === undefined ? [] : [`condition met: "${report.sentence}" (${report.source.title})`]),
      ],
      statements: statementsOfTranche(figures),
    };
  });
}

function drawnBecause({ slice }: TrancheFigures['slices'][number], unit: string): string {
  const because =
    slice?.paidOn === undefined
      ? (slice?.drawnBecause ?? 'a stated total leaves it over')
      : `paid ${slice.paidOn.chosen.value}`.replace('../', 'by ');
  const amount = (slice?.paid ?? slice?.planned)?.chosen.value;
  return amount === undefined || amount.currency === unit
    ? because
    : `${because}; stated as ${formatAmount(amount)}, and not converted`;
}

/** The last tranche that hangs on a condition: what was said of a failure is about it. */
export const conditionalTranche = (tranches: readonly TrancheFigures[]): TrancheFigures | undefined =>
  tranches.filter(({ tranche }) => tranche?.condition !== undefined).at(-1);

const JOINS: Readonly<Record<string, string>> = {
  rest: 'what the reported tranches leave of the size of the deal',
  untied: "what the payments told one by one leave of the co-investors' stated total",
};

const statementsOfTranche = ({ tranche, slices }: TrancheFigures): readonly string[] => [
  ...new Set([
    ...(tranche?.mentions ?? []).map(({ statement }) => statement.id),
    ...slices.flatMap(({ statements }) => statements),
  ]),
];

/** Open until a text says that it has come about, or what hangs on it is paid. */
export function conditionOfTranche(
  tranche: AssembledTranche | undefined,
  { dates }: Assembly,
  { sources }: IssuerKnowledge,
): { readonly state: ConditionState; readonly report: ConditionReport | undefined } {
  const condition = tranche?.condition?.chosen.value;
  if (tranche === undefined || condition === undefined) return { state: 'none', report: undefined };
  const until: PlainDate = dates.asOf < dates.knownOn ? dates.asOf : dates.knownOn;
  const named = tranche.condition?.chosen.statements.map(({ knownFrom }) => knownFrom).sort()[0] ?? until;
  const report = conditionReport(condition, sources, named, until);
  // A payment of the part that the condition was named for shows that it was met.
  const isPaid = tranche.mentions.some(
    (mention) => isDone(mention.status) && conditionOf(mention) !== undefined,
  );
  const allPaid = tranche.slices.every(({ drawn }) => drawn === 'paid' || drawn === 'with_deal');
  return { state: stateOf(condition, isPaid || allPaid, report, tranche.status === 'abandoned'), report };
}

/** What holds if the condition fails, once for each reading, best known first. */
function fallbacksOf(builder: GraphBuilder, mentions: readonly Mention[]): readonly Fallback[] {
  const readings = new Map<string, Mention[]>();
  for (const mention of mentions.filter(hasAmount)) {
    const key = `${mention.type} ${mention.parties.join(',')} ${amountKey(mention.amount)}`;
    readings.set(key, [...(readings.get(key) ?? []), mention]);
  }
  return [...readings.values()].map((same): Fallback => {
    const [first] = same.filter(hasAmount);
    const statements = same.map(({ statement }) => statement);
    if (first === undefined) return { text: '', statements: [] };
    const standing = {
      status: first.status,
      tier: first.statement.tier,
      knownFrom: first.statement.knownFrom,
      origins: 1,
    };
    const subject = WHAT_FALLS[first.type];
    return {
      text: `${subject} would be ${formatAmount(first.amount)} (${conditionOf(first) ?? 'if the condition fails'})`,
      node: amountNode(
        builder,
        { key: '', value: first.amount, standing, statements },
        { label: `${subject}, if the condition fails`, basis: 'fallback' },
      ),
      statements: statements.map(({ id }) => id),
    };
  });
}

const WHAT_FALLS: Readonly<Record<Mention['type'], string>> = {
  round: 'the whole deal',
  tranche: 'the tranche',
  investment: "the investor's total",
  syndication: "co-investors' part",
  valuation: 'the valuation',
};
