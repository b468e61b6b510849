import { formatQuantity } from '@tranche/core/display';
import type { GraphBuilder } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import type { ChosenShare, ExplainingHolding, PassedShare } from '../ownership/index.ts';
import { type AnswerRow, number, words } from './answer.ts';
import { shareCells } from './shares.ts';
import type { StakeKnown } from './stake-known.ts';

/**
 * The percentages that are stated, each beside its basis and day; then what the known holdings give, what is not
 * disclosed on the way, and what would explain a stated total.
 */
export function rowsOfStake(builder: GraphBuilder, known: StakeKnown): readonly AnswerRow[] {
  const { holding } = known;
  return [
    ...statedRows('stated', holding?.direct),
    ...statedRows('stated total through all levels', holding?.total),
    ...(holding?.passedOver ?? []).map((one) => passedRow('stated', one)),
    ...computedRows(builder, known),
  ];
}

function statedRows(what: string, share: ChosenShare | undefined): readonly AnswerRow[] {
  if (share === undefined) return [];
  return [
    {
      cells: { what: words(what), ...shareCells(share), counts: words('yes') },
      statements: share.statements,
    },
    ...share.passedOver.map((one) => passedRow(what, one)),
  ];
}

const passedRow = (what: string, share: PassedShare): AnswerRow => ({
  cells: {
    what: words(share.isPlan ? 'planned' : what),
    ...shareCells(share),
    counts: words(`no: ${share.because}`),
  },
  statements: share.statements,
});

function computedRows(builder: GraphBuilder, known: StakeKnown): readonly AnswerRow[] {
  const { lower, range, open, holding, isIndirect, explanation, holder, wayStatements } = known;
  const row = (what: string, node: string, counts: string): AnswerRow => ({
    cells: { what: words(what), share: number(node), counts: words(counts) },
    statements: [],
  });
  if (!isIndirect && holding?.total === undefined && holding?.direct !== undefined) return [];
  return [
    ...(lower === undefined
      ? []
      : [{ ...row('by the known holdings', lower.node, 'at least'), statements: wayStatements }]),
    ...open.map(({ assetName, node, isWhollyUndisclosed }) =>
      row(
        `not stated: held of ${assetName}`,
        node,
        isWhollyUndisclosed ? `nobody states who holds ${assetName}` : 'what nobody is named for',
      ),
    ),
    ...(range === undefined || open.length === 0
      ? []
      : [row('with what is not disclosed', range.node, 'the range')]),
    ...(explanation === undefined
      ? []
      : [row('stated total less the known holdings', explanation.gap, 'to explain')]),
    ...(explanation?.alone ?? []).flatMap((one) => [
      row(
        `held of ${one.edge.assetName}, to explain it alone`,
        one.share,
        `${explanation?.alone.length === 1 ? 'explains the total' : 'one of several ways'}; ${printingWords(one)}`,
      ),
      ...one.likeness.map(({ asset, total, printing }): AnswerRow => {
        const { low = Rational.ZERO } = builder.boundsOf(total);
        const what = `total, if ${holder.name} holds of ${one.edge.assetName} what is stated of ${known.nameOf(asset)}`;
        const counts = `the stated total is this, ${printing === 'cut off' ? 'cut off and not rounded' : printing}`;
        return {
          cells: { what: words(what), share: { node: total, text: fine(low) }, counts: words(counts) },
          statements: [],
        };
      }),
    ]),
  ];
}

const printingWords = ({ byPrinting }: ExplainingHolding): string => {
  const span = ({ low, high }: { readonly low: Rational; readonly high: Rational }): string =>
    `${formatQuantity(low, 'fraction')} to ${formatQuantity(high, 'fraction')}`;
  return `${span(byPrinting.rounded)} if the stated total is rounded, ${span(byPrinting['cut off'])} if it is cut off`;
};

/** A percentage with the places that tell a rounding from a cut: four. */
export const fine = (fraction: Rational): string =>
  `${fraction
    .times(HUNDRED)
    .toDecimal(4)
    .replace(/\.?0+$/, '')} %`;

const HUNDRED = Rational.of(100n);
