import { expect, test } from 'vitest';
import { CLAIM_FIELDS } from '../../packages/ledger/src/claim/claim-fields.ts';
import { textOf } from './markdown.ts';

/** The fields a section of the page lists, each with its `?`, in order: `{round: ["issuer", "amount?", …]}`. */
function documentedFields(): Record<string, string[]> {
  const [, types = ''] = textOf('docs/reference/claim-schema.md').split('\n## Types\n');
  const sections = types.split('\n### ').slice(1);
  return Object.fromEntries(
    sections.map((section) => [
      section.split('\n')[0],
      [...section.matchAll(/^\| `(\w+)`(\??) \|/gm)].map((match) => `${match[1]}${match[2]}`),
    ]),
  );
}

test('the claim schema page lists each type and field that the code has, in the order it writes them', () => {
  const inCode = Object.fromEntries(
    Object.entries(CLAIM_FIELDS).map(([type, fields]) => [
      type,
      Object.entries(fields).map(([field, spec]) => (spec.endsWith('?') ? `${field}?` : field)),
    ]),
  );
  expect(documentedFields()).toEqual(inCode);
});
