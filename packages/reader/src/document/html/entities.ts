import { decodeHTML } from 'entities/decode';

/** A character reference: by number, or by a name. The semicolon may be missing. */
const REFERENCE = /&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,9}|[a-zA-Z][a-zA-Z0-9]{1,31});?/y;

export interface Reference {
  readonly text: string;
  /** Characters of the source it takes. */
  readonly length: number;
}

/** References that were met before, by how they are written: pages use a handful of them. */
const met = new Map<string, Reference | undefined>();
const MOST_MET = 4096;

/** The character reference at a place; undefined when the ampersand there is only an ampersand. */
export function referenceAt(source: string, at: number): Reference | undefined {
  REFERENCE.lastIndex = at;
  const written = REFERENCE.exec(source)?.[0];
  if (written === undefined) return undefined;
  if (met.has(written)) return met.get(written);
  const reference = decode(written);
  if (met.size < MOST_MET) met.set(written, reference);
  return reference;
}

function decode(written: string): Reference | undefined {
  const text = decodeHTML(written);
  if (text === written) return undefined;
  if (written.endsWith(';') && !text.endsWith(';')) return { text, length: written.length };
  if (written[1] === '#') return { text, length: written.length };
  // "&copy2025": an old name without its semicolon is one character, the rest is text.
  const rest = written.endsWith(text.slice(1)) ? text.length - 1 : 0;
  return { text: text.slice(0, text.length - rest), length: written.length - rest };
}

/** A short stretch of markup as text: an attribute's value, a title. */
export const decodeEntities = (source: string): string =>
  source.includes('&') ? decodeHTML(source) : source;
