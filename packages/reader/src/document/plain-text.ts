import { ok, type Result } from '@tranche/core/result';
import { acceptText, tooLarge } from './accept-text.ts';
import { type Decoded, decodeText } from './decode.ts';
import { MAX_DOCUMENT_BYTES } from './limits.ts';
import { nameOfFile, type Opened, type Opener, openedDocument } from './opened-document.ts';

/**
 * The text of a file that is nothing but text. Nothing in it is replaced or guessed over: a byte that does not fit
 * refuses the whole. Fails: TOO_LARGE, EMPTY_DOCUMENT, BINARY_FILE, BAD_ENCODING.
 */
export function decodeDocument(bytes: Uint8Array, name: string, charset?: string): Result<Decoded> {
  if (bytes.length > MAX_DOCUMENT_BYTES) return tooLarge(name, bytes.length);
  const decoded = decodeText(bytes, name, { charset });
  if (!decoded.ok) return decoded;
  const accepted = acceptText(decoded.value.text, name);
  return accepted.ok ? ok(decoded.value) : accepted;
}

/** A text as it is: every character of the file is read. */
export const plainText: Opener = {
  format: 'text',
  types: /^text\/plain$/,
  endings: /^(?:txt|text|log)$/,
  open: ({ bytes, name, charset }): Opened => {
    const decoded = decodeDocument(bytes, name, charset);
    if (!decoded.ok) return { documents: [], failures: [decoded.failure] };
    const { text, encoding, runs, problems } = decoded.value;
    const document = openedDocument(
      { name: nameOfFile(name), format: 'text', text, meta: {}, problems },
      { bytes, encoding, segments: () => runs().toSegments() },
    );
    return { documents: [document], failures: [] };
  },
};
