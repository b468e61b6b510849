import { parsePlainDate } from '@tranche/core/time';
import type { DocumentMeta } from '@tranche/reader/document';
import type { PDFDocumentProxy } from 'pdfjs-dist';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What the file says of itself; a file without any of it, or with damaged fields, says nothing. */
export async function metaOfPdf(pdf: PDFDocumentProxy): Promise<DocumentMeta> {
  const { info, metadata } = await pdf.getMetadata().catch(() => ({ info: {}, metadata: null }));
  const fields = info as Readonly<Record<string, unknown>>;
  const described = (name: string): string | undefined => wordsOf(metadata?.get(name));
  const meta: Mutable<DocumentMeta> = {};
  const title = described('dc:title') ?? wordsOf(fields.Title);
  // What a word processor writes there is the name of a file.
  if (title !== undefined && !/\.(?:docx?|indd|pptx?|pdf|rtf|xlsx?)$/i.test(title)) meta.title = title;
  const author = described('dc:creator') ?? wordsOf(fields.Author);
  if (author !== undefined) meta.author = author;
  const publisher = described('dc:publisher');
  if (publisher !== undefined) meta.publisher = publisher;
  const language = wordsOf(fields.Language) ?? described('dc:language');
  if (language !== undefined && /^[a-z]{2,3}(?:-[\w-]+)?$/i.test(language)) meta.language = language;
  const published = [
    described('prism:publicationdate'),
    described('dc:date'),
    wordsOf(fields.CreationDate),
  ].flatMap((text) => dayOf(text) ?? [])[0];
  if (published !== undefined) meta.published = published;
  return meta;
}

function wordsOf(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : value;
  if (typeof text !== 'string') return undefined;
  const words = text.replace(/\s+/g, ' ').trim();
  return words === '' ? undefined : words;
}

/** The day in `D:20250602093000+02'00'` or `2025-06-02T09:30:00Z`, as it is written. */
function dayOf(text: string | undefined) {
  const parts = /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})/.exec(text ?? '');
  if (parts === null) return undefined;
  const day = parsePlainDate(`${parts[1]}-${parts[2]}-${parts[3]}`);
  return day.ok ? day.value : undefined;
}
