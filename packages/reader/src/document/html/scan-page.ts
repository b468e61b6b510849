import { bodyRank, ELEMENTS, type Element, hashOf, isAside, isQuotation } from './elements.ts';
import type { Block, BlockKind, Container, Frame, Page } from './page.ts';
import { type SkipFinder, skipFinder } from './skips.ts';

export interface ScanSettings {
  /** False takes in what is beside the article as well: navigation, footers, hidden parts. */
  readonly leaveOut: boolean;
  /** False leaves out what a mail quotes of the mails it answers, and its signature. */
  readonly quotations: boolean;
}

/**
 * One pass over a page: from tag to tag by `indexOf`, over scripts, styles and navigation in one jump each.
 * There is no tree: an element is on a stack while it is open, and what is open decides what a text belongs to.
 * Takes any string for a page; unclosed, stray and crossed tags end where a browser would end them, or nearly.
 */
export function scanPage(html: string, settings: ScanSettings): Page {
  return new PageScan(html, settings).run();
}

const LESS = 60;
const SLASH = 47;

/** More open elements than any page has: deeper ones count for the last of these. */
const MOST_OPEN = 400;

class PageScan {
  private readonly pieces: number[] = [];
  private readonly blocks: Block[] = [];
  private readonly containers: Container[] = [{ parent: -1, rank: 0 }];
  private readonly metaTags: string[] = [];
  private readonly times: string[] = [];
  private readonly jsonLd: string[] = [];
  private readonly head: { titleElement?: readonly [number, number]; language?: string } = {};

  private readonly stack: Frame[] = [];
  private readonly skips: SkipFinder;
  private first = 0;
  private size = 0;
  private linked = 0;
  private inLink = false;
  private rows = -1;
  /** An item that has begun and has no text yet: its first block gets the bullet. */
  private freshItem = false;
  private noQuote = { double: false, single: false };

  constructor(
    private readonly html: string,
    private readonly settings: ScanSettings,
  ) {
    this.skips = skipFinder(html);
  }

  run(): Page {
    const { html } = this;
    let at = 0;
    for (;;) {
      const less = html.indexOf('<', at);
      if (less < 0) break;
      if (less > at) this.text(at, less);
      at = this.markup(less);
    }
    if (at < html.length) this.text(at, html.length);
    this.endBlock();
    const { pieces, blocks, containers, metaTags, times, jsonLd, head } = this;
    return {
      html,
      pieces,
      blocks,
      containers,
      metaTags,
      times,
      jsonLd,
      ...head,
    };
  }

  private text(start: number, end: number): void {
    const { pieces } = this;
    // White space between tags is the commonest text of all.
    if (pieces.length === this.first && isBlank(this.html, start, end)) return;
    if (this.stack.at(-1)?.element.role === 'pre') {
      this.lines(start, end);
      return;
    }
    pieces.push(start, end);
    this.size += end - start;
    if (this.inLink) this.linked += end - start;
  }

  /** Preformatted text keeps its lines. */
  private lines(start: number, end: number): void {
    for (let from = start; from < end; ) {
      const stop = this.html.indexOf('\n', from);
      const lineEnd = stop < 0 || stop > end ? end : stop;
      if (!isBlank(this.html, from, lineEnd)) {
        this.pieces.push(from, lineEnd);
        this.size += lineEnd - from;
      }
      if (lineEnd < end) this.endBlock();
      from = lineEnd + 1;
    }
  }

  /** What stands at a "<"; returns where the text goes on. */
  private markup(less: number): number {
    const { html } = this;
    const code = html.charCodeAt(less + 1);
    if (isLetter(code)) return this.startTag(less);
    if (code === SLASH && isLetter(html.charCodeAt(less + 2))) return this.endTag(less);
    if (code === 33) return this.declaration(less);
    if (code === 63 || code === SLASH) {
      const end = this.skips.after('>', less + 1);
      return end < 0 ? html.length : end;
    }
    this.text(less, less + 1);
    return less + 1;
  }

