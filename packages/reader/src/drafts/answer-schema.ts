import { DEAL_STATUSES, type JsonObject } from '@tranche/ledger/claim';
import {
  DRAFT_KINDS,
  DRAFT_TYPES,
  type DraftField,
  type DraftFieldSpec,
  RANK_CLAIMS,
  specOf,
  VENTURE_ROLES,
} from './draft-kinds.ts';

const text = (description: string): JsonObject => ({ type: 'string', description });
const list = (items: JsonObject, description: string): JsonObject => ({ type: 'array', items, description });

const FORMS: Readonly<Record<DraftField, JsonObject>> = {
  party: text('a name, copied from the quote'),
  party_anywhere: text('a name, copied from the document'),
  parties: list({ type: 'string' }, 'names, copied from the quote'),
  parties_anywhere: list({ type: 'string' }, 'names, copied from the document; empty when none is named'),
  sum: text('the words of one sum of money, copied from the quote, such as "up to $40 billion"'),
  percent: text('the words of one percentage, copied from the quote'),
  date: text('the words of one date, copied from the quote; not a weekday'),
  words: text('words copied from the quote'),
  status: { type: 'string', enum: [...DEAL_STATUSES] },
  rank: { type: 'string', enum: [...RANK_CLAIMS] },
  roles: list(
    strictObject({
      party: text('a name, copied from the quote'),
      role: { type: 'string', enum: [...VENTURE_ROLES] },
    }),
    'who does what in the venture; empty when that is not said',
  ),
};

/**
 * The JSON Schema (the subset that "strict" model servers take: no optional property, nothing additional) of what a
 * model answers: `{claims: [...]}`, each with its type, its quote and words of the quote for each role.
 */
export const DRAFT_ANSWER_SCHEMA: JsonObject = strictObject({
  claims: {
    type: 'array',
    items: {
      anyOf: DRAFT_TYPES.map((type) =>
        strictObject({
          type: { type: 'string', enum: [type] },
          quote: text('one exact piece of the document, within one line, at most 400 characters'),
          ...Object.fromEntries(
            Object.entries(DRAFT_KINDS[type]).map(([name, spec]) => [name, formOf(spec)]),
          ),
          denied: { type: 'boolean', description: 'the document mentions this only to reject it' },
        }),
      ),
    },
  },
});

function formOf(spec: DraftFieldSpec): JsonObject {
  const { field, optional } = specOf(spec);
  return optional ? { anyOf: [FORMS[field], { type: 'null' }] } : FORMS[field];
}

function strictObject(properties: Readonly<Record<string, JsonObject>>): JsonObject {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}
