import { reconcile } from '@tranche/core/financing';
import type { GraphBuilder } from '@tranche/core/formula';
import type { StatedAmount } from '@tranche/core/money';
import type { Assembly } from '../assembly/assemble.ts';
import { isDone } from '../grouping/mention.ts';
import type { Option } from '../reconcile/index.ts';
import type { ReconciliationView } from '../view.ts';
import { CO_INVESTORS, type MoneyFigures, partsInSize } from './money-figures.ts';
import { headlineNode } from './nodes.ts';

interface Part {
  readonly label: string;
  readonly node: string;
}

/** Where parts and a whole are stated by themselves: whether they add up, and what remains if they do not. */
export function reconciliationsOf(
  builder: GraphBuilder,
  assembly: Assembly,
  { tranches, unit }: MoneyFigures,
): readonly ReconciliationView[] {
  const { size, own, syndicated, lead } = assembly;
  const inSize = new Set(partsInSize(builder, assembly, tranches));
  const told = tranches.filter(({ tranche }) => tranche !== undefined && tranche.id !== 'whole');
  const slices = told.flatMap(({ label, slices: parts }) =>
    parts.map((slice) => ({ ...slice, tranche: label })),
  );
  const isPaid = ({ slice }: (typeof slices)[number]): boolean => slice?.paid !== undefined;
  const view = (label: string, parts: readonly Part[], stated: Option<StatedAmount> | undefined) => {
    if (stated === undefined || parts.length < 2 || stated.value.currency !== unit) return [];
    const statedNode = headlineNode(builder, stated, { label: `${label}, as stated`, basis: 'stated' });
    const result = reconcile(builder, {
      label,
      parts: parts.map(({ node }) => node),
      stated: statedNode,
      unit,
    });
    return [{ ...result, label, parts, stated: statedNode, agrees: result.agrees !== false }];
  };
  const payerOf = ({ payer, tranche }: (typeof slices)[number]): string => `${payer}, ${tranche}`;
  const ownParts = slices
    .filter(({ share, party }) => share === 'own' && party !== undefined && party === lead?.id)
    .map((slice) => ({ label: payerOf(slice), node: slice.committed }));
  const syndicatedParts = slices
    .filter(({ share }) => share === 'syndicated')
    .map((slice) => ({
      label: payerOf(slice),
      node: isPaid(slice) ? slice.drawn : (slice.planned ?? slice.committed),
    }));
  const payments = slices.filter(isPaid).map((slice) => ({ label: payerOf(slice), node: slice.drawn }));
  const isFunded = size !== undefined && isDone(size.chosen.standing.status);
  return [
    ...(isFunded
      ? view('payments and the amount stated as paid', payments, size.chosen)
      : view(
          'tranches and the size of the deal',
          told
            .filter(({ slices: parts }) => parts.some((part) => inSize.has(part)))
            .map(({ label, amount }) => ({ label, node: amount })),
          size?.chosen,
        )),
    ...view(`own money of ${lead?.name ?? 'the lead'}`, ownParts, own?.chosen),
    ...view(`money of ${CO_INVESTORS}`, syndicatedParts, syndicated?.chosen),
  ];
}
