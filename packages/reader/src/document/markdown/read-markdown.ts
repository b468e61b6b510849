import { TextWriter } from '../html/text-writer.ts';
import type { DocumentMeta } from '../opened-document.ts';
import type { RunList } from '../run-list.ts';
import { frontMatterOf } from './front-matter.ts';
import { writeInline } from './inline.ts';

export interface ReadMarkdown {
  readonly text: string;
  readonly meta: DocumentMeta;
  /** Which characters of the source each stretch of the text stands for. */
  readonly runs: RunList;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|$)/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
const QUOTE = /^ {0,3}(?:>[ \t]?)+/;
const DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:\s*\S/;
const TABLE_LINE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const COMMENT = /^ {0,3}<!--/;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/**
 * The text of Markdown as it is read: headings, paragraphs, items and table rows one to a line; marks, addresses of
 * links, images, code blocks and comments left out. Takes any string and is linear in it.
 */
export function readMarkdown(source: string): ReadMarkdown {
  const { meta, end } = frontMatterOf(source);
  const writer = new TextWriter(source);
  const lines = linesOf(source, end);
  let heading: string | undefined;
  /** A paragraph or item that further lines go on. */
  let isOpen = false;
  let inTable = false;
  const endLine = (): void => {
    if (isOpen) writer.put('\n');
    isOpen = false;
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const { words } = line;
    const past = skipped(lines, at, isOpen);
    if (past > at) {
      endLine();
      at = past - 1;
      continue;
    }
    const next = lines[at + 1]?.words ?? '';
    const rowBegins =
      words.includes('|') && TABLE_LINE.test(next) && next.includes('-') && next.includes('|');
    inTable = rowBegins || (inTable && words.includes('|'));
    if (words.trim() === '' || RULE.test(words) || DEFINITION.test(words)) {
      endLine();
    } else if (inTable) {
      endLine();
      if (!TABLE_LINE.test(words)) writeRow(source, line, writer);
    } else if (
      HEADING.test(words) ||
      (!isOpen && UNDERLINE.test(next) && !ITEM.test(words) && next.length > 1)
    ) {
      endLine();
      const from = line.start + (HEADING.exec(words)?.[0].length ?? 0);
      const before = writer.size;
      const until = line.end - (/[ \t]+#+[ \t]*$/.exec(words)?.[0].length ?? 0);
      writeInline(source, from, Math.max(from, until), writer);
      if (before === 0 && writer.size > 0) heading = writer.text;
      writer.put(before === 0 ? '\n\n' : '\n');
      if (!HEADING.test(words)) at += 1;
    } else {
      isOpen = writeLine(source, line, writer, isOpen);
    }
  }
  endLine();
  const title = meta.title ?? heading;
  return { text: writer.text, meta: title === undefined ? meta : { ...meta, title }, runs: writer.runs };
}

/** Beyond a code block or a comment that begins at a line; the line itself where none does. */
function skipped(lines: readonly Line[], at: number, isOpen: boolean): number {
  const words = lines[at]?.words ?? '';
  const fence = FENCE.exec(words)?.[1];
  if (fence !== undefined) {
    for (let end = at + 1; end < lines.length; end += 1) {
      const closing = FENCE.exec(lines[end]?.words ?? '')?.[1];
      if (closing?.startsWith(fence) === true) return end + 1;
    }
    return lines.length;
  }
  if (COMMENT.test(words)) {
    for (let end = at; end < lines.length; end += 1) if (lines[end]?.words.includes('-->')) return end + 1;
    return lines.length;
  }
  const isCode = !isOpen && /^(?: {4}|\t)/.test(words) && !ITEM.test(words) && !followsItem(lines, at);
  return isCode ? at + 1 : at;
}

/** An indented line below an item goes on the item. */
function followsItem(lines: readonly Line[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 20); before -= 1) {
    const words = lines[before]?.words ?? '';
    if (ITEM.test(words)) return true;
    if (words.trim() !== '' && !/^\s/.test(words)) return false;
  }
  return false;
}

/** A line of a paragraph, a quotation or an item; true when the next line may go on with it. */
function writeLine(source: string, line: Line, writer: TextWriter, isOpen: boolean): boolean {
  const quoted = QUOTE.exec(line.words)?.[0].length ?? 0;
  const words = line.words.slice(quoted);
  const item = ITEM.exec(words)?.[0];
  let from = line.start + quoted;
  if (item !== undefined) {
    if (isOpen) writer.put('\n');
    from += item.length;
    const number = /^\s*(\d{1,9}[.)])/.exec(item)?.[1];
    if (number === undefined) writer.put('- ');
    else writer.write(from - item.trimStart().length, from);
  } else if (isOpen) {
    // The break between two lines of one paragraph is a blank.
    writer.write(line.start - 1, line.start);
  }
  writeInline(source, from, line.end, writer);
  if (!/(?: {2}|\\)$/.test(line.words)) return true;
  writer.put('\n');
  return false;
}

function writeRow(source: string, line: Line, writer: TextWriter): void {
  writer.put('|');
  let from = line.start + (/^\s*\|?/.exec(line.words)?.[0].length ?? 0);
  const end = line.start + line.words.replace(/\s*\|?\s*$/, '').length;
  for (; from <= end; ) {
    let bar = source.indexOf('|', from);
    while (bar > 0 && source[bar - 1] === '\\') bar = source.indexOf('|', bar + 1);
    const stop = bar < 0 || bar > end ? end : bar;
    writer.put(' ');
    const before = writer.size;
    writeInline(source, from, stop, writer);
    if (writer.size === before) writer.put('-');
    writer.put(' |');
    from = stop + 1;
  }
  writer.put('\n');
}

function linesOf(source: string, from: number): Line[] {
  const lines: Line[] = [];
  for (let start = from; start < source.length; ) {
    const stop = source.indexOf('\n', start);
    const next = stop < 0 ? source.length : stop;
    const end = next > start && source.charCodeAt(next - 1) === 13 ? next - 1 : next;
    lines.push({ start, end, words: source.slice(start, end) });
    start = next + 1;
  }
  return lines;
}
