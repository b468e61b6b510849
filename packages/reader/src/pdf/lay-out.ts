import type { PageSegments } from '@tranche/ledger/source';
import { withCells } from './cells.ts';
import { blocksOf } from './columns.ts';
import { withoutFurniture } from './furniture.ts';
import type { PdfItem, PdfPage, Piece, Row } from './page.ts';
import { goesOnAfterBreak, type Paragraph, paragraphsOf } from './paragraphs.ts';
import { piecesOf, rowsOf, WORD_GAP } from './pieces.ts';

export interface LaidOut {
  readonly text: string;
  readonly segments: PageSegments;
}

/**
 * The text of pages as it is read: columns one after the other, paragraphs each on one line, words divided at line
 * ends made whole, a table's rows as `a | b`, running titles and page numbers left out. Every stretch leads back to
 * its page and box.
 */
export function layOut(pages: readonly PdfPage[]): LaidOut {
  const kept = withoutFurniture(pages.map((page) => ({ page, rows: rowsOf(piecesOf(page)) })));
  const blocks = kept.flatMap((rows) => blocksOf(rows));
  const paragraphs = joined(blocks.map((block) => paragraphsOf(withCells(block))));
  const words = wordsOf(paragraphs);
  const writer = new Writer();
  for (const [index, paragraph] of paragraphs.entries()) {
    const before = paragraphs[index - 1];
    if (before !== undefined) writer.put(before.isTableRow && paragraph.isTableRow ? '\n' : '\n\n');
    writeParagraph(writer, paragraph, words);
  }
  return writer.done();
}

/** The blocks' paragraphs in one list, those that a column or a page broke in two put together again. */
function joined(blocks: readonly (readonly Paragraph[])[]): Paragraph[] {
  const all: Paragraph[] = [];
  for (const block of blocks) {
    const [first, ...rest] = block;
    const last = all.at(-1);
    if (first !== undefined && last !== undefined && goesOnAfterBreak(last, first)) {
      all[all.length - 1] = { rows: [...last.rows, ...first.rows], isTableRow: false };
      all.push(...rest);
    } else all.push(...block);
  }
  return all;
}

function writeParagraph(writer: Writer, { rows }: Paragraph, words: ReadonlySet<string>): void {
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    for (const [cell, piece] of row.pieces.entries()) {
      if (cell > 0) writer.put(' | ');
      writePiece(writer, piece);
    }
    if (next !== undefined) writer.put(divided(writer, next, words) ? '' : ' ');
  }
}

function writePiece(writer: Writer, { items, page }: Piece): void {
  let before: PdfItem | undefined;
  for (const item of items) {
    const gap = before === undefined ? 0 : item.box[0] - before.box[2];
    if (gap > WORD_GAP * item.fontSize) writer.space();
    writer.item(item, page);
    before = item;
  }
}

/** First parts of words that keep their hyphen when a line ends on it. */
const KEEPS_HYPHEN =
  /^(?:co|non|pre|post|self|mid|multi|follow|early|late|long|short|high|low|well|cross|first|second|third|fourth|half|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|year|month|all|ex|e|oversubscribed|so|spin|start|equity|debt|cash|state|privately|publicly)$/i;

/**
 * Whether the line ends inside of a word; then its hyphen is taken away, unless the word is written with it elsewhere
 * or its first part stands for itself. Either way no blank follows.
 */
function divided(writer: Writer, next: Row, words: ReadonlySet<string>): boolean {
  if (writer.endsWith('\u00ad')) {
    writer.dropLast();
    return true;
  }
  const first = /([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)[-‐]$/u.exec(writer.tail())?.[1];
  const second = /^\s*(\p{Ll}+)/u.exec(next.pieces[0]?.items.map(({ text }) => text).join('') ?? '')?.[1];
  if (first === undefined || second === undefined) return false;
  const [whole, hyphened] = [`${first}${second}`.toLowerCase(), `${first}-${second}`.toLowerCase()];
  const keeps = !words.has(whole) && (words.has(hyphened) || KEEPS_HYPHEN.test(first) || /\d/.test(first));
  if (!keeps) writer.dropLast();
  return true;
}

/** The words within lines, in lower case. */
function wordsOf(paragraphs: readonly Paragraph[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { rows } of paragraphs) {
    for (const { pieces } of rows) {
      for (const { items } of pieces) {
        const line = items.map(({ text }) => text).join(' ');
        for (const [word] of line.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?!-?$)/gu))
          words.add(word.toLowerCase());
      }
    }
  }
  return words;
}

/** Text that grows, and the runs that lead back. */
class Writer {
  private readonly parts: string[] = [];
  private readonly runs: number[] = [];
  private length = 0;
  private runEnd = 0;

  put(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  space(): void {
    if (!/\s$/.test(this.parts.at(-1) ?? ' ')) this.put(' ');
  }

  item({ text, box }: PdfItem, page: number): void {
    this.runs.push(this.length - this.runEnd, text.length, page, ...box.map(toTenths));
    this.put(text);
    this.runEnd = this.length;
  }

  tail(): string {
    return this.parts.slice(-3).join('');
  }

  endsWith(end: string): boolean {
    return (this.parts.at(-1) ?? '').endsWith(end);
  }

  /** Takes the last character away again, with its place. */
  dropLast(): void {
    this.parts.push((this.parts.pop() ?? '').slice(0, -1));
    this.length -= 1;
    this.runEnd = this.length;
    const at = this.runs.length - 6;
    this.runs[at] = Math.max(0, (this.runs[at] ?? 0) - 1);
  }

  done(): LaidOut {
    return { text: this.parts.join(''), segments: { in: 'pages', runs: this.runs } };
  }
}

const toTenths = (points: number): number => Math.round(points * 10) / 10;
