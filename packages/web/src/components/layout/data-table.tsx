import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand right-aligned under one another. */
  readonly numeric?: boolean;
  /** The column that names the row. */
  readonly rowHead?: boolean;
}

/**
 * A table that turns into one block per row on a narrow screen, each value under its column's name.
 * The roles are written out, since a changed `display` would take them away.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  foot,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** A closing row, such as the total. */
  readonly foot?: Row | undefined;
}) {
  const line = (row: Row, key: string, className?: string) => (
    <tr key={key} {...AS.row} className={className}>
      {columns.map((column) => {
        const Cell = column.rowHead === true ? 'th' : 'td';
        return (
          <Cell
            key={column.key}
            role={column.rowHead === true ? 'rowheader' : 'cell'}
            {...(column.rowHead === true ? { scope: 'row' } : {})}
            data-label={column.head}
            data-numeric={column.numeric || undefined}
          >
            <div className={classes.value}>{column.cell(row)}</div>
          </Cell>
        );
      })}
    </tr>
  );
  return (
    <table {...AS.table} className={classes.table}>
      <caption className="heard">{caption}</caption>
      <thead {...AS.rowgroup}>
        <tr {...AS.row}>
          {columns.map(({ key, head, numeric }) => (
            <th key={key} scope="col" {...AS.columnheader} data-numeric={numeric || undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...AS.rowgroup}>
        {rows.map((row) => line(row, rowKey(row)))}
        {foot !== undefined && line(foot, 'foot', classes.foot)}
      </tbody>
    </table>
  );
}

const AS = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
} as const;
