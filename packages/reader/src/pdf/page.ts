import type { Box } from '@tranche/ledger/source';

/** Some characters of a page that stand together: a word, a part of a line, or a whole one. */
export interface PdfItem {
  readonly text: string;
  /** In points of 1/72 inch from the upper left corner of the page. */
  readonly box: Box;
  /** In points. */
  readonly fontSize: number;
}

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** In the order of the file, which need not be that of reading. */
  readonly items: readonly PdfItem[];
}

/** Items on one line with no gap between them that is wider than one between words. */
export interface Piece {
  readonly page: number;
  readonly items: readonly PdfItem[];
  readonly box: Box;
  readonly fontSize: number;
  /** Characters in all. */
  readonly length: number;
}

/** What stands side by side at one height, from left to right: one piece of prose, or the cells of a table's row. */
export interface Row {
  readonly pieces: readonly Piece[];
  readonly box: Box;
  readonly fontSize: number;
}

export function hull(boxes: readonly Box[]): Box {
  return [
    Math.min(...boxes.map(([left]) => left)),
    Math.min(...boxes.map(([, top]) => top)),
    Math.max(...boxes.map(([, , right]) => right)),
    Math.max(...boxes.map(([, , , bottom]) => bottom)),
  ];
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}
