/** An element within an item of a feed, or within the feed itself. */
export interface Field {
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
}

export type Fields = ReadonlyMap<string, readonly Field[]>;

export interface XmlFeed {
  /** By name, prefix included, in lower case; what is within another field by both names: `author/name`. */
  readonly about: Fields;
  readonly items: readonly Fields[];
}

interface Open {
  readonly name: string;
  readonly attributes: string;
  readonly start: number;
}

const ITEMS = new Set(['item', 'entry']);
const FEEDS = new Set(['channel', 'feed']);
const MOST_OPEN = 300;
const NAME = /[^\s/>]{1,100}/y;

/** The fields of an RSS or Atom feed and of its items, in one pass. Takes any string; a feed cut short loses its end only. */
export function scanXmlFeed(source: string): XmlFeed {
  const about = new Map<string, Field[]>();
  const items: Map<string, Field[]>[] = [];
  const open: Open[] = [];
  let item: Map<string, Field[]> | undefined;
  let itemDepth = -1;
  let feedDepth = -1;
  const record = (depth: number, name: string, field: Field): void => {
    const fields = itemDepth >= 0 ? item : feedDepth >= 0 ? about : undefined;
    const base = itemDepth >= 0 ? itemDepth : feedDepth;
    if (fields === undefined || depth <= base || depth > base + 2) return;
    const key = depth === base + 1 ? name : `${open[depth - 1]?.name ?? ''}/${name}`;
    const list = fields.get(key);
    if (list === undefined) fields.set(key, [field]);
    else list.push(field);
  };
  for (let at = source.indexOf('<'); at >= 0; ) {
    if (source.startsWith('<![CDATA[', at)) at = beyond(source, ']]>', at);
    else if (source.startsWith('<!--', at)) at = beyond(source, '-->', at);
    else if (source[at + 1] === '!' || source[at + 1] === '?') at = beyond(source, '>', at);
    else {
      const isEnd = source[at + 1] === '/';
      NAME.lastIndex = at + (isEnd ? 2 : 1);
      const name = NAME.exec(source)?.[0].toLowerCase() ?? '';
      const close = isEnd ? beyond(source, '>', at) : tagEnd(source, at);
      if (isEnd) {
        const depth = open.findLastIndex((one) => one.name === name);
        const element = open[depth];
        if (element !== undefined) {
          record(depth, name, { attributes: element.attributes, start: element.start, end: at });
          open.length = depth;
          if (depth === itemDepth) itemDepth = -1;
          if (depth === feedDepth) feedDepth = -1;
        }
      } else if (name !== '') {
        const isEmpty = source[close - 2] === '/';
        const attributes = source.slice(NAME.lastIndex, close - (isEmpty ? 2 : 1));
        if (isEmpty) record(open.length, name, { attributes, start: close, end: close });
        else if (open.length < MOST_OPEN) {
          if (itemDepth < 0 && ITEMS.has(name)) {
            itemDepth = open.length;
            item = new Map();
            items.push(item);
          } else if (itemDepth < 0 && FEEDS.has(name)) feedDepth = open.length;
          open.push({ name, attributes, start: close });
        }
      }
      at = close;
    }
    at = at >= source.length ? -1 : source.indexOf('<', at);
  }
  return { about, items };
}

function beyond(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + mark.length;
}

/** Beyond the ">" of a start tag, one in a quoted value passed over. */
function tagEnd(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    const character = source[at];
    if (character === '>') return at + 1;
    if (character !== '"' && character !== "'") continue;
    const closing = source.indexOf(character, at + 1);
    if (closing < 0) return beyond(source, '>', at);
    at = closing;
  }
  return source.length;
}
