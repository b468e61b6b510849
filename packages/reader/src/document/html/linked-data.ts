import { dayOf } from '../day-of.ts';
import type { DocumentMeta } from '../opened-document.ts';
import { decodeEntities } from './entities.ts';

const ARTICLE = /(?:Article|Posting|Report|PressRelease|NewsRelease|WebPage)$/;

/** Scripts of linked data larger than this hold catalogues. */
const LARGEST = 500_000;
const MOST_NODES = 2000;

/** What the linked data (JSON-LD) of a page says of its article. Data that are no JSON are passed over. */
export function linkedData(scripts: readonly string[]): DocumentMeta {
  const nodes = scripts.flatMap((script) => nodesOf(parsed(script)));
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)));
  // A page is described as a page and as an article; the article knows more.
  const ordered = [
    ...articles.filter((node) => !typesOf(node).includes('WebPage')),
    ...articles.filter((node) => typesOf(node).includes('WebPage')),
  ];
  const byId = new Map(
    nodes.flatMap((node) => (typeof node['@id'] === 'string' ? [[node['@id'], node]] : [])),
  );
  const resolve = (value: unknown): unknown => {
    const id = isNode(value) && Object.keys(value).length === 1 ? value['@id'] : undefined;
    return typeof id === 'string' ? (byId.get(id) ?? value) : value;
  };
  const first = <T>(read: (node: Node) => T | undefined): T | undefined => {
    for (const node of ordered) {
      const value = read(node);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const title = first((node) => text(node.headline) ?? text(node.name));
  const published = first((node) => dayOf(text(node.datePublished) ?? text(node.dateCreated)));
  const publisher = first((node) => nameOf(resolve(node.publisher)));
  const author = first((node) => namesOf(node.author, resolve));
  const language = first((node) => text(node.inLanguage));
  const url = first((node) => text(node.url) ?? text(node.mainEntityOfPage));
  return {
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(author === undefined ? {} : { author }),
    ...(language === undefined ? {} : { language }),
    ...(url === undefined || !/^https?:/.test(url) ? {} : { url }),
  };
}

type Node = Readonly<Record<string, unknown>>;

function parsed(script: string): unknown {
  if (script.length > LARGEST) return undefined;
  try {
    return JSON.parse(
      script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)\s*$/g, ''),
    );
  } catch {
    return undefined;
  }
}

/** Every object at the top, in lists and in graphs. */
function nodesOf(data: unknown): Node[] {
  const nodes: Node[] = [];
  const open = [data];
  while (open.length > 0 && nodes.length < MOST_NODES) {
    const value = open.pop();
    if (Array.isArray(value)) open.push(...value.slice(0, MOST_NODES).reverse());
    else if (isNode(value)) {
      nodes.push(value);
      if (Array.isArray(value['@graph'])) open.push(value['@graph']);
    }
  }
  return nodes;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typesOf = (node: Node): readonly string[] =>
  [node['@type']].flat().filter((type): type is string => typeof type === 'string');

function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const words = decodeEntities(value).replace(/\s+/g, ' ').trim();
  return words === '' ? undefined : words.slice(0, 1000);
}

const nameOf = (value: unknown): string | undefined =>
  isNode(value) ? text(value.name) : Array.isArray(value) ? nameOf(value[0]) : text(value);

function namesOf(value: unknown, resolve: (value: unknown) => unknown): string | undefined {
  const names = [value].flat().flatMap((one) => nameOf(resolve(one)) ?? []);
  return names.length === 0 ? undefined : names.slice(0, 10).join(', ');
}
