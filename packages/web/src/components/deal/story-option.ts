import type { TimelineView } from '@tranche/service/views';
import type {
  CustomSeriesRenderItemAPI,
  CustomSeriesRenderItemParams,
  CustomSeriesRenderItemReturn,
} from 'echarts';
import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../charts/palette.ts';
import { tooltipOf } from '../charts/tooltip.ts';
import { formatDate, sentence, wordsOf } from '../format.ts';

type Series = TimelineView['series'][number];
type Point = Series['points'][number];

/** A stretch of time in which one value was what was known. */
export interface Stretch {
  readonly from: string;
  /** Where the next value replaces it; without it, it holds to the end of the chart. */
  readonly until?: string;
  readonly point: Point;
}

const FIRM: ReadonlySet<string> = new Set(['agreed', 'closed', 'completed']);

/** The height of one figure's own strip with its name, and of the date axis below the last. */
const STRIP = 92;
const NAME = 30;
const AXIS = 28;
const LABEL_SIZE = 12;

/** The figures that can be drawn: those with a number at some point. */
export const drawable = (series: readonly Series[]): readonly Series[] =>
  series.filter(({ points }) => points.some(({ low, high }) => low !== undefined || high !== undefined));

export const storyHeight = (series: readonly Series[]): number => series.length * STRIP + AXIS;

/** Each value from the day it became known until the day another replaced it. */
export function stretchesOf(points: readonly Point[]): readonly Stretch[] {
  return points.map((point, index) => {
    const next = points[index + 1];
    return { from: point.knownOn, point, ...(next === undefined ? {} : { until: next.knownOn }) };
  });
}

/**
 * One strip per figure over a common time axis. A known value is a line, a range a band, a bound a line with a
 * shadow on its open side; dashed while not agreed. What was not yet known on the chosen day lies under a veil.
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
  const veilFrom = Date.parse(knownOn);
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
          renderItem: (parameters: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) =>
            drawStretch(stretches[parameters.dataIndex], parameters, api, palette),
        },
        {
          type: 'custom',
          xAxisIndex: index,
          yAxisIndex: index,
          silent: true,
          z: 5,
          tooltip: { show: false },
          data: [[knownOn, 0]],
          encode: { x: 0, y: -1 },
          renderItem: (parameters: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) =>
            drawVeil(parameters, api, { day: veilFrom, hides: veilFrom < last }, range, palette),
        },
      ];
    }),
  };
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const areaOf = (parameters: CustomSeriesRenderItemParams): Area => parameters.coordSys as unknown as Area;

function drawStretch(
  stretch: Stretch | undefined,
  parameters: CustomSeriesRenderItemParams,
  api: CustomSeriesRenderItemAPI,
  palette: Palette,
): CustomSeriesRenderItemReturn {
  const { low, high, status } = stretch?.point ?? {};
  const level = high ?? low;
  if (level === undefined) return null;
  const area = areaOf(parameters);
  const [x1 = 0, top = 0] = api.coord([api.value(0), level]);
  const [xEnd = 0, bottom = 0] = api.coord([api.value(1), low ?? level]);
  const width = Math.max(Math.min(xEnd, area.x + area.width) - x1, 2);
  const lineDash = status !== undefined && FIRM.has(status) ? [] : [5, 3];
  const line = (y: number) => ({
    type: 'line' as const,
    shape: { x1, y1: y, x2: x1 + width, y2: y },
    style: { stroke: palette.accent, lineWidth: 2.5, lineDash },
  });
  const shadow = (y: number, height: number, opacity: number) => ({
    type: 'rect' as const,
    shape: { x: x1, y, width, height },
    style: { fill: palette.accent, opacity },
  });
  // A wide, invisible mark under the thin one makes it easy to hit.
  const target = shadow(Math.min(top, bottom) - 8, bottom - top + 16, 0);
  const start = {
    type: 'circle' as const,
    shape: { cx: x1, cy: top, r: 3.5 },
    style: { fill: palette.paper, stroke: palette.accent, lineWidth: 2 },
  };
  const value = {
    type: 'text' as const,
    style: {
      text: stretch?.point.text ?? '',
      x: x1 + 6,
      y: top - 5,
      fill: palette.ink,
      font: `${LABEL_SIZE}px sans-serif`,
      textVerticalAlign: 'bottom' as const,
    },
  };
  const open = 9;
  const bandHeight = bottom - top;
  const shadows =
    low === undefined
      ? [target, shadow(top, open, 0.22)]
      : high === undefined
        ? [target, shadow(top - open, open, 0.22)]
        : bandHeight < 1
          ? [target]
          : [shadow(top, bandHeight, 0.18), line(bottom)];
  const fits = width > (stretch?.point.text.length ?? 0) * LABEL_SIZE * 0.62;
  return { type: 'group', children: [...shadows, line(top), start, ...(fits ? [value] : [])] };
}

function drawVeil(
  parameters: CustomSeriesRenderItemParams,
  api: CustomSeriesRenderItemAPI,
  { day, hides }: { readonly day: number; readonly hides: boolean },
  range: { readonly min: number; readonly max: number },
  palette: Palette,
): CustomSeriesRenderItemReturn {
  const area = areaOf(parameters);
  const clamped = Math.min(Math.max(day, range.min), range.max);
  const [x = 0] = api.coord([clamped, 0]);
  const top = area.y - 4;
  const height = area.height + 4;
  const right = area.x + area.width + 8;
  return {
    type: 'group',
    children: [
      {
        type: 'rect',
        shape: { x: x + 1, y: top, width: Math.max(right - x - 1, 0), height },
        style: { fill: palette.paper, opacity: hides ? 0.72 : 0 },
      },
      {
        type: 'line',
        shape: { x1: x, y1: top, x2: x, y2: top + height },
        style: { stroke: palette.ink, lineWidth: 1 },
      },
    ],
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
