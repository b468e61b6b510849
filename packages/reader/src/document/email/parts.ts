import { decodeHeader, type Headers, headersAt, type Typed, typed } from './headers.ts';

/** A part of a mail that holds no others. */
export interface Part {
  readonly type: Typed;
  readonly transfer: string;
  /** The name of an attachment. */
  readonly name?: string;
  readonly isAttachment: boolean;
  readonly start: number;
  readonly end: number;
}

export interface Parts {
  /** What is to be read as the mail itself, in order: of alternatives the richest. */
  readonly body: readonly Part[];
  readonly attachments: readonly Part[];
}

const MOST_NESTED = 20;
const MOST_PARTS = 2000;

/** The parts of a mail whose header was read and whose body ends at `end`. */
export function partsOf(file: string, headers: Headers, end: number): Parts {
  const body: Part[] = [];
  const attachments: Part[] = [];
  const budget = { left: MOST_PARTS };
  collect(file, headers, headers.end, end, { body, attachments, depth: 0, budget });
  return { body, attachments };
}

interface Found {
  readonly body: Part[];
  readonly attachments: Part[];
  readonly depth: number;
  /** How many more parts are taken; a mail with more of them than this is none. */
  readonly budget: { left: number };
}

function collect(file: string, { fields }: Headers, start: number, end: number, found: Found): void {
  if (found.budget.left <= 0) return;
  found.budget.left -= 1;
  const type = typed(fields.get('content-type')?.value ?? 'text/plain');
  const boundary = type.parameters.get('boundary');
  if (type.value.startsWith('multipart/') && boundary !== undefined && found.depth < MOST_NESTED) {
    const ranges = rangesBetween(file, boundary, start, end);
    const inner = ranges.map(([from, to]) => {
      const part: Found = { body: [], attachments: [], depth: found.depth + 1, budget: found.budget };
      const headers = headersAt(file, from, to);
      collect(file, headers, headers.end, to, part);
      return part;
    });
    const bodies = type.value === 'multipart/alternative' ? [richest(inner)] : inner.map(({ body }) => body);
    found.body.push(...bodies.flat());
    found.attachments.push(...inner.flatMap(({ attachments }) => attachments));
    return;
  }
  const disposition = typed(fields.get('content-disposition')?.value);
  const name = disposition.parameters.get('filename') ?? type.parameters.get('name');
  const isText = /^text\/(?:plain|html)$/.test(type.value) || type.value === '';
  const isAttachment =
    disposition.value === 'attachment' ||
    (!isText && type.value !== '') ||
    (name !== undefined && found.body.length > 0);
  const part: Part = {
    type,
    transfer: fields.get('content-transfer-encoding')?.value ?? '7bit',
    ...(name === undefined ? {} : { name: decodeHeader(name) }),
    isAttachment,
    start,
    end,
  };
  (isAttachment ? found.attachments : found.body).push(part);
}

/** Of the ways a mail says the same: the page before the plain text. */
function richest(alternatives: readonly Found[]): readonly Part[] {
  const isPage = ({ body }: Found): boolean => body.some(({ type }) => type.value === 'text/html');
  return (alternatives.find(isPage) ?? alternatives.find(({ body }) => body.length > 0))?.body ?? [];
}

/** What stands between the lines of a boundary; the last part of a mail cut short ends with the mail. */
function rangesBetween(file: string, boundary: string, start: number, end: number): [number, number][] {
  const mark = `--${boundary}`;
  const ranges: [number, number][] = [];
  let from = -1;
  for (
    let at = file.indexOf(mark, start);
    at >= 0 && at < end && ranges.length < MOST_PARTS;
    at = file.indexOf(mark, at + mark.length)
  ) {
    if (at > start && file[at - 1] !== '\n') continue;
    // The line break in front of a boundary belongs to the boundary.
    const stop = at - (file[at - 2] === '\r' ? 2 : 1);
    if (from >= 0) ranges.push([from, Math.max(from, stop)]);
    const lineEnd = file.indexOf('\n', at);
    from = lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1;
    if (file.startsWith('--', at + mark.length)) return ranges;
  }
  if (from >= 0 && from < end) ranges.push([from, end]);
  return ranges;
}
