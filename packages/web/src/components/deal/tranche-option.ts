import type { DealView, FigureView } from '@tranche/service/views';
import type { EChartsCoreOption } from 'echarts/core';
import type { SliceView } from '../../api/types.ts';
import { axisLabel } from '../charts/axis-labels.ts';
import type { Palette } from '../charts/palette.ts';
import { tooltipOf } from '../charts/tooltip.ts';
import { sentence, wordsOf } from '../format.ts';

/** Drawn money is solid, undrawn is pale; where it is not known what was drawn, the commitment stands alone. */
export type Part = 'drawn' | 'undrawn' | 'committed';

/** One coloured part of one tranche's bar. */
export interface BarPart {
  readonly tranche: number;
  readonly payer: string;
  readonly share: SliceView['share'];
  readonly part: Part;
  readonly figure: FigureView;
  readonly value: number;
}

/** The parts that can be drawn, and the slices without any number, which the page names beside the chart. */
export function barParts(tranches: DealView['tranches']): {
  readonly parts: readonly BarPart[];
  readonly withoutNumber: readonly string[];
} {
  const parts: BarPart[] = [];
  const withoutNumber: string[] = [];
  tranches.forEach((tranche, index) => {
    // An investor's own money comes first, both in its bar and in the order of colours.
    for (const slice of [...tranche.slices].sort((a, b) => a.share.localeCompare(b.share))) {
      const shown = numbersOf(slice);
      if (shown.length === 0) withoutNumber.push(`${slice.payer} in ${tranche.label}`);
      for (const { part, figure, value } of shown) {
        if (value > 0)
          parts.push({ tranche: index, payer: slice.payer, share: slice.share, part, figure, value });
      }
    }
  });
  return { parts, withoutNumber };
}

function numbersOf({ drawn, undrawn, committed }: SliceView) {
  const numbered = (part: Part, figure: FigureView) =>
    figure.approximate === undefined ? [] : [{ part, figure, value: figure.approximate }];
  const split = [...numbered('drawn', drawn), ...numbered('undrawn', undrawn)];
  return split.length === 2 ? split : numbered('committed', committed);
}

/** Payers of own money, then the others, as they first appear: the order of their colours. */
export const payersIn = (parts: readonly BarPart[]): readonly string[] => {
  const inOrder = [...parts].sort((a, b) => a.share.localeCompare(b.share));
  return [...new Set(inOrder.map(({ payer }) => payer))];
};

export const payerColour = (palette: Palette, payers: readonly string[], payer: string): string =>
  palette.payers[payers.indexOf(payer) % palette.payers.length] ?? palette.accent;

export const trancheHeight = (tranches: DealView['tranches']): number => tranches.length * 58 + 40;

/** One bar per tranche, from drawn to undrawn; colour tells the payer, stripes tell syndicated money. */
export function trancheOption(
  tranches: DealView['tranches'],
  parts: readonly BarPart[],
  { palette, narrow }: { readonly palette: Palette; readonly narrow: boolean },
): EChartsCoreOption {
  const payers = payersIn(parts);
  const unit = parts[0]?.figure.unit ?? '';
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    grid: { left: narrow ? 104 : 190, right: 24, top: 8, bottom: 28 },
    tooltip: {
      trigger: 'item',
      confine: true,
      backgroundColor: palette.paper,
      borderColor: palette.rule,
      textStyle: { color: palette.ink },
      formatter: ({ data }: { readonly data: { readonly bar?: BarPart } }) =>
        data.bar === undefined
          ? ''
          : tooltipOf(data.bar.figure.text, [
              `${data.bar.part}, ${data.bar.payer}, ${data.bar.share === 'own' ? 'own money' : 'syndicated'}`,
              tranches[data.bar.tranche]?.label ?? '',
            ]),
    },
    xAxis: {
      type: 'value',
      splitNumber: narrow ? 3 : 8,
      axisLabel: {
        color: palette.inkSoft,
        formatter: (value: number) => axisLabel(value, unit),
        hideOverlap: true,
      },
      splitLine: { lineStyle: { color: palette.rule } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: tranches.map(({ id }) => id),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.inkSoft } },
      axisLabel: {
        color: palette.ink,
        align: 'left',
        margin: narrow ? 100 : 186,
        width: narrow ? 94 : 178,
        overflow: 'break',
        lineHeight: 16,
        formatter: (_id: string, index: number) => {
          const tranche = tranches[index];
          if (tranche === undefined) return '';
          const below = narrow ? tranche.amount.text : `${tranche.amount.text}, ${wordsOf(tranche.status)}`;
          return `${sentence(tranche.label)}\n${below}`;
        },
      },
    },
    series: parts.map((bar) => {
      const colour = payerColour(palette, payers, bar.payer);
      return {
        type: 'bar',
        stack: 'committed',
        barWidth: 30,
        data: [
          {
            value: [bar.value, bar.tranche],
            bar,
            itemStyle: {
              color:
                bar.part === 'drawn'
                  ? colour
                  : mixed(colour, palette.paper, bar.part === 'undrawn' ? 0.2 : 0.5),
              borderColor: bar.part === 'drawn' ? palette.paper : colour,
              borderWidth: 1,
              ...(bar.share === 'syndicated' && {
                decal: {
                  symbol: 'rect',
                  color: bar.part === 'drawn' ? palette.paper : colour,
                  dashArrayX: [1, 0],
                  dashArrayY: [2, 4],
                  rotation: -Math.PI / 4,
                },
              }),
            },
          },
        ],
      };
    }),
  };
}

/** A colour mixed into another; `share` is how much of the first is left. Both `#rrggbb`. */
function mixed(colour: string, into: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const one = Number.parseInt(colour.slice(at, at + 2), 16);
    const other = Number.parseInt(into.slice(at, at + 2), 16);
    return Math.round(one * share + other * (1 - share))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
