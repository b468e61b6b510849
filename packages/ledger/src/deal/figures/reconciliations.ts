import { reconcile } from '@tranche/core/financing';
import type { GraphBuilder } from '@tranche/core/formula';
import type { StatedAmount } from '@tranche/core/money';
import type { Assembly } from '../assembly/assemble.ts';
import { isDone } from '../grouping/mention.ts';
import type { Choice, Option } from '../reconcile/index.ts';
import type { ReconciliationView, SumPart } from '../view.ts';
import type { MoneyFigures } from './money-figures.ts';
import { amountNode, headlineNode } from './nodes.ts';
import { CO_INVESTORS, partsInSize, plannedOrBound, type SliceFigures } from './slice-figures.ts';
import { idsOf } from './term.ts';
import { valuationAmounts } from './terms.ts';

/**
 * Where parts and a whole are stated by themselves: whether they add up, and what remains if they do not. Parts that
 * were only worked out from the whole are none: they would always agree.
 */
export function reconciliationsOf(
  builder: GraphBuilder,
  assembly: Assembly,
  money: MoneyFigures,
): readonly ReconciliationView[] {
  const { size, own, syndicated, lead } = assembly;
  const { tranches, unit } = money;
  const sums = sumsIn(builder, unit);
  const inSize = new Set(partsInSize(builder, assembly, tranches));
  const told = tranches.filter(({ tranche }) => tranche !== undefined && tranche.id !== 'whole');
  const slices = told.flatMap(({ label, slices: parts }) =>
    parts.map((slice) => ({ ...slice, tranche: label })),
  );
  const isPaid = ({ slice }: SliceFigures): boolean => slice?.paid !== undefined;
  const payerOf = ({ payer, tranche }: (typeof slices)[number]): string => `${payer}, ${tranche}`;
  const ownParts = slices
    .filter(({ share, party }) => share === 'own' && party !== undefined && party === lead?.id)
    .map((slice) => partOf(payerOf(slice), plannedOrBound(slice), slice));
  const syndicatedParts = slices
    .filter(({ share }) => share === 'syndicated')
    .map((slice) => partOf(payerOf(slice), paidOrPlanned(slice), slice));
  const payments = slices.filter(isPaid).map((slice) => partOf(payerOf(slice), slice.drawn, slice));
  const isFunded = size !== undefined && isDone(size.chosen.standing.status);
  return [
    ...(isFunded
      ? sums('payments and the amount stated as paid', payments, size.chosen)
      : sums(
          'tranches and the size of the deal',
          told
            .filter(({ slices: parts }) => parts.some((part) => inSize.has(part)))
            .map(({ label, amount, tranche }) => ({
              label,
              node: amount,
              statements: tranche?.amount === undefined ? [] : idsOf(tranche.amount.chosen),
            })),
          size?.chosen,
        )),
    ...sums(
      'own and syndicated money and the size of the deal',
      own?.chosen.value.currency !== unit || syndicated?.chosen.value.currency !== unit
        ? []
        : [
            statedPart(builder, `${lead?.name ?? 'the lead'}'s own part`, own, 'own money'),
            statedPart(builder, 'placed with co-investors', syndicated, 'syndicated money'),
          ],
      size?.chosen,
    ),
    ...told.flatMap(({ label, tranche, slices: parts }) =>
      sums(
        `payers and ${label}`,
        parts.filter(isStated).map((slice) => partOf(slice.payer, paidOrPlanned(slice), slice)),
        tranche?.amount?.chosen,
      ),
    ),
    ...namedInvestors(builder, assembly, money),
    ...sums(`own money of ${lead?.name ?? 'the lead'}`, ownParts, own?.chosen),
    ...sums(`money of ${CO_INVESTORS}`, syndicatedParts, syndicated?.chosen),
    ...preAndPost(builder, assembly, unit),
  ];
}

type Sums = (
  label: string,
  parts: readonly SumPart[],
  stated: Option<StatedAmount> | undefined,
) => readonly ReconciliationView[];

const sumsIn =
  (builder: GraphBuilder, unit: string): Sums =>
  (label, parts, stated) => {
    if (stated === undefined || parts.length < 2 || stated.value.currency !== unit) return [];
    const statedNode = headlineNode(builder, stated, { label: `${label}, as stated`, basis: 'stated' });
    const result = reconcile(builder, {
      label,
      parts: parts.map(({ node }) => node),
      stated: statedNode,
      unit,
    });
    return [
      {
        ...result,
        label,
        parts,
        stated: statedNode,
        statedBy: idsOf(stated),
        agrees: result.agrees !== false,
      },
    ];
  };

const partOf = (label: string, node: string, { statements }: SliceFigures): SumPart => ({
  label,
  node,
  statements,
});

const statedPart = (
  builder: GraphBuilder,
  label: string,
  { chosen }: Choice<StatedAmount>,
  basis: string,
): SumPart => ({ label, node: amountNode(builder, chosen, { label, basis }), statements: idsOf(chosen) });

/** Some text gives the part's own amount. */
const isStated = ({ slice }: SliceFigures): boolean =>
  slice !== undefined && (slice.planned !== undefined || slice.paid !== undefined);

/** What came of the part, once that is told; before, what it was to be, bound or not. */
const paidOrPlanned = ({ slice, drawn, planned, committed }: SliceFigures): string =>
  slice?.paid !== undefined ? drawn : (planned ?? committed);

/** Investors told by name in a deal that is told in one piece. Others may stand unnamed beside them, so that they may fall short of it. */
function namedInvestors(
  builder: GraphBuilder,
  { size }: Assembly,
  { tranches, unit }: MoneyFigures,
): readonly ReconciliationView[] {
  const named = tranches
    .filter(({ id }) => id === 'whole')
    .flatMap(({ slices }) => slices.filter(isStated))
    .map((slice) => partOf(slice.payer, paidOrPlanned(slice), slice));
  return sumsIn(builder, unit)('named investors within the size of the deal', named, size?.chosen).map(
    (sum) => ({ ...sum, agrees: sum.agrees || (builder.boundsOf(sum.remainder).low?.sign() ?? -1) >= 0 }),
  );
}

/** The valuation before the money, and the money, beside the valuation after it. */
function preAndPost(
  builder: GraphBuilder,
  { preMoney, size, valuation }: Assembly,
  unit: string,
): readonly ReconciliationView[] {
  if (preMoney === undefined || size === undefined || valuation?.chosen.value.basis !== 'post') return [];
  if (preMoney.chosen.value.currency !== unit) return [];
  const label = 'pre-money and the size of the deal beside post-money';
  const amount = headlineNode(builder, size.chosen, {
    label: 'size of the deal, drawn in full',
    basis: 'announced',
  });
  return sumsIn(builder, unit)(
    label,
    [
      statedPart(builder, 'pre-money', preMoney, 'pre-money'),
      { label: 'size of the deal', node: amount, statements: idsOf(size.chosen) },
    ],
    valuationAmounts(valuation).chosen,
  );
}
