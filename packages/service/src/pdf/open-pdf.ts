import type { Failure } from '@tranche/core/result';
import {
  type DocumentFile,
  nameOfFile,
  type Opened,
  type Opener,
  openedDocument,
} from '@tranche/reader/document';
import { layOut } from '@tranche/reader/pdf';
import { type PdfLimits, readInThread } from './read-in-thread.ts';

/** PDF files. The engine is loaded with the first one: nothing else waits for it. */
export const pdfOpener: Opener = pdfOpenerWithin({ pageMs: 30_000, totalMs: 300_000 });

/** The same with other limits. */
export function pdfOpenerWithin(limits: PdfLimits): Opener {
  return {
    format: 'pdf',
    // Some writers put a few bytes in front.
    beginsLike: (start) => /(?:^\s*|[\r\n])%PDF-\d\.\d\s/.test(start.slice(0, 1024)),
    types: /^application\/(?:x-)?pdf$/,
    endings: /^pdf$/,
    open: (file) => openPdf(file, limits),
  };
}

/**
 * The text of a PDF in reading order, each stretch with its page and box. A page that cannot be read is a problem of
 * the document; the others are read. Fails: PDF_ENCRYPTED, PDF_DAMAGED, PDF_TOO_SLOW, PDF_WITHOUT_TEXT.
 */
async function openPdf({ bytes, name }: DocumentFile, limits: PdfLimits): Promise<Opened> {
  const read = await readInThread(bytes, name, limits);
  if (!read.ok) return { documents: [], failures: [read.failure] };
  const { pages, problems, meta, count } = read.value;
  if (pages.every(({ items }) => items.length === 0)) {
    const [failure = withoutText(name, count)] = problems;
    return { documents: [], failures: [failure] };
  }
  const { text, segments } = layOut(pages);
  const document = openedDocument(
    { name: nameOfFile(name), format: 'pdf', text, meta, problems },
    { bytes, segments: () => segments },
  );
  return { documents: [document], failures: [] };
}

const withoutText = (name: string, pages: number): Failure => ({
  code: 'PDF_WITHOUT_TEXT',
  path: name,
  message: `none of its ${pages} pages holds text: they are pictures`,
  expected: 'a PDF whose text can be selected; have a scanned one recognized first',
});
