import type { Claim, ClaimType } from './claim.ts';

/** How a field is written on the wire; a `?` marks one that may be absent. */
export type FieldKind =
  | 'text'
  | 'names'
  | 'amount'
  | 'sum'
  | 'percent'
  | 'qualifier'
  | 'date'
  | 'status'
  | 'basis'
  | 'through'
  | 'money'
  | 'roles';
export type FieldSpec = FieldKind | `${FieldKind}?`;

type OwnFields<C extends Claim> = Exclude<
  keyof C,
  'type' | 'quote' | 'quote_span' | 'spans' | 'attribution' | 'hedge' | 'denied' | 'drafted_by'
>;

/**
 * The fields of each claim type besides those every claim has, in wire order. The mapped type makes a field
 * that is added to a claim and forgotten here a compile error.
 */
export const CLAIM_FIELDS: {
  readonly [T in ClaimType]: { readonly [K in OwnFields<Extract<Claim, { type: T }>>]: FieldSpec };
} = {
  round: {
    issuer: 'text',
    amount: 'amount?',
    stage: 'text?',
    instrument: 'text?',
    money: 'money?',
    pre_money: 'amount?',
    post_money: 'amount?',
    valuation_unspecified: 'amount?',
    date: 'date?',
    status: 'status',
    leads: 'names',
    participants: 'names',
    use_of_proceeds: 'names?',
    condition: 'text?',
    label: 'text?',
  },
  tranche: {
    issuer: 'text',
    round: 'text?',
    amount: 'amount',
    when: 'date?',
    condition: 'text?',
    payer: 'text?',
    money: 'money?',
    status: 'status',
  },
  investment: {
    investor: 'text',
    issuer: 'text',
    amount: 'amount?',
    round: 'text?',
    when: 'date?',
    condition: 'text?',
    closing: 'text?',
    money: 'money?',
    status: 'status',
  },
  syndication: {
    investor: 'text',
    issuer: 'text',
    amount: 'amount?',
    round: 'text?',
    when: 'date?',
    condition: 'text?',
    closing: 'text?',
    status: 'status?',
  },
  valuation: { entity: 'text', amount: 'amount', basis: 'basis', when: 'date?', status: 'status' },
  stake: {
    holder: 'text',
    entity: 'text',
    percent: 'percent',
    qualifier: 'qualifier',
    basis: 'text?',
    through: 'through?',
    value: 'amount?',
    when: 'date?',
    status: 'status',
  },
  control: { holder: 'text', entity: 'text', how: 'text', when: 'date?', status: 'status' },
  commitment: {
    by: 'text?',
    to: 'text',
    amount: 'amount',
    period: 'text?',
    money: 'money?',
    status: 'status',
  },
  venture: { name: 'text', partners: 'names', roles: 'roles' },
  rank: { subject: 'text', claim: 'text', object: 'text?', over: 'text?', status: 'status?' },
  fx: { from: 'sum', to: 'sum' },
  no_external_funding: { entity: 'text' },
};

export const CLAIM_TYPES = Object.keys(CLAIM_FIELDS) as readonly ClaimType[];
