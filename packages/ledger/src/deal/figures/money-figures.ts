import { type CommitmentTotals, commitmentTotals, type Slice } from '@tranche/core/financing';
import type { GraphBuilder } from '@tranche/core/formula';
import type { StatedAmount } from '@tranche/core/money';
import type { Assembly } from '../assembly/assemble.ts';
import type { Assumption } from '../view.ts';
import { chosenAmountNode } from './nodes.ts';
import { restOf, untiedShare } from './rest-figures.ts';
import { sliceFigures, type TrancheFigures, unknownNode } from './slice-figures.ts';

export type { SliceFigures } from './slice-figures.ts';

/** For a deal of which no text states an amount: ISO 4217 for "no currency". */
const NO_CURRENCY = 'XXX';

export interface MoneyFigures {
  readonly unit: string;
  readonly size?: string;
  readonly tranches: readonly TrancheFigures[];
  readonly totals: CommitmentTotals;
  readonly assumptions: readonly Assumption[];
}

/** The money of a deal as nodes: what each payer is to pay, is bound to pay and has paid, and the sums. */
export function moneyFigures(
  builder: GraphBuilder,
  assembly: Assembly,
  nameOf: (party: string) => string,
): MoneyFigures {
  const unit = unitOf(assembly);
  const assumptions = new Map<string, string>();
  const assume = (id: string, text: string): void => void assumptions.set(id, text);
  const size =
    assembly.size === undefined
      ? undefined
      : chosenAmountNode(builder, assembly.size, { label: 'size of the deal', basis: 'announced' });
  const tranches = assembly.tranches.map((tranche): TrancheFigures => {
    const amount =
      tranche.amount === undefined || tranche.amount.chosen.value.currency !== unit
        ? (size ?? unknownNode(builder, unit, tranche.label, 'planned'))
        : chosenAmountNode(builder, tranche.amount, { label: tranche.label, basis: 'planned' });
    return {
      tranche,
      id: tranche.id,
      label: tranche.label,
      amount,
      slices: sliceFigures(builder, unit, tranche, amount, nameOf, assume),
    };
  });
  const untied = untiedShare(builder, unit, assembly, tranches, assume);
  const reported = untied === undefined ? tranches : [...tranches, untied];
  const rest = restOf(builder, unit, assembly, reported);
  const all = rest === undefined ? reported : [...reported, rest];
  const slices = all.flatMap(({ label, slices: parts }) =>
    parts.map(
      ({ payer, share, committed, drawn }): Slice => ({ tranche: label, payer, share, committed, drawn }),
    ),
  );
  return {
    unit,
    ...(size === undefined ? {} : { size }),
    tranches: all,
    totals: commitmentTotals(builder, slices, unit),
    assumptions: [...assumptions].map(([id, text]) => ({ id, text })),
  };
}

function unitOf({ size, tranches, tied }: Assembly): string {
  const amounts: readonly (StatedAmount | undefined)[] = [
    size?.chosen.value,
    ...tranches.flatMap(({ amount, slices }) => [
      amount?.chosen.value,
      ...slices.map(({ planned }) => planned?.chosen.value),
    ]),
    ...[...tied.own, ...tied.syndicated].map(({ amount }) => amount),
  ];
  return amounts.find((amount) => amount !== undefined)?.currency ?? NO_CURRENCY;
}
