import { CLAIM_TYPES, type ClaimType } from '@tranche/ledger/claim';

/** How a field of a drafted claim is filled: always by words of the text, or by a word of a closed list. */
export type DraftField =
  /** A party that the quote, or the sentence around it, has to name. */
  | 'party'
  /** A party that may be named anywhere in the text: who raises the money. */
  | 'party_anywhere'
  /** Parties that may be named anywhere in the text. */
  | 'parties_anywhere'
  | 'parties'
  /** The words of one sum in the quote. */
  | 'sum'
  | 'percent'
  | 'date'
  /** Other words of the quote. */
  | 'words'
  | 'status'
  | 'roles'
  | 'rank';

export type DraftFieldSpec = DraftField | `${DraftField}?`;

type Kinds = { readonly [T in ClaimType]: Readonly<Record<string, DraftFieldSpec>> };

/**
 * What a model may say of each claim type; a `?` marks what may be null. It names words and roles only: amounts,
 * qualifiers, dates, stages, instruments and the basis of a valuation are read from those words by the reader.
 */
export const DRAFT_KINDS: Kinds = {
  round: {
    issuer: 'party_anywhere',
    amount: 'sum?',
    valuation: 'sum?',
    date: 'date?',
    leads: 'parties_anywhere',
    participants: 'parties_anywhere',
    condition: 'words?',
    status: 'status',
  },
  tranche: {
    issuer: 'party_anywhere',
    amount: 'sum',
    when: 'date?',
    condition: 'words?',
    payer: 'party?',
    status: 'status',
  },
  investment: {
    investor: 'party',
    issuer: 'party_anywhere',
    amount: 'sum?',
    when: 'date?',
    condition: 'words?',
    status: 'status',
  },
  syndication: {
    investor: 'party',
    issuer: 'party_anywhere',
    amount: 'sum?',
    when: 'date?',
    condition: 'words?',
    status: 'status',
  },
  valuation: { entity: 'party_anywhere', amount: 'sum', when: 'date?', status: 'status' },
  stake: {
    holder: 'party',
    entity: 'party_anywhere',
    percent: 'percent',
    value: 'sum?',
    when: 'date?',
    status: 'status',
  },
  control: { holder: 'party', entity: 'party_anywhere', how: 'words', when: 'date?', status: 'status' },
  commitment: {
    by: 'party?',
    to: 'party_anywhere',
    amount: 'sum',
    period: 'words?',
    status: 'status',
  },
  venture: { name: 'party_anywhere', partners: 'parties', roles: 'roles' },
  rank: { subject: 'party', claim: 'rank', object: 'party_anywhere?', over: 'party?' },
  fx: { from: 'sum', to: 'sum' },
  no_external_funding: { entity: 'party_anywhere' },
};

export const DRAFT_TYPES = CLAIM_TYPES;

/** What a field is filled with, and whether it may be null. */
export const specOf = (spec: DraftFieldSpec): { readonly field: DraftField; readonly optional: boolean } => ({
  field: spec.replace('?', '') as DraftField,
  optional: spec.endsWith('?'),
});

export const VENTURE_ROLES = [
  'financial responsibility',
  'operational responsibility',
  'chairman',
  'technology partner',
] as const;

export const RANK_CLAIMS = [
  'largest_investor',
  'largest_private_funding_round',
  'most_valuable_private_company',
  'most_valuable_company',
  'second_most_valuable_startup',
] as const;
