import type { Tier } from '../source/index.ts';
import data from './publishers.json' with { type: 'json' };

/** What kind of publisher a document comes from. A `pr_wire`, a register, a regulator and an exchange publish what others hand in. */
const PUBLISHER_KINDS = [
  'wire',
  'newspaper',
  'magazine',
  'broadcaster',
  'site',
  'blog',
  'register',
  'regulator',
  'exchange',
  'pr_wire',
  'newsroom',
] as const;
export type PublisherKind = (typeof PUBLISHER_KINDS)[number];

export interface Publisher {
  readonly name: string;
  readonly kind: PublisherKind;
}

interface KnownPublisher extends Publisher {
  readonly names: readonly string[];
  readonly hosts: readonly string[];
}

/** A line of the data: `Name; other name | host, host`. */
const KNOWN: readonly KnownPublisher[] = Object.entries(data.publishers).flatMap(([kind, lines]) =>
  lines.map((line): KnownPublisher => {
    const [names = '', hosts = ''] = line.split(' | ');
    const all = names.split('; ');
    return { name: all[0] ?? '', kind: kind as PublisherKind, names: all, hosts: hosts.split(', ') };
  }),
);

const byName = new Map(KNOWN.flatMap((one) => one.names.map((name) => [foldedName(name), one] as const)));
const byHost = new Map(KNOWN.flatMap((one) => one.hosts.map((host) => [host, one] as const)));

/** Every name that a publisher of news goes by: one whose reports others pass on. */
export const newsNames = (): readonly string[] =>
  KNOWN.filter(({ kind }) => isNewsKind(kind)).flatMap(({ names }) => names);

/** Names are one whatever their case, spaces, article and ending of a web address. */
export function foldedName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the (?=.)/, '')
    .replace(/\.com$/, '');
}

/** A publisher by its name as printed; undefined when it is not one of the known ones. */
export function publisherNamed(name: string): Publisher | undefined {
  const found = byName.get(foldedName(name));
  return found === undefined ? undefined : { name: found.name, kind: found.kind };
}

/** A publisher by an address: of its host, or of what its host is a part of. A newsroom is known by its host alone. */
export function publisherAt(url: string): Publisher | undefined {
  const host = hostOf(url);
  if (host === undefined) return undefined;
  for (let part = host; part.includes('.'); part = part.slice(part.indexOf('.') + 1)) {
    const found = byHost.get(part);
    if (found !== undefined) return { name: found.name, kind: found.kind };
  }
  return /^(?:newsroom|press|investors?|ir|media|news)\./.test(host)
    ? { name: host, kind: 'newsroom' }
    : undefined;
}

/** The tier of what a kind of publisher says in its own voice; undefined leaves it to whoever it quotes. */
export function tierOfKind(kind: PublisherKind): Tier | undefined {
  switch (kind) {
    case 'register':
    case 'regulator':
    case 'exchange':
      return 'filing';
    case 'pr_wire':
    case 'newsroom':
      return 'party_statement';
    case 'blog':
      return 'unattributed';
    case 'wire':
    case 'newspaper':
    case 'magazine':
    case 'broadcaster':
    case 'site':
      return undefined;
  }
}

/** Reports itself, and lets its reports be passed on. */
export const isNewsKind = (kind: PublisherKind): boolean =>
  kind === 'wire' || kind === 'newspaper' || kind === 'magazine' || kind === 'broadcaster' || kind === 'site';

/** Publishes what others hand in, so that two documents of it have nothing in common. */
export const isChannel = (kind: PublisherKind): boolean =>
  kind === 'pr_wire' || kind === 'register' || kind === 'regulator' || kind === 'exchange';

/** The host of an address without `www.`; undefined when it is no web address. */
function hostOf(url: string): string | undefined {
  const host = /^https?:\/\/(?:[^/?#]*@)?([^/?#:]+)/i.exec(url.trim())?.[1];
  return host
    ?.toLowerCase()
    .replace(/^www\d?\./, '')
    .replace(/\.$/, '');
}

/** An address with what does not tell pages apart left out: scheme, `www.`, fragment, campaign marks, a last slash. */
export function pageKey(url: string): string | undefined {
  const host = hostOf(url);
  if (host === undefined) return undefined;
  const rest = /^https?:\/\/[^/?#]*([^#]*)/i.exec(url.trim())?.[1] ?? '';
  const [path = '', query = ''] = rest.split('?', 2);
  const asked = query
    .split('&')
    .filter((one) => one !== '' && !/^(?:utm_|fbclid|gclid|ref=|source=|cmpid)/i.test(one))
    .sort()
    .join('&');
  return `${host}${path.replace(/\/+$/, '')}${asked === '' ? '' : `?${asked}`}`;
}
