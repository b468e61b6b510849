import type { ClaimType, DealStatus } from '@tranche/ledger/claim';
import { DEAL_STATUSES } from '@tranche/ledger/claim';
import {
  DRAFT_KINDS,
  DRAFT_TYPES,
  type DraftField,
  RANK_CLAIMS,
  specOf,
  VENTURE_ROLES,
} from './draft-kinds.ts';

/** A draft whose fields have the forms of its type; nothing in it is believed yet. */
export interface ShapedDraft {
  readonly type: ClaimType;
  readonly quote: string;
  readonly denied: boolean;
  readonly status: DealStatus | undefined;
  text(field: string): string | undefined;
  list(field: string): readonly string[];
  readonly roles: readonly { readonly party: string; readonly role: string }[];
}

const LIST_LIMIT = 60;

/** A draft as a model sent it, when it has a known type and the fields of it; undefined otherwise. Other fields are ignored. */
export function shapedDraft(json: unknown): ShapedDraft | undefined {
  if (!isObject(json) || typeof json.quote !== 'string') return undefined;
  const type = DRAFT_TYPES.find((one) => one === json.type);
  if (type === undefined) return undefined;
  const fields: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(DRAFT_KINDS[type])) {
    const { field, optional } = specOf(spec);
    const value = json[name] ?? (field.startsWith('parties') || field === 'roles' ? [] : undefined);
    if (value === undefined || value === '') {
      if (!optional) return undefined;
    } else if (FITS[field](value)) fields[name] = value;
    else return undefined;
  }
  const list = (field: string): readonly string[] => (fields[field] as readonly string[] | undefined) ?? [];
  return {
    type,
    quote: json.quote,
    denied: json.denied === true,
    status: fields.status as DealStatus | undefined,
    text: (field) => fields[field] as string | undefined,
    list,
    roles: (fields.roles ?? []) as ShapedDraft['roles'],
  };
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= LIST_LIMIT && value.every(isText);
const oneOf =
  (words: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && words.includes(value);

const FITS: Readonly<Record<DraftField, (value: unknown) => boolean>> = {
  party: isText,
  party_anywhere: isText,
  parties: isTexts,
  parties_anywhere: isTexts,
  sum: isText,
  percent: isText,
  date: isText,
  words: isText,
  status: oneOf(DEAL_STATUSES),
  rank: oneOf(RANK_CLAIMS),
  roles: (value) =>
    Array.isArray(value) &&
    value.length <= LIST_LIMIT &&
    value.every((one) => isObject(one) && isText(one.party) && oneOf(VENTURE_ROLES)(one.role)),
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
