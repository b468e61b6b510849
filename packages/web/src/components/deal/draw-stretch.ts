import type {
  CustomSeriesRenderItemAPI,
  CustomSeriesRenderItemParams,
  CustomSeriesRenderItemReturn,
} from 'echarts';
import type { Palette } from '../charts/palette.ts';
import type { Stretch } from './stretches.ts';

const FIRM: ReadonlySet<string> = new Set(['agreed', 'closed', 'completed']);

/** How clearly that is drawn which was not yet known on the chosen day. */
const LATER = 0.28;

const LABEL_SIZE = 12;
/** How far the shadow of a bound reaches on its open side. */
const OPEN_SIDE = 9;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * One value over its time: a line for a value, a band for a range, a line with a shadow on its open side for a
 * bound; dashed while not agreed, and faint from the chosen day on.
 */
export function drawStretch(
  stretch: Stretch,
  knownOn: string,
  parameters: CustomSeriesRenderItemParams,
  api: CustomSeriesRenderItemAPI,
  palette: Palette,
): CustomSeriesRenderItemReturn {
  const { low, high, status, text } = stretch.point;
  const level = high ?? low;
  if (level === undefined) return null;
  const area = areaOf(parameters);
  const [start = 0, top = 0] = api.coord([api.value(0), level]);
  const [until = 0, bottom = 0] = api.coord([api.value(1), low ?? level]);
  const end = Math.max(Math.min(until, area.x + area.width), start + 2);
  const [chosen = 0] = api.coord([Date.parse(knownOn), level]);
  const known = stretch.from <= knownOn;
  const lineDash = status !== undefined && FIRM.has(status) ? [] : [5, 3];

  const line = (y: number, x1: number, x2: number, opacity: number) => ({
    type: 'line' as const,
    shape: { x1, y1: y, x2, y2: y },
    style: { stroke: palette.accent, lineWidth: 2.5, lineDash, opacity },
  });
  const shadow = (y: number, height: number, x1: number, x2: number, opacity: number) => ({
    type: 'rect' as const,
    shape: { x: x1, y, width: x2 - x1, height },
    style: { fill: palette.accent, opacity },
  });
  const drawn = (x1: number, x2: number, clarity: number) => {
    if (x2 <= x1) return [];
    const marks = [line(top, x1, x2, clarity)];
    if (low === undefined) return [shadow(top, OPEN_SIDE, x1, x2, 0.22 * clarity), ...marks];
    if (high === undefined) return [shadow(top - OPEN_SIDE, OPEN_SIDE, x1, x2, 0.22 * clarity), ...marks];
    if (bottom - top < 1) return marks;
    return [shadow(top, bottom - top, x1, x2, 0.18 * clarity), ...marks, line(bottom, x1, x2, clarity)];
  };
  const split = known ? Math.min(Math.max(chosen, start), end) : start;
  const clarity = known ? 1 : LATER;
  const fits = end - start > text.length * LABEL_SIZE * 0.62;
  return {
    type: 'group',
    children: [
      // A wide, invisible mark under the thin ones makes them easy to hit.
      shadow(top - 8, bottom - top + 16, start, end, 0),
      ...drawn(start, split, 1),
      ...drawn(split, end, LATER),
      {
        type: 'circle',
        shape: { cx: start, cy: top, r: 3.5 },
        style: { fill: palette.paper, stroke: palette.accent, lineWidth: 2, opacity: clarity },
      },
      ...(fits
        ? [
            {
              type: 'text' as const,
              style: {
                text,
                x: start + 6,
                y: top - 5,
                fill: palette.ink,
                font: `${LABEL_SIZE}px sans-serif`,
                verticalAlign: 'bottom' as const,
                opacity: known ? 1 : 0.5,
              },
            },
          ]
        : []),
    ],
  };
}

/** The chosen day, as a line down through a figure's strip. */
export function drawDay(
  day: number,
  parameters: CustomSeriesRenderItemParams,
  api: CustomSeriesRenderItemAPI,
  palette: Palette,
): CustomSeriesRenderItemReturn {
  const area = areaOf(parameters);
  const [x = 0] = api.coord([day, 0]);
  return {
    type: 'line',
    shape: { x1: x, y1: area.y - 4, x2: x, y2: area.y + area.height },
    style: { stroke: palette.ink, lineWidth: 1 },
  };
}

const areaOf = (parameters: CustomSeriesRenderItemParams): Area => parameters.coordSys as unknown as Area;
