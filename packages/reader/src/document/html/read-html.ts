import type { DocumentMeta } from '../opened-document.ts';
import type { RunList } from '../run-list.ts';
import { type Body, chooseBody } from './choose-body.ts';
import type { Block, Page } from './page.ts';
import { attribute, metaOfPage } from './page-meta.ts';
import { scanPage } from './scan-page.ts';
import { TextWriter } from './text-writer.ts';

export interface ReadHtml {
  readonly text: string;
  readonly meta: DocumentMeta;
  /** Which characters of the source each stretch of the text stands for. */
  readonly runs: RunList;
}

export interface HtmlSettings {
  /**
   * `article` looks for the article of a page and leaves the rest out; `all` takes everything that is shown, as in a
   * mail or an item of a feed, and puts no title on top.
   */
  readonly take?: 'article' | 'all';
  /** False leaves out what a mail quotes of the mails it answers, and its signature. */
  readonly quotations?: boolean;
}

/** Less text than this means that the article was taken for something beside it. */
const SCANT = 120;

/**
 * The text of an HTML page as it is read: its title, a blank line, then one line for each paragraph, item, caption and
 * table row. Takes any string and is linear in it.
 */
export function readHtml(html: string, { take = 'article', quotations = true }: HtmlSettings = {}): ReadHtml {
  const page = scanPage(html, { leaveOut: true, quotations });
  const read = write(page, take);
  if (read.body >= SCANT || html.length < SCANT) return read;
  const whole = write(scanPage(html, { leaveOut: false, quotations }), take);
  return whole.body > 2 * read.body ? whole : read;
}

interface Written extends ReadHtml {
  /** Characters of text below the title. */
  readonly body: number;
}

function write(page: Page, take: 'article' | 'all'): Written {
  const meta = metaOfPage(page);
  const writer = new TextWriter(page.html);
  const body = take === 'all' ? EVERYTHING : chooseBody(page);
  const title = take === 'all' ? undefined : titleOf(page, body, meta);
  if (title !== undefined) {
    writer.write(title.start, title.end);
    for (const [start, end] of title.more) writer.write(start, end);
    writer.put('\n\n');
  }
  const top = writer.size;
  writeBlocks(page, blocksOf(page, body, title?.block), writer);
  const { text } = writer;
  const heading = text.slice(0, Math.max(top - 2, 0));
  return {
    text,
    meta: heading === '' ? meta : { ...meta, title: heading },
    runs: writer.runs,
    body: text.length - top,
  };
}

const EVERYTHING: Body = { root: 0, holds: () => true };

/** Short blocks that are nothing but links lead elsewhere. */
const SHORT = 300;
const MOST_LINKED = 0.7;

function blocksOf(page: Page, { root, holds }: Body, title: Block | undefined): Block[] {
  return page.blocks.filter((block) => {
    if (block === title || block.aside || !holds(block.container)) return false;
    if (block.inHeader && root === 0 && title !== undefined) return false;
    const leadsAway = block.row < 0 && block.size < SHORT && block.linked > block.size * MOST_LINKED;
    return !leadsAway;
  });
}

interface Title {
  readonly start: number;
  readonly end: number;
  /** Further pieces of a heading that is broken up by markup. */
  readonly more: readonly (readonly [start: number, end: number])[];
  readonly block?: Block;
}

/** The first heading of the article, else the heading that the page's data name, else the title of the page. */
function titleOf(page: Page, body: Body, meta: DocumentMeta): Title | undefined {
  const headings = page.blocks.filter((block) => block.level === 1);
  const named = meta.title === undefined ? undefined : plain(meta.title);
  const isNamed = (block: Block): boolean => {
    const words = plain(wordsOf(page, block));
    return named !== undefined && words.length > 10 && (named.startsWith(words) || words.startsWith(named));
  };
  const heading =
    page.blocks.find((block) => block.level > 0 && isNamed(block)) ??
    headings.find((block) => body.root > 0 && body.holds(block.container) && !block.aside) ??
    (named === undefined ? headings.find((block) => !block.aside) : undefined);
  if (heading !== undefined) {
    const [first = [0, 0], ...more] = piecesOf(page, heading);
    return { start: first[0], end: first[1], more, block: heading };
  }
  return tagTitle(page) ?? titleElement(page) ?? anyHeading(page, headings[0]);
}

