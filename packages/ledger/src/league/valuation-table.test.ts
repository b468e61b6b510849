import { formatBounds } from '@tranche/core/display';
import { GraphBuilder } from '@tranche/core/formula';
import { day } from '@tranche/testkit/build';
import { amount, factOf } from '@tranche/testkit/said';
import { expect, test } from 'vitest';
import { partyBook } from '../party/index.ts';
import type { Statement } from '../statement/index.ts';
import { valuationTable } from './index.ts';

const valued = (id: string, entity: string, known: string, more: object): Statement =>
  factOf(id, known, {
    type: 'valuation',
    entity,
    basis: 'unspecified',
    when: known,
    status: 'closed',
    ...more,
  });

const table = (statements: readonly Statement[], asOf: string, knownOn = asOf) => {
  const builder = new GraphBuilder();
  const made = valuationTable(builder, {
    statements,
    parties: partyBook(),
    rates: [],
    asOf: day(asOf),
    knownOn: day(knownOn),
    unit: 'USD',
  });
  return {
    notCompared: made.notCompared,
    places: made.rows.map(
      ({ rank, name, node, basis }) =>
        `${rank} ${name} ${formatBounds(builder.boundsOf(node), 'USD')}, ${basis}`,
    ),
  };
};

// The figures of lr-openai-2025 (300), lr-anthropic-2025-03 (61.5) and lr-databricks-j (62); the talks are made up.
const SAID: readonly Statement[] = [
  valued('old', 'OpenAI', '2024-10-02', { amount: amount(157e9), basis: 'post' }),
  valued('pre', 'OpenAI', '2025-03-31', { amount: amount(260e9), basis: 'pre' }),
  valued('post', 'OpenAI', '2025-03-31', { amount: amount(300e9), basis: 'post' }),
  valued('anthropic', 'Anthropic', '2025-03-31', { amount: amount(61.5e9) }),
  valued('databricks', 'Databricks', '2025-01-22', { amount: amount(62e9) }),
  valued('talks', 'Anthropic', '2025-07-25', { amount: amount(170e9), status: 'in_talks' }),
  valued('yuan', 'ByteDance', '2025-01-01', { amount: amount(2e12, 'exact', 'CNY') }),
];

test('companies stand by their last settled valuation, the basis named, post-money before pre-money', () => {
  expect(table(SAID, '2025-08-01')).toEqual({
    places: [
      '1 OpenAI USD 300bn, post-money',
      '2 Databricks USD 62bn, basis not stated',
      '3 Anthropic USD 61.5bn, basis not stated',
    ],
    notCompared: ['ByteDance'],
  });
});

test('the table stands as of one day and as known on another', () => {
  expect(table(SAID, '2025-03-30').places[0]).toBe('1 OpenAI USD 157bn, post-money');
  expect(table(SAID, '2025-01-21', '2025-08-01').places).toEqual(['1 OpenAI USD 157bn, post-money']);
});
