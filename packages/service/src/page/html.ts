/** Markup that was built here and is safe to put on a page as it stands. Nothing else is. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

type Part = Html | string | number | undefined | readonly Part[];

/**
 * Builds markup from a template. Every value is escaped unless it was built here: texts, quotes, titles and addresses
 * come from documents, and documents are hostile. `undefined` leaves nothing; a list is set one after another.
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(template.reduce((built, piece, index) => built + rendered(parts[index - 1]) + piece));
}

function rendered(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.markup;
  return typeof part === 'string' || typeof part === 'number'
    ? escapeText(String(part))
    : part.map(rendered).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What a page may not hold, or what would turn the order of the words around it: shown as one replacement sign each. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|\p{Surrogate}|[\u202a-\u202e\u2066-\u2069]/gu;

/** A text as the content of an element or of a quoted attribute. */
export const escapeText = (text: string): string =>
  text.replace(UNPRINTABLE, '\ufffd').replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

/** An address that a page may link to: of the web, and absolute. */
export function webAddress(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).href;
}
