import type { GraphBuilder } from '@tranche/core/formula';
import { Rational, sum } from '@tranche/core/rational';
import type { Assembly } from '../assembly/assemble.ts';
import { isDone } from '../grouping/mention.ts';
import { chosenAmountNode, difference, headlineNode, zeroNode } from './nodes.ts';
import {
  CO_INVESTORS,
  drawnNode,
  NOT_STATED,
  partsInSize,
  plannedOrBound,
  type SliceFigures,
  type TrancheFigures,
} from './slice-figures.ts';
import { idsOf } from './term.ts';

/** What the reported tranches leave of the size of the deal. */
export function restOf(
  builder: GraphBuilder,
  unit: string,
  assembly: Assembly,
  tranches: readonly TrancheFigures[],
): TrancheFigures | undefined {
  const { size, rest } = assembly;
  if (size === undefined || rest === undefined || size.chosen.value.currency !== unit) return undefined;
  const parts = partsInSize(builder, assembly, tranches);
  const label = 'the rest of the deal';
  const whole = headlineNode(builder, size.chosen, {
    label: 'size of the deal, drawn in full',
    basis: 'announced',
  });
  const left = difference(
    builder,
    unit,
    { label: `${NOT_STATED}, ${label}`, basis: 'planned' },
    whole,
    parts.map(plannedOrBound),
  );
  const { low } = builder.boundsOf(left);
  if (low === undefined || low.sign() <= 0) return undefined;
  const told = ofStatedTotals(builder, unit, assembly, tranches, label);
  const sumTold = sum(told.map(({ planned }) => builder.boundsOf(planned).high ?? Rational.ZERO));
  const named = sumTold.compare(low) <= 0 ? told : [];
  const others = difference(
    builder,
    unit,
    { label: `${NOT_STATED}, ${label}`, basis: 'planned' },
    left,
    named.map(({ planned }) => planned),
  );
  const isLeft = (builder.boundsOf(others).low?.sign() ?? 0) > 0;
  const all = isLeft
    ? [
        ...named,
        { payer: NOT_STATED, party: undefined, share: 'own' as const, planned: others, statements: [] },
      ]
    : named;
  return {
    tranche: undefined,
    id: 'rest',
    label,
    amount: left,
    slices: all.map((part): SliceFigures => {
      const described = `${part.payer}, ${label}`;
      const committed = rest.isCommitted
        ? part.planned
        : zeroNode(builder, unit, { label: described, basis: 'committed' }, rest.drawnBecause);
      return {
        ...part,
        committed,
        drawn: drawnNode(builder, unit, rest, described, committed),
        status: rest.status,
        slice: rest,
      };
    }),
  };
}

/** What the lead's and its co-investors' money, as stated in all, leave of the rest once the told parts are counted. */
function ofStatedTotals(
  builder: GraphBuilder,
  unit: string,
  { own, syndicated, lead }: Assembly,
  tranches: readonly TrancheFigures[],
  label: string,
): readonly (Pick<SliceFigures, 'payer' | 'party' | 'share' | 'statements'> & {
  readonly planned: string;
})[] {
  if (lead === undefined) return [];
  const slices = tranches.flatMap((tranche) => tranche.slices);
  const totals = [
    { choice: own, payer: lead.name, share: 'own' as const },
    { choice: syndicated, payer: CO_INVESTORS, share: 'syndicated' as const },
  ];
  return totals.flatMap(({ choice, payer, share }) => {
    const value = choice?.chosen.value;
    if (choice === undefined || value === undefined || 'min' in value || value.currency !== unit) return [];
    const told = slices.filter((slice) => slice.share === share && slice.payer === payer);
    const stated = headlineNode(builder, choice.chosen, { label: `${payer}, in all`, basis: 'stated' });
    const planned = difference(
      builder,
      unit,
      { label: `${payer}, ${label}`, basis: 'planned' },
      stated,
      told.map(plannedOrBound),
    );
    const { low } = builder.boundsOf(planned);
    return low === undefined || low.sign() <= 0
      ? []
      : [{ payer, party: lead.id, share, planned, statements: idsOf(choice.chosen) }];
  });
}

/**
 * What co-investors are said to have paid in all, beyond the payments that are told one by one: a part of its own,
 * tied to no closing, so that the stated total counts and the remainder is seen.
 */
export function untiedShare(
  builder: GraphBuilder,
  unit: string,
  { syndicated, dates }: Assembly,
  tranches: readonly TrancheFigures[],
  assume: (id: string, text: string) => void,
): TrancheFigures | undefined {
  const option = syndicated?.chosen;
  if (syndicated === undefined || option === undefined || !isDone(option.standing.status)) return undefined;
  const parts = tranches.flatMap(({ slices }) => slices.filter(({ share }) => share === 'syndicated'));
  if (parts.length === 0 || option.value.currency !== unit) return undefined;
  const label = 'not tied to a closing';
  const stated = chosenAmountNode(builder, syndicated, { label: `${CO_INVESTORS}, in all`, basis: 'paid' });
  const left = difference(
    builder,
    unit,
    { label: `${CO_INVESTORS}, ${label}`, basis: 'paid' },
    stated,
    parts.map(({ drawn }) => drawn),
  );
  const { low } = builder.boundsOf(left);
  if (low === undefined || low.sign() <= 0) return undefined;
  assume(
    'stated-total-counts',
    `As of ${dates.asOf} the total stated for co-investors counts; what the payments told one by one leave of it is tied to no closing.`,
  );
  return {
    tranche: undefined,
    id: 'untied',
    label,
    amount: left,
    slices: [
      {
        payer: CO_INVESTORS,
        party: undefined,
        share: 'syndicated',
        committed: left,
        drawn: left,
        status: option.standing.status,
        statements: idsOf(option),
      },
    ],
  };
}