  private declaration(less: number): number {
    const { html } = this;
    if (html.startsWith('<!--', less)) {
      // "<!-->" and "<!--->" are whole comments.
      if (html.startsWith('>', less + 4)) return less + 5;
      if (html.startsWith('->', less + 4)) return less + 6;
      const end = this.skips.after('-->', less + 4);
      return end < 0 ? html.length : end;
    }
    if (html.startsWith('<![CDATA[', less)) {
      const end = this.skips.after(']]>', less + 9);
      const stop = end < 0 ? html.length : end - 3;
      if (stop > less + 9) this.text(less + 9, stop);
      return end < 0 ? html.length : end;
    }
    const end = this.skips.after('>', less + 2);
    return end < 0 ? html.length : end;
  }

  private startTag(less: number): number {
    const { html } = this;
    let end = less + 1;
    let hash = 0;
    for (let code = html.charCodeAt(end); isNameCode(code); code = html.charCodeAt(++end)) {
      hash = (hash * 31 + (code | 32)) | 0;
    }
    const close = this.tagEnd(end);
    const element = ELEMENTS.get(hash);
    if (element === undefined) return close;
    const attributesEnd = close - (html.charCodeAt(close - 1) === 62 ? 1 : 0);
    const attributes = attributesEnd > end ? html.slice(end, attributesEnd) : '';
    return this.start(element, attributes, close);
  }

  /** Beyond the ">" that ends a tag; one in a quoted value ends nothing. */
  private tagEnd(from: number): number {
    const { html } = this;
    let afterEquals = false;
    for (let at = from; at < html.length; at += 1) {
      const code = html.charCodeAt(at);
      if (code === 62) return at + 1;
      if (code === 61) afterEquals = true;
      else if ((code === 34 || code === 39) && afterEquals) {
        const quote = code === 34 ? 'double' : 'single';
        const closing = this.noQuote[quote] ? -1 : html.indexOf(code === 34 ? '"' : "'", at + 1);
        if (closing < 0) this.noQuote[quote] = true;
        else at = closing;
        afterEquals = false;
      } else if (code > 32) {
        afterEquals = false;
        // A tag that was never ended: the next one begins.
        if (code === LESS) return at;
      }
    }
    return html.length;
  }

  private start(element: Element, attributes: string, close: number): number {
    switch (element.role) {
      case 'link':
        this.inLink = true;
        return close;
      case 'break':
        this.endBlock();
        return close;
      case 'meta':
        this.metaTags.push(attributes);
        return close;
      case 'time':
        this.times.push(attributes);
        return close;
      case 'page':
        this.language(attributes);
        return close;
      case 'title': {
        const end = this.skips.endTag('title', close);
        if (end === undefined) return close;
        this.head.titleElement ??= [close, end.start];
        return end.end;
      }
      case 'raw':
        return this.raw(element, attributes, close);
      case 'form':
      case 'skipped':
        if (attributes.endsWith('/') || !this.settings.leaveOut) break;
        {
          const end = this.skips.endOf(
            element.name,
            close,
            element.role === 'form' ? MOST_IN_FORM : undefined,
          );
          if (end === undefined) break;
          this.endBlock();
          return end;
        }
    }
    this.open(element, attributes);
    return close;
  }

