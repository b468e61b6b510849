import type { Measure } from '../api/types.ts';

/** Everything a page shows beside its path; kept in the address, so that a link shows what was seen. */
export interface Search {
  /** Events up to this day; without it, the same as `known_on`. */
  readonly as_of?: string;
  /** What had been published by this day; without it, everything known today. */
  readonly known_on?: string;
  readonly measure?: Measure;
  /** The open derivation: `node` of the answer named by `in`. */
  readonly node?: string;
  readonly in?: string;
  /** The claim shown in a source's text. */
  readonly claim?: string;
  /** A place in a source's text, `start-end` in UTF-16 code units. */
  readonly at?: string;
  readonly q?: string;
  readonly sort?: string;
  /** A question of the list, and what it is asked of, by and with. */
  readonly question?: string;
  readonly of?: string;
  readonly by?: string;
  readonly holder?: string;
  readonly to?: string;
  /** Exit values, apart by spaces. */
  readonly exits?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MEASURES: readonly Measure[] = ['committed', 'paid', 'stake'];

/** What of an address's parameters can be used; the rest is left out. */
export function searchFrom(raw: Readonly<Record<string, unknown>>): Search {
  const text = (key: string): string | undefined => {
    const value = raw[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const day = (key: string): string | undefined => {
    const value = text(key);
    return value !== undefined && DAY.test(value) ? value : undefined;
  };
  const measure = MEASURES.find((name) => name === raw.measure);
  const at = text('at');
  return defined({
    as_of: day('as_of'),
    known_on: day('known_on'),
    measure,
    node: text('node'),
    in: text('in'),
    claim: text('claim'),
    at: at !== undefined && /^\d+-\d+$/.test(at) ? at : undefined,
    q: text('q'),
    sort: text('sort'),
    question: text('question'),
    of: text('of'),
    by: text('by'),
    holder: text('holder'),
    to: text('to'),
    exits: text('exits'),
  });
}

/** The dates alone: what a link to another page carries along. */
export const datesOf = (search: Search): Search =>
  defined({ as_of: search.as_of, known_on: search.known_on });

/** Plain `key=value` pairs; the router's own form would quote dates as JSON. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '');
  const text = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

/** Leaves out what is undefined, as `exactOptionalPropertyTypes` wants it. */
function defined(values: { readonly [K in keyof Search]: Search[K] | undefined }): Search {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
