import { type Html, html } from './html.ts';

/** A place in a text that is set off: its half-open range in UTF-16 code units, its number, and what it is. */
export interface Mark {
  readonly span: readonly [start: number, end: number];
  readonly number: number;
  /** A class of the page's style. */
  readonly kind: string;
  /** The anchor of what is said of the place. */
  readonly anchor: string;
}

/**
 * A text in paragraphs, one for each of its lines, with places set off and numbered; each number leads to what is
 * said of the place, and the place can be led to. Places may overlap. Ranges outside of the text are cut to it.
 */
export function markedText(text: string, marks: readonly Mark[]): Html {
  const paragraphs: Html[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') paragraphs.push(html`<p dir="auto">${marked(line, start, marks)}</p>\n`);
    start += line.length + 1;
  }
  return html`${paragraphs}`;
}

function marked(line: string, offset: number, all: readonly Mark[]): readonly Html[] {
  const end = offset + line.length;
  const marks = all
    .filter(({ span: [from, to] }) => from < end && to > offset && from < to)
    .map((mark) => ({ ...mark, from: Math.max(mark.span[0], offset), to: Math.min(mark.span[1], end) }));
  const edges = [...new Set([offset, end, ...marks.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  return edges.slice(0, -1).flatMap((from, index) => {
    const to = edges[index + 1] ?? end;
    const piece = line.slice(from - offset, to - offset);
    const over = marks.filter((mark) => mark.from <= from && mark.to >= to);
    const opened = over.filter((mark) => mark.from === from && mark.span[0] === from);
    const closed = over.filter((mark) => mark.to === to && mark.span[1] === to);
    const [first] = over;
    const shown = first === undefined ? html`${piece}` : html`<mark class="${first.kind}">${piece}</mark>`;
    return [
      ...opened.map(({ number }) => html`<span id="p${number}"></span>`),
      shown,
      ...closed.map(({ number, anchor }) => html`<sup><a href="#${anchor}">${number}</a></sup>`),
    ];
  });
}
