import { fail } from '@tranche/core/result';
import { tooLarge } from './accept-text.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import type { DocumentFile, Opened, Opener } from './opened-document.ts';
import { OPENERS, plainText } from './openers.ts';

/** Files inside files inside files: deeper than any mail program nests them. */
const MOST_NESTED = 5;

/** How much of a file is looked at to tell its format. */
const START = 4096;

/**
 * The documents of a file in any format there is an opener for: by how it begins, then by its media type, then by
 * its name; else it is taken as plain text. `more` are openers that need what a pure package has not; they are
 * tried first. What can be read is read; the rest comes as failures. Never throws.
 * Fails, each as a value: TOO_LARGE, EMPTY_DOCUMENT, BINARY_FILE, BAD_ENCODING, NESTED_TOO_DEEP and what the format's
 * opener adds.
 */
export const openDocuments = (file: DocumentFile, more: readonly Opener[] = []): Promise<Opened> =>
  open(file, [...more, ...OPENERS], 0);

async function open(file: DocumentFile, openers: readonly Opener[], depth: number): Promise<Opened> {
  const refused =
    file.bytes.length > MAX_FILE_BYTES
      ? tooLarge(file.name, file.bytes.length, MAX_FILE_BYTES)
      : depth > MOST_NESTED
        ? fail('NESTED_TOO_DEEP', file.name, `files are nested more than ${MOST_NESTED} deep`)
        : undefined;
  if (refused?.ok === false) return { documents: [], failures: [refused.failure] };
  return openerOf(file, openers).open(file, (inner) => open(inner, openers, depth + 1));
}

/** The opener of a file's format. */
export function openerOf(
  { bytes, name, contentType }: DocumentFile,
  openers: readonly Opener[] = OPENERS,
): Opener {
  const start = startOf(bytes);
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  return (
    openers.find(({ beginsLike }) => beginsLike?.(start)) ??
    openers.find(({ types }) => type !== undefined && types.test(type)) ??
    openers.find(({ endings }) => ending !== undefined && endings.test(ending)) ??
    plainText
  );
}

/** Bytes as characters of latin-1; UTF-16 loses its zero bytes, so that its markup shows. */
function startOf(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, START));
  if (start.startsWith('ÿþ') || start.startsWith('þÿ')) return start.slice(2).replaceAll('\0', '');
  return start.startsWith('ï»¿') ? start.slice(3) : start;
}
