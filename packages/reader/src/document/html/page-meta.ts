import type { PlainDate } from '@tranche/core/time';
import { dayOf } from '../day-of.ts';
import type { DocumentMeta } from '../opened-document.ts';
import { decodeEntities } from './entities.ts';
import { linkedData } from './linked-data.ts';
import type { Page } from './page.ts';

/** What a page says of itself: linked data first, then its meta tags, then its times. */
export function metaOfPage(page: Page): DocumentMeta {
  const linked = linkedData(page.jsonLd);
  const tags = metaTags(page);
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => tags.get(name)).find((value) => value !== undefined && value !== '');
  const title =
    linked.title ?? first('og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'citation_title');
  const published = linked.published ?? firstDay(DATE_TAGS.map((name) => tags.get(name))) ?? timeOf(page);
  const publisher =
    linked.publisher ?? first('og:site_name', 'dc.publisher', 'dcterms.publisher', 'application-name');
  const author =
    linked.author ?? person(first('author', 'article:author', 'dc.creator', 'byl', 'parsely-author'));
  const language =
    page.language ??
    first('content-language', 'dc.language')?.split(/[,\s]/, 1)[0] ??
    localeOf(first('og:locale'));
  const url = address(first('canonical')) ?? address(first('og:url')) ?? linked.url;
  return {
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(author === undefined ? {} : { author: author.replace(/^by\s+/i, '') }),
    ...(language === undefined ? {} : { language }),
    ...(url === undefined ? {} : { url }),
  };
}

const DATE_TAGS = [
  'article:published_time',
  'datepublished',
  'og:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publish-date',
  'publishdate',
  'publication_date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'dc.date.created',
  'citation_publication_date',
  'date',
];

const firstDay = (values: readonly (string | undefined)[]): PlainDate | undefined => {
  for (const value of values) {
    const day = dayOf(value);
    if (day !== undefined) return day;
  }
  return undefined;
};

/** The time that is marked as the publication, else the first time on the page. */
function timeOf({ times }: Page): PlainDate | undefined {
  const marked = times.filter((attributes) => /pubdate|datePublished/i.test(attributes));
  return firstDay([...marked, ...times].map((attributes) => attribute(attributes, 'datetime')));
}

/** The content of the meta tags by name, property or itemprop, in lower case; the first of a name counts. */
function metaTags({ metaTags: tags }: Page): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const tag of tags) {
    const name = (
      attribute(tag, 'property') ??
      attribute(tag, 'name') ??
      attribute(tag, 'itemprop') ??
      attribute(tag, 'http-equiv') ??
      attribute(tag, 'rel')
    )?.toLowerCase();
    const content = attribute(tag, 'content') ?? attribute(tag, 'href');
    if (name === undefined || content === undefined || found.has(name)) continue;
    found.set(name, decodeEntities(content).trim().slice(0, 1000));
  }
  return found;
}

/** The value of an attribute as it is written; references are not decoded. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  return found === null ? undefined : (found[1] ?? found[2] ?? found[3]);
}

const address = (text: string | undefined): string | undefined =>
  text !== undefined && /^https?:\/\//i.test(text) ? text : undefined;

/** An address of a profile is nobody's name. */
const person = (text: string | undefined): string | undefined =>
  text === undefined || /^https?:|^@/i.test(text) ? undefined : text;

/** "en_US" is the language tag "en-US". */
const localeOf = (locale: string | undefined): string | undefined => locale?.replace('_', '-');