function anyHeading(page: Page, heading: Block | undefined): Title | undefined {
  if (heading === undefined) return undefined;
  const [first = [0, 0], ...more] = piecesOf(page, heading);
  return { start: first[0], end: first[1], more, block: heading };
}

/** The title in a meta tag, where it stands in the source. */
function tagTitle({ html, metaTags }: Page): Title | undefined {
  const tag = metaTags.find((one) => /(?:property|name)\s*=\s*["']?(?:og|twitter):title/i.test(one));
  const value = tag === undefined ? undefined : attribute(tag, 'content');
  if (tag === undefined || value === undefined || value.trim() === '') return undefined;
  const start = html.indexOf(tag) + tag.indexOf(value);
  return { start, end: start + value.length, more: [] };
}

/** The title element without the name of the site behind it. */
function titleElement({ html, titleElement: range }: Page): Title | undefined {
  if (range === undefined) return undefined;
  const words = html.slice(range[0], Math.min(range[1], range[0] + 1000));
  if (words.trim() === '') return undefined;
  const site = /\s+(?:[|–—·»-]|::)\s+[^|–—·»]{2,40}$/.exec(words);
  const end = site !== null && site.index > 15 ? site.index : words.length;
  return { start: range[0], end: range[0] + end, more: [] };
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/&#?\w+;/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function piecesOf({ pieces }: Page, { first, last }: Block): (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  for (let at = first; at < last; at += 2) ranges.push([pieces[at] ?? 0, pieces[at + 1] ?? 0]);
  return ranges;
}

const wordsOf = (page: Page, block: Block): string =>
  piecesOf(page, block)
    .map(([start, end]) => page.html.slice(start, end))
    .join('')
    .slice(0, 1000);

function writeBlocks(page: Page, blocks: readonly Block[], writer: TextWriter): void {
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (block === undefined) return;
    const row = rowAt(blocks, at);
    if (row.length > 1) writeRow(page, row, writer);
    else {
      if (block.kind === 'item') writer.put('- ');
      writeBlock(page, block, writer);
      writer.put('\n');
    }
    at += Math.max(row.length, 1);
  }
}

/** Cells that hold more than this are set side by side for the look of it. */
const LONGEST_CELL = 240;

/** The blocks of a row of figures or names; empty where the blocks there are no such row. */
function rowAt(blocks: readonly Block[], at: number): readonly Block[] {
  const row = blocks[at]?.row ?? -1;
  if (row < 0) return [];
  let end = at;
  while (end < blocks.length && blocks[end]?.row === row) end += 1;
  const cells = blocks.slice(at, end);
  const isData =
    new Set(cells.map(({ cell }) => cell)).size > 1 && cells.every(({ size }) => size <= LONGEST_CELL);
  return isData && cells.length <= 60 ? cells : [];
}

/** "| Company | Amount |": a cell without text is a dash, so that the columns keep their order. */
function writeRow(page: Page, cells: readonly Block[], writer: TextWriter): void {
  let cell = 0;
  writer.put('| ');
  for (const [index, block] of cells.entries()) {
    if (index > 0 && block.cell === cells[index - 1]?.cell) writer.put(' ');
    else {
      if (index > 0) writer.put(' | ');
      for (; cell < block.cell; cell += 1) writer.put('- | ');
      cell += 1;
    }
    writeBlock(page, block, writer);
  }
  writer.put(' |\n');
}

function writeBlock({ pieces }: Page, { first, last }: Block, writer: TextWriter): void {
  for (let at = first; at < last; at += 2) writer.write(pieces[at] ?? 0, pieces[at + 1] ?? 0);
}
