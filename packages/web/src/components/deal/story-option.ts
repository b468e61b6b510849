import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts';
import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../charts/palette.ts';
import { tooltipOf } from '../charts/tooltip.ts';
import { formatDate, sentence, wordsOf } from '../format.ts';
import { drawDay, drawStretch } from './draw-stretch.ts';
import { type Series, type Stretch, stretchesOf } from './stretches.ts';

/** The height of one figure's own strip with its name, and of the date axis below the last. */
const STRIP = 92;
const NAME = 30;
const AXIS = 28;

export const storyHeight = (series: readonly Series[]): number => series.length * STRIP + AXIS;

/**
 * One strip per figure over a common time axis. A known value is a line, a range a band, a bound a line with a
 * shadow on its open side; dashed while not agreed, and faint where it was not yet known on the chosen day.
 */
export function storyOption(
  series: readonly Series[],
  {
    knownOn,
    palette,
    narrow,
  }: { readonly knownOn: string; readonly palette: Palette; readonly narrow: boolean },
): EChartsCoreOption {
  const days = series.flatMap(({ points }) => points.map((point) => Date.parse(point.knownOn)));
  const first = Math.min(...days);
  const last = Math.max(...days, first + 1);
  const pad = (last - first) * 0.05;
  // Wide enough at the end for the last value to be written there.
  const range = { min: first - pad, max: last + (last - first) * (narrow ? 0.3 : 0.09) };
  const day = Math.min(Math.max(Date.parse(knownOn), range.min), range.max);
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    tooltip: {
      trigger: 'item',
      backgroundColor: palette.paper,
      borderColor: palette.rule,
      textStyle: { color: palette.ink },
      confine: true,
      formatter: ({ data }: { readonly data: { readonly stretch?: Stretch } }) =>
        data.stretch === undefined ? '' : tooltipFor(data.stretch),
    },
    grid: series.map((_, index) => ({
      left: 4,
      right: 12,
      top: index * STRIP + NAME,
      height: STRIP - NAME,
    })),
    xAxis: series.map((_, index) => ({
      type: 'time',
      gridIndex: index,
      splitNumber: narrow ? 3 : 8,
      ...range,
      axisLine: { onZero: false, lineStyle: { color: palette.rule } },
      axisTick: { show: index === series.length - 1, lineStyle: { color: palette.rule } },
      axisLabel: {
        show: index === series.length - 1,
        color: palette.inkSoft,
        hideOverlap: true,
        formatter: { year: '{yyyy}', month: narrow ? '{MMM}' : '{MMM} {yyyy}', day: '{d} {MMM}' },
      },
      splitLine: { show: false },
    })),
    yAxis: series.map(({ label }, index) => ({
      type: 'value',
      gridIndex: index,
      scale: true,
      boundaryGap: ['18%', '45%'],
      name: sentence(label),
      nameLocation: 'end',
      nameGap: 12,
      nameTextStyle: { color: palette.ink, fontWeight: 600, fontSize: 13, align: 'left' },
      axisLabel: { show: false },
      axisLine: { show: false },
      splitLine: { show: false },
    })),
    series: series.flatMap(({ points }, index) => {
      const stretches = stretchesOf(points);
      return [
        {
          type: 'custom',
          xAxisIndex: index,
          yAxisIndex: index,
          encode: { x: [0, 1], y: [2, 3] },
          cursor: 'pointer',
          data: stretches.map((stretch) => ({
            value: [
              stretch.from,
              stretch.until ?? range.max,
              stretch.point.low ?? stretch.point.high,
              stretch.point.high ?? stretch.point.low,
            ],
            stretch,
          })),
          renderItem: (parameters: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
            const stretch = stretches[parameters.dataIndex];
            return stretch === undefined ? null : drawStretch(stretch, knownOn, parameters, api, palette);
          },
        },
        {
          type: 'custom',
          xAxisIndex: index,
          yAxisIndex: index,
          silent: true,
          z: 5,
          tooltip: { show: false },
          data: [[day, 0]],
          encode: { x: 0, y: -1 },
          renderItem: (parameters: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) =>
            drawDay(day, parameters, api, palette),
        },
      ];
    }),
  };
}

function tooltipFor({ from, until, point }: Stretch): HTMLElement {
  const said = point.evidence[0];
  return tooltipOf(point.text, [
    `${until === undefined ? 'Since' : 'From'} ${formatDate(from)}${until === undefined ? '' : ` to ${formatDate(until)}`}`,
    ...(point.status === undefined ? [] : [wordsOf(point.status)]),
    ...(said === undefined ? [] : [said.source?.title ?? said.summary]),
  ]);
}
