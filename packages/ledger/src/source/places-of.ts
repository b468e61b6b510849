import type { Box, ByteSegments, Original, OriginalPlace, PageSegments } from './original.ts';

type Range = readonly [start: number, end: number];

/**
 * Where a span of the text stands in the original: byte ranges, or boxes on pages, in the order of the text.
 * Neighbouring ranges are joined, and boxes on one line are; markup between words is left out. Empty for text that
 * the reading put in.
 */
export function placesOf({ segments }: Pick<Original, 'segments'>, [start, end]: Range): OriginalPlace[] {
  return segments.in === 'bytes'
    ? rangesIn(segments, start, end).map((bytes) => ({ bytes }))
    : boxesIn(segments, start, end);
}

function rangesIn(segments: ByteSegments, start: number, end: number): Range[] {
  const { runs } = segments;
  const { text, file } = byteStarts(segments);
  const ranges: [number, number][] = [];
  for (let run = firstRunAt(text, start); run < text.length; run += 1) {
    const textStart = text[run] ?? 0;
    if (textStart >= end) break;
    const units = runs[run * 4 + 1] ?? 0;
    const from = Math.max(start, textStart) - textStart;
    const to = Math.min(end, textStart + units) - textStart;
    if (to <= from) continue;
    const perUnit = runs[run * 4 + 3] ?? 0;
    const base = file[run] ?? 0;
    const range: [number, number] =
      perUnit < 0 ? [base, base - perUnit] : [base + from * perUnit, base + to * perUnit];
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === range[0]) last[1] = range[1];
    else ranges.push(range);
  }
  return ranges;
}

function boxesIn(segments: PageSegments, start: number, end: number): OriginalPlace[] {
  const { runs } = segments;
  const { text } = pageStarts(segments);
  const places: { page: number; box: [number, number, number, number] }[] = [];
  for (let run = firstRunAt(text, start); run < text.length; run += 1) {
    const at = run * 7;
    const textStart = text[run] ?? 0;
    if (textStart >= end) break;
    const units = runs[at + 1] ?? 0;
    const from = Math.max(start, textStart) - textStart;
    const to = Math.min(end, textStart + units) - textStart;
    if (to <= from) continue;
    const page = runs[at + 2] ?? 0;
    const [left = 0, top = 0, right = 0, bottom = 0] = runs.slice(at + 3, at + 7);
    // Letters have different widths: a cut box is as good as an even spread is.
    const width = (right - left) / Math.max(units, 1);
    const box: Box = [left + from * width, top, left + to * width, bottom];
    const last = places.at(-1);
    if (last !== undefined && last.page === page && onOneLine(last.box, box)) {
      last.box = [
        Math.min(last.box[0], box[0]),
        Math.min(last.box[1], box[1]),
        Math.max(last.box[2], box[2]),
        Math.max(last.box[3], box[3]),
      ];
    } else places.push({ page, box: [...box] });
  }
  return places;
}

/** Boxes that share more than half the height of the lower one. */
function onOneLine(one: Box, other: Box): boolean {
  const shared = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  return shared > Math.min(one[3] - one[1], other[3] - other[1]) / 2;
}

/** The last run that starts at or before a text offset; the first when none does. */
function firstRunAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Starts {
  readonly text: readonly number[];
  readonly file: readonly number[];
}

/** Summed up once for each list of runs: a document is asked for many places. */
const known = new WeakMap<readonly number[], Starts>();

function byteStarts({ runs }: ByteSegments): Starts {
  const before = known.get(runs);
  if (before !== undefined) return before;
  const text: number[] = [];
  const file: number[] = [];
  let textAt = 0;
  let fileAt = 0;
  for (let index = 0; index + 3 < runs.length; index += 4) {
    const units = runs[index + 1] ?? 0;
    const perUnit = runs[index + 3] ?? 0;
    textAt += runs[index] ?? 0;
    fileAt += runs[index + 2] ?? 0;
    text.push(textAt);
    file.push(fileAt);
    textAt += units;
    fileAt += perUnit < 0 ? -perUnit : units * perUnit;
  }
  const starts = { text, file };
  known.set(runs, starts);
  return starts;
}

function pageStarts({ runs }: PageSegments): Starts {
  const before = known.get(runs);
  if (before !== undefined) return before;
  const text: number[] = [];
  let textAt = 0;
  for (let index = 0; index + 6 < runs.length; index += 7) {
    textAt += runs[index] ?? 0;
    text.push(textAt);
    textAt += runs[index + 1] ?? 0;
  }
  const starts = { text, file: [] };
  known.set(runs, starts);
  return starts;
}
