import type { Span } from '@tranche/ledger/claim';
import type { DateMention } from '../dates/index.ts';
import type { AmountMention, PercentMention } from '../money/index.ts';
import type { Party } from '../party/index.ts';

/** What words refer back to: the company whose money it is, an investor, a venture, the last subject, who files. */
export type AnaphorKind = 'issuer' | 'investor' | 'venture' | 'subject' | 'person' | 'filer';

/** A party as a sentence names it: by name, or by words that refer back to one. */
export interface PartyRef {
  readonly span: Span;
  readonly words: string;
  readonly party?: Party;
  readonly anaphor?: AnaphorKind;
}

/** Investors spoken of together and without names, beside the one who leads. */
export interface CoInvestors {
  readonly span: Span;
}

/** What became of an amount: a rule took it, and with which meaning. */
export interface AmountToken extends AmountMention {
  role?: string;
}

/** One private-use character stands for each mention; its code says the kind and the place in the list. */
export const BASES = {
  party: 0xe000,
  amount: 0xe400,
  percent: 0xe800,
  date: 0xec00,
  coInvestors: 0xf000,
} as const;
const RANGE = 0x3ff;
/** The last character that stands for a mention. */
export const LAST_TOKEN = BASES.coInvestors + RANGE;

const classOf = (base: number): string =>
  `\\u${base.toString(16).padStart(4, '0')}-\\u${(base + RANGE).toString(16)}`;

export const TOKEN_CLASS = {
  party: classOf(BASES.party),
  amount: classOf(BASES.amount),
  percent: classOf(BASES.percent),
  date: classOf(BASES.date),
  coInvestors: classOf(BASES.coInvestors),
} as const;

export const tokenChar = (kind: keyof typeof BASES, index: number): string =>
  String.fromCharCode(BASES[kind] + Math.min(index, RANGE));

export const tokenIndex = (kind: keyof typeof BASES, char: string): number =>
  char.charCodeAt(0) - BASES[kind];

export type { DateMention, PercentMention };
