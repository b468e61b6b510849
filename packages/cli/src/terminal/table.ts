import { padded, printable, widthOf, wrapped } from './text-width.ts';

export interface Column {
  readonly title: string;
  /** Numbers stand to the right. */
  readonly align?: 'right';
  /** Wide columns share what the narrow ones leave; the others take what they need. */
  readonly grows?: boolean;
}

const GAP = '  ';
/** A column of prose narrower than this cannot be read; then each row is written as a list. */
const LEAST_PROSE = 18;

/** A table that fits into so many columns, its cells wrapped; below that, one line per cell. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const cells = rows.map((row) => row.map(printable));
  const natural = columns.map(({ title }, index) =>
    Math.max(widthOf(title), ...cells.map((row) => widthOf(row[index] ?? ''))),
  );
  const widths = fitted(columns, natural, width);
  if (widths === undefined) return stacked(columns, cells, width);
  const header = columns.map(({ title }) => title.toUpperCase());
  const rule = widths.map((one) => '─'.repeat(one));
  return [header, rule, ...cells].flatMap((row) => lines(row, widths, columns)).join('\n');
}

function fitted(columns: readonly Column[], natural: readonly number[], width: number): number[] | undefined {
  const gaps = GAP.length * (columns.length - 1);
  const fixed = natural.reduce((sum, one, index) => sum + (columns[index]?.grows === true ? 0 : one), 0);
  let room = width - gaps - fixed;
  const growing = natural.flatMap((one, index) =>
    columns[index]?.grows === true ? [{ index, wants: one }] : [],
  );
  const widths = [...natural];
  // Those that want least are served first; the others share what is left.
  growing.sort((one, other) => one.wants - other.wants);
  for (const [position, { index, wants }] of growing.entries()) {
    const share = Math.floor(room / (growing.length - position));
    const given = Math.min(wants, share);
    if (given < Math.min(wants, LEAST_PROSE)) return undefined;
    widths[index] = given;
    room -= given;
  }
  return room < 0 ? undefined : widths;
}

function lines(row: readonly string[], widths: readonly number[], columns: readonly Column[]): string[] {
  const wrappedCells = widths.map((width, index) => wrapped(row[index] ?? '', width));
  const height = Math.max(...wrappedCells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((width, index) => {
        const text = wrappedCells[index]?.[line] ?? '';
        return columns[index]?.align === 'right'
          ? padded('', width - widthOf(text)) + text
          : padded(text, width);
      })
      .join(GAP)
      .trimEnd(),
  );
}

function stacked(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string {
  const label = Math.max(...columns.map(({ title }) => widthOf(title)));
  return rows
    .map((row) =>
      columns
        .flatMap(({ title }, index) =>
          (row[index] ?? '') === ''
            ? []
            : wrapped(row[index] ?? '', Math.max(10, width - label - GAP.length)).map(
                (text, line) => `${padded(line === 0 ? title : '', label)}${GAP}${text}`,
              ),
        )
        .join('\n'),
    )
    .join('\n\n');
}
