import { fail, ok, type Result } from '@tranche/core/result';
import { MAX_DOCUMENT_BYTES } from './limits.ts';

/** A text that can be read as a report. Fails: TOO_LARGE, EMPTY_DOCUMENT, BINARY_FILE, BAD_ENCODING. */
export function acceptText(text: string, name: string): Result<string> {
  // A UTF-16 unit takes up to three bytes; the exact size matters only near the limit.
  if (text.length > MAX_DOCUMENT_BYTES) return tooLarge(name, text.length);
  if (/[\ud800-\udfff]/u.test(text)) {
    return fail('BAD_ENCODING', name, 'the text holds half a surrogate pair', {
      expected: 'well-formed Unicode',
    });
  }
  if (holdsControls(text)) return notText(name, 'it holds control characters');
  if (text.trim() === '') return fail('EMPTY_DOCUMENT', name, 'the document has no text');
  return ok(text);
}

export const tooLarge = (name: string, bytes: number, limit = MAX_DOCUMENT_BYTES): Result<never> =>
  fail('TOO_LARGE', name, `the document has ${inMegabytes(bytes)} MB`, {
    expected: `at most ${inMegabytes(limit)} MB`,
  });

const inMegabytes = (bytes: number): string => String(Math.ceil(bytes / (1024 * 1024)));

export const notText = (name: string, because: string): Result<never> =>
  fail('BINARY_FILE', name, `the document is not text: ${because}`, {
    expected: 'a text, a page, a mail or a feed; copy the text of the document into a .txt file',
  });

/** Characters no text has: they show a binary file that happens to decode. Tabs, breaks and escapes are let through. */
const holdsControls = (text: string): boolean => CONTROLS.test(text);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/;
