import { decodeEntities } from '../html/entities.ts';
import { attribute } from '../html/page-meta.ts';
import { type JsonValue, readJson } from './json-values.ts';
import { asItStands, fromJson, fromXml, type Unescaped } from './unescaped.ts';
import { type Field, type Fields, scanXmlFeed } from './xml-feed.ts';

/** An item of a feed of any kind. */
export interface FeedItem {
  readonly title?: Unescaped;
  /** Markup, or plain text where `isPlain`. */
  readonly content?: Unescaped;
  readonly isPlain: boolean;
  readonly url?: string;
  readonly date?: string;
  readonly author?: string;
  readonly language?: string;
  readonly publisher?: string;
}

/** The items of an RSS or Atom feed. */
export function xmlItems(source: string): FeedItem[] {
  const { about, items } = scanXmlFeed(source);
  const publisher = words(source, first(about, ['title', 'dc:publisher']));
  const language =
    words(source, first(about, ['language', 'dc:language'])) ??
    /\bxml:lang\s*=\s*["']([\w-]{2,20})/.exec(source.slice(0, 2000))?.[1];
  return items.map((fields): FeedItem => {
    const title = first(fields, ['title', 'media:title']);
    const content = first(fields, ['content:encoded', 'content', 'xhtml:body', 'description', 'summary']);
    const url = linkOf(source, fields);
    const date = words(
      source,
      first(fields, ['pubdate', 'published', 'dc:date', 'dcterms:issued', 'dcterms:created', 'updated']),
    );
    const author = words(source, first(fields, ['dc:creator', 'author/name', 'author', 'itunes:author']));
    const source_ = words(source, first(fields, ['source/title', 'source', 'dc:publisher'])) ?? publisher;
    return {
      ...(title === undefined ? {} : { title: fromXml(source, title.start, title.end) }),
      ...(content === undefined ? {} : { content: contentOf(source, content) }),
      isPlain: false,
      ...(url === undefined ? {} : { url }),
      ...(date === undefined ? {} : { date }),
      ...(author === undefined ? {} : { author: author.replace(/^\S+@\S+\s+\((.+)\)$/, '$1') }),
      ...(language === undefined ? {} : { language }),
      ...(source_ === undefined ? {} : { publisher: source_ }),
    };
  });
}

/** The first field of these names that says something. */
const first = (fields: Fields, names: readonly string[]): Field | undefined =>
  names.flatMap((name) => fields.get(name) ?? []).find(({ start, end }) => end > start);

function words(source: string, field: Field | undefined): string | undefined {
  if (field === undefined) return undefined;
  const text = decodeEntities(fromXml(source, field.start, Math.min(field.end, field.start + 3000)).text)
    .replace(/<[^>]{0,200}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

/** Markup is escaped, or in character data, or stands as it is. */
function contentOf(source: string, { attributes, start, end }: Field): Unescaped {
  const isMarkup =
    attribute(attributes, 'type') === 'xhtml' ||
    /^\s*<[a-z]/i.test(source.slice(start, Math.min(end, start + 500)));
  return isMarkup ? asItStands(source, start, end) : fromXml(source, start, end);
}

function linkOf(source: string, fields: Fields): string | undefined {
  const links = fields.get('link') ?? [];
  const alternate = links.find(({ attributes }) =>
    /\balternate\b/.test(attribute(attributes, 'rel') ?? 'alternate'),
  );
  const href = alternate === undefined ? undefined : attribute(alternate.attributes, 'href');
  const url = href ?? words(source, first(fields, ['link', 'feedburner:origlink', 'guid']));
  return url !== undefined && /^https?:/i.test(url) ? decodeEntities(url) : undefined;
}

/** The items of a JSON feed; undefined for a text that is no JSON. */
export function jsonItems(source: string): FeedItem[] | undefined {
  const feed = readJson(source);
  if (feed?.kind !== 'object') return undefined;
  const items = feed.fields.get('items');
  const at = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
    value?.kind === 'object' ? value.fields.get(name) : undefined;
  const said = (value: JsonValue | undefined): Unescaped | undefined =>
    value?.kind === 'text' && value.end > value.start ? fromJson(source, value.start, value.end) : undefined;
  const firstOf = (value: JsonValue | undefined): JsonValue | undefined =>
    value?.kind === 'list' ? value.values[0] : undefined;
  const publisher = said(at(feed, 'title'))?.text;
  const language = said(at(feed, 'language'))?.text;
  return (items?.kind === 'list' ? items.values : []).map((item): FeedItem => {
    const title = said(at(item, 'title'));
    const markup = said(at(item, 'content_html'));
    const content = markup ?? said(at(item, 'content_text')) ?? said(at(item, 'summary'));
    const url = said(at(item, 'url'))?.text ?? said(at(item, 'external_url'))?.text;
    const date = said(at(item, 'date_published'))?.text ?? said(at(item, 'date_modified'))?.text;
    const person = firstOf(at(item, 'authors')) ?? at(item, 'author') ?? firstOf(at(feed, 'authors'));
    const author = said(at(person, 'name'))?.text;
    return {
      ...(title === undefined ? {} : { title }),
      ...(content === undefined ? {} : { content }),
      isPlain: markup === undefined,
      ...(url === undefined || !/^https?:/i.test(url) ? {} : { url }),
      ...(date === undefined ? {} : { date }),
      ...(author === undefined ? {} : { author }),
      ...(language === undefined ? {} : { language }),
      ...(publisher === undefined ? {} : { publisher }),
    };
  });
}