  private language(attributes: string): void {
    const language = /\blang\s*=\s*["']?([a-z]{2,3}(?:-[a-z0-9]+)*)/i.exec(attributes)?.[1];
    if (language !== undefined) this.head.language ??= language;
  }

  private raw(element: Element, attributes: string, close: number): number {
    const end = this.skips.endTag(element.name, close);
    if (element.name === 'script' && attributes.includes('ld+json')) {
      this.jsonLd.push(this.html.slice(close, end?.start ?? this.html.length));
    }
    return end?.end ?? this.html.length;
  }

  private open(element: Element, attributes: string): void {
    this.endBlock();
    const { stack } = this;
    if (stack.at(-1)?.element.role === 'paragraph') stack.pop();
    if (element.ends.length > 0) this.endOpen(element);
    if (stack.length >= MOST_OPEN) return;
    const above = stack.at(-1) ?? OUTERMOST;
    const rank =
      element.role === 'container' || element.role === 'cell' ? bodyRank(element.name, attributes) : 0;
    const opensContainer = element.role === 'container' || element.role === 'cell' || element.role === 'form';
    if (opensContainer) this.containers.push({ parent: above.container, rank });
    if (element.role === 'item') this.freshItem = true;
    const setsAside =
      attributes !== '' &&
      ((this.settings.leaveOut && rank === 0 && element.name !== 'body' && isAside(attributes)) ||
        (!this.settings.quotations && isQuotation(attributes)));
    if (element.role === 'row') this.rows += 1;
    stack.push({
      element,
      container: opensContainer ? this.containers.length - 1 : above.container,
      aside: above.aside || setsAside || (element.role === 'skipped' && this.settings.leaveOut),
      inHeader: above.inHeader || element.role === 'header',
      row: element.role === 'row' ? this.rows : element.role === 'table' ? -1 : above.row,
      cell: element.role === 'row' ? -1 : element.role === 'cell' ? this.nextCell() : above.cell,
    });
  }

  private cells = { row: -1, count: 0 };

  private nextCell(): number {
    const row = this.stack.at(-1)?.row ?? -1;
    this.cells = this.cells.row === row ? { row, count: this.cells.count + 1 } : { row, count: 0 };
    return this.cells.count;
  }

  /** A row ends the row before it, unless a table has begun since. */
  private endOpen({ ends, within }: Element): void {
    for (let at = this.stack.length - 1; at >= 0; at -= 1) {
      const name = this.stack[at]?.element.name ?? '';
      if (within.includes(name)) return;
      if (ends.includes(name)) {
        this.stack.length = at;
        return;
      }
    }
  }

  private endTag(less: number): number {
    const { html } = this;
    let end = less + 2;
    let hash = 0;
    for (let code = html.charCodeAt(end); isNameCode(code); code = html.charCodeAt(++end)) {
      hash = (hash * 31 + (code | 32)) | 0;
    }
    const element = ELEMENTS.get(hash);
    if (element?.role === 'link') this.inLink = false;
    else if (element?.block === true) this.close(element);
    const close = this.skips.after('>', end);
    return close < 0 ? html.length : close;
  }

  private close(element: Element): void {
    this.endBlock();
    const { stack } = this;
    for (let at = stack.length - 1; at >= 0; at -= 1) {
      const open = stack[at]?.element;
      if (open === element || (open?.role === 'heading' && element.role === 'heading')) {
        stack.length = at;
        if (element.role === 'item') this.freshItem = false;
        return;
      }
      // The end of a paragraph or an item does not end the cell it stands in.
      if (element.role !== 'table' && open?.role === 'table') return;
    }
  }

  private endBlock(): void {
    const { pieces, first } = this;
    if (pieces.length === first) return;
    const frame = this.stack.at(-1) ?? OUTERMOST;
    this.blocks.push({
      kind:
        this.freshItem && frame.element.role !== 'heading' ? 'item' : (KINDS[frame.element.role] ?? 'line'),
      level: frame.element.level,
      first,
      last: pieces.length,
      size: this.size,
      linked: this.linked,
      container: frame.container,
      aside: frame.aside,
      inHeader: frame.inHeader,
      row: frame.row,
      cell: frame.cell,
    });
    this.freshItem = false;
    this.first = pieces.length;
    this.size = 0;
    this.linked = 0;
  }
}

/** A search box or a sign-up, not the page. */
const MOST_IN_FORM = 8000;

const KINDS: Partial<Record<Element['role'], BlockKind>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  pre: 'pre',
  caption: 'caption',
};

const BODY = ELEMENTS.get(hashOf('body'));
const OUTERMOST: Frame = {
  element: BODY ?? { name: 'body', role: 'container', block: true, level: 0, ends: [], within: [] },
  container: 0,
  aside: false,
  inHeader: false,
  row: -1,
  cell: -1,
};

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const isNameCode = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 57) || code === 45;

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) > 32) return false;
  return true;
}
