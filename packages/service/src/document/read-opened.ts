import type { Failure, Result } from '@tranche/core/result';
import type { Source } from '@tranche/ledger/source';
import {
  type DocumentFile,
  MAX_FILE_BYTES,
  type OpenedDocument,
  openDocuments,
} from '@tranche/reader/document';
import { beginsArchive, beginsGzip } from '../archive/index.ts';
import { pdfOpener } from '../pdf/index.ts';
import type { FileAccess } from '../ports/index.ts';
import { type DocumentMeta, type ReadDocument, readDocument } from './read-document.ts';

/** The documents of a file that were read, and what of it was refused; a file may hold several, and both. */
export interface ReadFile {
  readonly documents: readonly ReadDocument[];
  readonly failures: readonly Failure[];
}

/**
 * A file in any format there is, read. What is given in `meta` wins over what the file says of itself.
 * Fails: SEVERAL_DOCUMENTS for a web archive, which is read record by record instead.
 */
export async function readFile(file: DocumentFile, meta: DocumentMeta = {}): Promise<ReadFile> {
  if (beginsArchive(file.bytes) || beginsGzip(file.bytes))
    return { documents: [], failures: [isArchive(file)] };
  const opened = await openDocuments(file, [pdfOpener]);
  const documents: ReadDocument[] = [];
  const failures: Failure[] = [...opened.failures];
  for (const document of opened.documents) {
    failures.push(...document.problems);
    const read = readOpened(document, meta);
    if (read.ok) documents.push(read.value);
    else failures.push({ ...read.failure, path: file.name });
  }
  return { documents, failures };
}

const isArchive = ({ name }: DocumentFile): Failure => ({
  code: 'SEVERAL_DOCUMENTS',
  path: name,
  message: 'this is a web archive or a compressed file',
  expected: 'a file with one document; "tranche read" reads an archive record by record',
});

/** The same for a file at a path. Fails also as the file access does. */
export async function readFileAt(
  files: FileAccess,
  path: string,
  meta: DocumentMeta = {},
): Promise<ReadFile> {
  const bytes = await files.read(path, MAX_FILE_BYTES);
  return bytes.ok
    ? readFile({ bytes: bytes.value, name: path }, meta)
    : { documents: [], failures: [bytes.failure] };
}

/** Fails: as `readDocument`. */
export function readOpened(opened: OpenedDocument, given: DocumentMeta = {}): Result<ReadDocument> {
  const read = readDocument(opened.text, opened.name, { ...opened.meta, ...given });
  // A text in UTF-8 is the file itself: there is nowhere to lead back to.
  if (!read.ok || (opened.format === 'text' && opened.encoding === 'utf-8')) return read;
  const source: Source = {
    ...read.value.source,
    // Worked out when somebody asks where a quote stands.
    get original() {
      return opened.original;
    },
  };
  return { ok: true, value: { ...read.value, source } };
}
