import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Failure, fail, ok, type Result } from '@tranche/core/result';
import {
  type DocumentFile,
  nameOfFile,
  type Opened,
  type Opener,
  openedDocument,
} from '@tranche/reader/document';
import { layOut, type PdfPage } from '@tranche/reader/pdf';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { metaOfPdf } from './meta.ts';
import { pageOf } from './page-items.ts';

/** A report has hundreds of pages at most; further ones are left out and said so. */
const MAX_PAGES = 2000;
/** As much text as a document in plain text may have. */
const MAX_CHARACTERS = 4 * 1024 * 1024;

/** PDF files. The engine is loaded with the first one: nothing else waits for it. */
export const pdfOpener: Opener = {
  format: 'pdf',
  // Some writers put a few bytes in front.
  beginsLike: (start) => /(?:^\s*|[\r\n])%PDF-\d\.\d\s/.test(start.slice(0, 1024)),
  types: /^application\/(?:x-)?pdf$/,
  endings: /^pdf$/,
  open: openPdf,
};

/**
 * The text of a PDF in reading order, each stretch with its page and box. A page that cannot be read is a problem of
 * the document; the others are read. Fails: PDF_ENCRYPTED, PDF_DAMAGED, PDF_WITHOUT_TEXT.
 */
async function openPdf({ bytes, name }: DocumentFile): Promise<Opened> {
  const loaded = await load(bytes, name);
  if (!loaded.ok) return { documents: [], failures: [loaded.failure] };
  const pdf = loaded.value;
  try {
    const { pages, problems } = await pagesOf(pdf, name);
    if (pages.every(({ items }) => items.length === 0)) {
      const [failure = withoutText(name, pdf.numPages)] = problems;
      return { documents: [], failures: [failure] };
    }
    const { text, segments } = layOut(pages);
    const meta = await metaOfPdf(pdf);
    const document = openedDocument(
      { name: nameOfFile(name), format: 'pdf', text, meta, problems },
      { bytes, segments: () => segments },
    );
    return { documents: [document], failures: [] };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function load(bytes: Uint8Array, name: string): Promise<Result<PDFDocumentProxy>> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    // The engine keeps the bytes it is given for itself.
    data: Uint8Array.from(bytes),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return ok(await task.promise);
  } catch (error) {
    await task.destroy().catch(() => {});
    if (error instanceof Error && error.name === 'PasswordException') {
      return fail('PDF_ENCRYPTED', name, 'the PDF opens with a password only', {
        expected: 'a PDF without a password',
      });
    }
    const message = error instanceof Error ? error.message : String(error);
    return fail('PDF_DAMAGED', name, `the PDF cannot be opened: ${message}`, {
      expected: 'a whole PDF file',
    });
  }
}

async function pagesOf(
  pdf: PDFDocumentProxy,
  name: string,
): Promise<{ readonly pages: readonly PdfPage[]; readonly problems: readonly Failure[] }> {
  const pages: PdfPage[] = [];
  const problems: Failure[] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    if (number > MAX_PAGES || characters > MAX_CHARACTERS) {
      problems.push({
        code: 'TOO_LARGE',
        path: `${name}: page ${number}`,
        message: `the pages from ${number} to ${pdf.numPages} were left out`,
        expected: `at most ${MAX_PAGES} pages and ${MAX_CHARACTERS} characters`,
      });
      break;
    }
    try {
      const page = await pageOf(await pdf.getPage(number));
      characters += page.items.reduce((sum, { text }) => sum + text.length, 0);
      pages.push(page);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      problems.push({
        code: 'PDF_DAMAGED',
        path: `${name}: page ${number}`,
        message: `the page cannot be read: ${message}`,
        expected: 'a page whose content is whole',
      });
    }
  }
  return { pages, problems };
}

const withoutText = (name: string, pages: number): Failure => ({
  code: 'PDF_WITHOUT_TEXT',
  path: name,
  message: `none of its ${pages} pages holds text: they are pictures`,
  expected: 'a PDF whose text can be selected; have a scanned one recognized first',
});
