import { dayOf } from '../day-of.ts';
import type { DocumentMeta } from '../opened-document.ts';

/** Which fields of a front matter say what. */
const FIELDS: Readonly<Record<string, keyof DocumentMeta>> = {
  title: 'title',
  headline: 'title',
  date: 'published',
  published: 'published',
  publishdate: 'published',
  author: 'author',
  authors: 'author',
  by: 'author',
  publisher: 'publisher',
  source: 'publisher',
  outlet: 'publisher',
  language: 'language',
  lang: 'language',
  url: 'url',
  link: 'url',
  canonical: 'url',
};

export interface FrontMatter {
  readonly meta: DocumentMeta;
  /** Where the text begins. */
  readonly end: number;
}

/** The fields between two lines of dashes (or plus signs) at the top of a text; what is no such block says nothing. */
export function frontMatterOf(source: string): FrontMatter {
  const block = /^\s{0,10}(---|\+\+\+)[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n\1[ \t]*(?:\r?\n|$)/.exec(source);
  if (block === null) return { meta: {}, end: 0 };
  const meta: Record<string, string> = {};
  for (const line of (block[2] ?? '').split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([A-Za-z_]{2,20})\s*[:=]\s*(.{1,500})$/.exec(line) ?? [];
    const field = FIELDS[name.toLowerCase().replaceAll('_', '')];
    const words = value
      .trim()
      .replace(/^\[(.*)\]$/, '$1')
      .replace(/^(["'])(.*)\1$/, '$2');
    const said = field === 'published' ? dayOf(words) : words;
    if (field !== undefined && said !== undefined && said !== '') meta[field] ??= said;
  }
  const { url, ...rest } = meta;
  const isAddress = url !== undefined && /^https?:/i.test(url);
  return { meta: (isAddress ? meta : rest) as DocumentMeta, end: block[0].length };
}
