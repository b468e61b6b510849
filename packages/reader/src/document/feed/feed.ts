import { type Failure, fail } from '@tranche/core/result';
import { acceptText } from '../accept-text.ts';
import { dayOf } from '../day-of.ts';
import { type Decoded, decodeText } from '../decode.ts';
import { readHtml } from '../html/read-html.ts';
import { TextWriter } from '../html/text-writer.ts';
import {
  type DocumentFile,
  nameOfFile,
  type Opened,
  type OpenedDocument,
  type Opener,
  openedDocument,
} from '../opened-document.ts';
import { RunList } from '../run-list.ts';
import { type FeedItem, jsonItems, xmlItems } from './feed-item.ts';

const MOST_ITEMS = 20_000;

/** RSS, Atom and JSON feeds: each item is a document. */
export const feed: Opener = {
  format: 'feed',
  beginsLike: (start) =>
    /^\s*(?:<\?xml[\s\S]{0,500}?\?>\s*)?(?:<\?[\s\S]{0,500}?\?>\s*|<!--[\s\S]{0,1000}?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i.test(
      start,
    ) ||
    /^\s*\{[\s\S]{0,500}?"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\\?\//.test(
      start.replaceAll('\\/', '/'),
    ),
  types: /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)$/,
  endings: /^(?:rss|atom|rdf|xml)$/,
  open: (file): Opened => {
    const { bytes, name } = file;
    const declared = /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w:.-]{2,40})/i.exec(
      Buffer.from(bytes.subarray(0, 500)).toString('latin1'),
    )?.[1];
    const decoded = decodeText(bytes, name, { charset: file.charset ?? declared, lenient: true });
    return decoded.ok ? openItems(file, decoded.value) : { documents: [], failures: [decoded.failure] };
  },
};

function openItems(file: DocumentFile, decoded: Decoded): Opened {
  const { name } = file;
  const source = decoded.text;
  const isJson = /^\s*\{/.test(source.slice(0, 200));
  const items = (isJson ? jsonItems(source) : xmlItems(source)) ?? [];
  if (items.length === 0) {
    const none = fail('NO_ITEMS', name, 'this is no feed, or a feed without items', {
      expected: 'RSS, Atom or JSON feed',
    });
    return { documents: [], failures: none.ok ? [] : [none.failure] };
  }
  const toBytes = once(decoded.runs);
  const documents: OpenedDocument[] = [];
  const failures: Failure[] = [...decoded.problems];
  for (const [index, item] of items.slice(0, MOST_ITEMS).entries()) {
    const number = index + 1;
    const { text, runs } = readItem(item);
    const accepted = acceptText(text, `${name}: item ${number}`);
    if (!accepted.ok) {
      // An item without words is a picture or a recording.
      if (accepted.failure.code !== 'EMPTY_DOCUMENT') failures.push(accepted.failure);
      continue;
    }
    documents.push(
      openedDocument(
        { name: `${nameOfFile(name)}-${number}`, format: 'feed', text, meta: metaOf(item), problems: [] },
        {
          bytes: file.bytes,
          encoding: decoded.encoding,
          segments: () => runs().through(toBytes()).toSegments(),
        },
      ),
    );
  }
  if (documents.length === 0 && failures.length === 0) {
    failures.push({ code: 'EMPTY_DOCUMENT', path: name, message: 'no item of the feed has any words' });
  }
  return { documents, failures };
}

/** The runs of a feed's characters are worked out for all its items at once. */
function once(work: () => RunList): () => RunList {
  let done: RunList | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

function readItem({ title, content, isPlain }: FeedItem): {
  readonly text: string;
  readonly runs: () => RunList;
} {
  const heading = new TextWriter(title?.text ?? '');
  heading.write(0, title?.text.length ?? 0);
  const top = heading.size === 0 ? '' : `${heading.text}\n\n`;
  const body =
    content === undefined
      ? undefined
      : isPlain
        ? asLines(content.text)
        : readHtml(content.text, { take: 'all' });
  const runs = (): RunList => {
    const all = new RunList();
    if (title !== undefined) all.append(heading.runs.through(title.runs), 0);
    if (body !== undefined && content !== undefined) all.append(body.runs.through(content.runs), top.length);
    return all;
  };
  return { text: top + (body?.text ?? ''), runs };
}

function asLines(source: string): { readonly text: string; readonly runs: RunList } {
  const writer = new TextWriter(source, false);
  for (let start = 0; start < source.length; ) {
    const stop = source.indexOf('\n', start);
    const end = stop < 0 ? source.length : stop;
    writer.write(start, end);
    if (!writer.isFresh) writer.put('\n');
    start = end + 1;
  }
  return { text: writer.text, runs: writer.runs };
}

function metaOf({ title, url, date, author, language, publisher }: FeedItem): OpenedDocument['meta'] {
  const published = dayOf(date);
  const writer = new TextWriter(title?.text ?? '');
  writer.write(0, title?.text.length ?? 0);
  return {
    ...(writer.size === 0 ? {} : { title: writer.text }),
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(author === undefined ? {} : { author }),
    ...(language === undefined ? {} : { language }),
    ...(url === undefined ? {} : { url }),
  };
}
