import { usd } from '@tranche/testkit/build';
import { expect, test } from 'vitest';
import { evaluate, GraphBuilder, subgraph } from './index.ts';

test('what a node is made from is kept with its ids, and nothing else', () => {
  const builder = new GraphBuilder();
  const [equity, other, debt] = [
    usd(builder, 'equity', '10'),
    usd(builder, 'other', '7'),
    usd(builder, 'debt', '5'),
  ];
  const total = builder.formula({ label: 'total', unit: 'USD', operator: 'add', operands: [equity, debt] });
  builder.condition({ left: equity, relation: 'more_than', right: debt, because: 'it is larger' });
  builder.condition({ left: equity, relation: 'more_than', right: other, because: 'it is larger' });
  const part = subgraph(builder.build(), [total]);
  expect(part.nodes.map(({ id }) => id)).toEqual([equity, debt, total]);
  expect(part.conditions?.map(({ right }) => right)).toEqual([debt]);
  expect(evaluate(part).get(total)).toEqual(builder.boundsOf(total));
});
