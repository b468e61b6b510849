import type { PdfPage, Row } from './page.ts';

/** Upper and lower part of a page where running titles and numbers stand. */
const MARGIN = 0.12;
/** Furniture stands on the same height of its pages, give or take so many points. */
const SHIFT = 6;

export interface PageRows {
  readonly page: Pick<PdfPage, 'height'>;
  readonly rows: readonly Row[];
}

/** The pages without page numbers, and without lines that stand at the same place of the margin again and again. */
export function withoutFurniture(pages: readonly PageRows[]): (readonly Row[])[] {
  const seen = new Map<string, number[]>();
  for (const { page, rows } of pages) {
    for (const row of rows.filter((one) => isInMargin(one, page.height))) {
      const tops = seen.get(shapeOf(row)) ?? [];
      tops.push(row.box[1]);
      seen.set(shapeOf(row), tops);
    }
  }
  const least = Math.max(2, Math.ceil(Math.min(pages.length / 3, 4)));
  return pages.map(({ page, rows }) =>
    rows.filter((row) => {
      if (!isInMargin(row, page.height)) return true;
      if (PAGE_NUMBER.test(textOf(row))) return false;
      const alike = (seen.get(shapeOf(row)) ?? []).filter((top) => Math.abs(top - row.box[1]) <= SHIFT);
      return alike.length < least;
    }),
  );
}

const PAGE_NUMBER =
  /^\W*(?:(?:page|seite|p[aá]gina|p\.)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|\/|von|de|sur)\s*\d{1,4})?\W*$/i;

const isInMargin = ({ box }: Row, height: number): boolean =>
  box[3] < height * MARGIN || box[1] > height * (1 - MARGIN);

const textOf = ({ pieces }: Row): string =>
  pieces
    .map(({ items }) => items.map(({ text }) => text).join(' '))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Numbers count on from page to page. */
const shapeOf = (row: Row): string => textOf(row).replace(/\d+/g, '#');
