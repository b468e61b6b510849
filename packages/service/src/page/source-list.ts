import type { EvidenceView } from '../views/index.ts';
import { type Html, html, webAddress } from './html.ts';

/** The sources of a page, numbered in the order in which they are first named. */
export class SourceList {
  readonly #numbers = new Map<string, number>();
  readonly #sources: EvidenceView[] = [];

  /** The numbers of what something rests on, each a link to its entry; nothing when it rests on nothing. */
  refs(evidence: readonly EvidenceView[]): Html | undefined {
    if (evidence.length === 0) return undefined;
    const numbers = [...new Set(evidence.map((one) => this.#numberOf(one)))].sort((a, b) => a - b);
    return html` <span class="refs">[${numbers.map((number, index) => html`${index === 0 ? '' : ', '}<a href="#s${number}">${number}</a>`)}]</span>`;
  }

  entries(): Html {
    return html`<ol class="sources">
${this.#sources.map((one, index) => html`<li id="s${index + 1}">${entry(one)}</li>\n`)}</ol>\n`;
  }

  get isEmpty(): boolean {
    return this.#sources.length === 0;
  }

  #numberOf(evidence: EvidenceView): number {
    const known = this.#numbers.get(evidence.id);
    if (known !== undefined) return known;
    this.#sources.push(evidence);
    this.#numbers.set(evidence.id, this.#sources.length);
    return this.#sources.length;
  }
}

/** A claim with its quote and its text; a fact with what it says and the pages it rests on. */
function entry({ kind, knownFrom, quote, summary, source, references = [], note }: EvidenceView): Html {
  const said = quote === undefined ? html`${summary}` : html`<q dir="auto">${quote}</q>`;
  const from =
    source === undefined
      ? undefined
      : html`<br>${[source.title, source.publisher, source.published].filter((part) => part !== undefined).join(', ')}`;
  const pages = references.map(({ title, url, published }) => {
    const address = webAddress(url);
    const link =
      address === undefined
        ? html`${url}`
        : html`<a href="${address}" rel="noopener noreferrer">${address}</a>`;
    return html`<br>${title}${published === undefined ? '' : `, ${published}`}: <span class="url">${link}</span>`;
  });
  const remark = note === undefined ? undefined : html`<br><span class="soft">${note}</span>`;
  const about = kind === 'fact' ? 'reference fact' : 'quoted';
  return html`${said} <span class="soft">(${about}, known since ${knownFrom})</span>${from}${pages}${remark}`;
}
