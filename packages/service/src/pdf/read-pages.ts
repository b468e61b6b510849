import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Failure, fail, ok, type Result } from '@tranche/core/result';
import type { DocumentMeta } from '@tranche/reader/document';
import type { PdfPage } from '@tranche/reader/pdf';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { metaOfPdf } from './meta.ts';
import { pageOf } from './page-items.ts';

/** A report has hundreds of pages at most; further ones are left out and said so. */
const MAX_PAGES = 2000;
/** As much text as a document in plain text may have. */
const MAX_CHARACTERS = 4 * 1024 * 1024;

/** What is found in a PDF, in the order of its pages; the last one is `refused` or `end`. Plain data. */
export type PdfNews =
  | { readonly kind: 'page'; readonly page: PdfPage }
  /** Of one page, or of all that were left out. */
  | { readonly kind: 'problem'; readonly failure: Failure }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'end'; readonly meta: DocumentMeta; readonly pages: number };

/** Reads a PDF page by page and tells what it finds. It keeps `bytes` for itself. Refuses: PDF_ENCRYPTED, PDF_DAMAGED. */
export async function readPages(
  bytes: Uint8Array,
  name: string,
  tell: (news: PdfNews) => void,
): Promise<void> {
  const loaded = await load(bytes, name);
  if (!loaded.ok) return tell({ kind: 'refused', failure: loaded.failure });
  const pdf = loaded.value;
  try {
    await tellPages(pdf, name, tell);
    tell({ kind: 'end', meta: await metaOfPdf(pdf), pages: pdf.numPages });
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function load(bytes: Uint8Array, name: string): Promise<Result<PDFDocumentProxy>> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: bytes,
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
    return fail('PDF_DAMAGED', name, `the PDF cannot be opened: ${messageOf(error)}`, {
      expected: 'a whole PDF file',
    });
  }
}

async function tellPages(pdf: PDFDocumentProxy, name: string, tell: (news: PdfNews) => void): Promise<void> {
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const path = `${name}: page ${number}`;
    if (number > MAX_PAGES || characters > MAX_CHARACTERS) {
      const failure = {
        code: 'TOO_LARGE',
        path,
        message: `the pages from ${number} to ${pdf.numPages} were left out`,
        expected: `at most ${MAX_PAGES} pages and ${MAX_CHARACTERS} characters`,
      };
      return tell({ kind: 'problem', failure });
    }
    try {
      const page = await pageOf(await pdf.getPage(number));
      characters += page.items.reduce((sum, { text }) => sum + text.length, 0);
      tell({ kind: 'page', page });
    } catch (error) {
      const failure = {
        code: 'PDF_DAMAGED',
        path,
        message: `the page cannot be read: ${messageOf(error)}`,
        expected: 'a page whose content is whole',
      };
      tell({ kind: 'problem', failure });
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
