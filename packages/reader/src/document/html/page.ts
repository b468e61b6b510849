import type { Element } from './elements.ts';

/** How a stretch of the page is set: `line` is text that no element makes a paragraph of. */
export type BlockKind = 'line' | 'paragraph' | 'heading' | 'item' | 'pre' | 'caption';

/** A line or paragraph of the page, not yet decoded: where its pieces are, and what stands around it. */
export interface Block {
  readonly kind: BlockKind;
  /** 1 to 6 for headings, else 0. */
  readonly level: number;
  /** Its pieces in `Page.pieces`: indices of start offsets, from the first to beyond the last. */
  readonly first: number;
  readonly last: number;
  /** Characters of the source in it, and those of them in links. */
  readonly size: number;
  readonly linked: number;
  readonly container: number;
  /** Stands beside the article: in navigation, comments, a share bar, a page header. */
  readonly aside: boolean;
  readonly inHeader: boolean;
  /** The table row it is in, from 0, and the cell of it; -1 outside tables. */
  readonly row: number;
  readonly cell: number;
}

export interface Container {
  readonly parent: number;
  readonly rank: 0 | 1 | 2 | 3;
}

/** An HTML page as one pass over it leaves it: blocks in their order, and where its metadata stand. */
export interface Page {
  readonly html: string;
  /** Start and end offsets in the source, in turn. */
  readonly pieces: readonly number[];
  readonly blocks: readonly Block[];
  /** Container 0 is the whole page; a container comes after its parent. */
  readonly containers: readonly Container[];
  readonly metaTags: readonly string[];
  readonly times: readonly string[];
  readonly jsonLd: readonly string[];
  readonly titleElement?: readonly [start: number, end: number];
  readonly language?: string;
}

/** An element that is open, with what holds for everything in it. */
export interface Frame {
  readonly element: Element;
  readonly container: number;
  readonly aside: boolean;
  readonly inHeader: boolean;
  readonly row: number;
  readonly cell: number;
}
