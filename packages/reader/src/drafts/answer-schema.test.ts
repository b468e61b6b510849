import type { JsonObject } from '@tranche/ledger/claim';
import { CLAIM_TYPES } from '@tranche/ledger/claim';
import { expect, it } from 'vitest';
import { DRAFT_ANSWER_SCHEMA } from './answer-schema.ts';
import { shapedDraft } from './draft-shape.ts';

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
}

const objectsIn = (schema: Schema): readonly Schema[] => [
  ...(schema.type === 'object' ? [schema] : []),
  ...[
    ...Object.values(schema.properties ?? {}),
    ...(schema.anyOf ?? []),
    ...[schema.items ?? []].flat(),
  ].flatMap(objectsIn),
];
const SCHEMA = DRAFT_ANSWER_SCHEMA as JsonObject as Schema;
const CLAIMS = SCHEMA.properties?.claims?.items?.anyOf ?? [];

it('is within what strict servers take: every property required, nothing additional', () => {
  const objects = objectsIn(SCHEMA);
  expect(objects.length).toBeGreaterThan(CLAIM_TYPES.length);
  for (const { properties = {}, required, additionalProperties } of objects) {
    expect(required).toEqual(Object.keys(properties));
    expect(additionalProperties).toBe(false);
  }
});

it('has every claim type, and the gate reads what fits it', () => {
  expect(CLAIMS.map(({ properties }) => properties?.type?.enum?.[0])).toEqual(CLAIM_TYPES);
  for (const { properties = {} } of CLAIMS) {
    const example = Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, exampleOf(schema)]),
    );
    expect(shapedDraft(example)).toMatchObject({ type: example.type, quote: 'x' });
  }
});

function exampleOf({ type, enum: choices, anyOf }: Schema): unknown {
  if (choices !== undefined) return choices[0];
  if (anyOf !== undefined) return null;
  return type === 'array' ? [] : type === 'boolean' ? false : 'x';
}
