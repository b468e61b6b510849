import { explain, GraphBuilder } from '@tranche/core/formula';
import { arbitraryPointedGraph, arbitraryRational } from '@tranche/testkit/arbitrary';
import { usd } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { graft } from './graft.ts';

describe('a node grafted onto another graph', () => {
  it('brings all it is made from, and shares what is there already', () => {
    const there = new GraphBuilder();
    const sum = there.formula({
      label: 'in all',
      unit: 'USD',
      operator: 'add',
      operands: [usd(there, 'first', '7.5e9'), usd(there, 'second', '22.5e9')],
    });
    const here = new GraphBuilder();
    usd(here, 'second', '22.5e9');
    const grafted = graft(here, there.build(), sum);
    expect(here.build().nodes).toHaveLength(3);
    expect(explain(here.build(), grafted).at(-1)?.numbers).toBe(explain(there.build(), sum).at(-1)?.numbers);
    expect(graft(here, there.build(), sum)).toBe(grafted);
  });

  test('has the bounds it had', () => {
    fc.assert(
      fc.property(arbitraryPointedGraph(arbitraryRational()), ({ builder }) => {
        const graph = builder.build();
        const here = new GraphBuilder();
        usd(here, 'something else', '1');
        for (const { id } of graph.nodes) {
          expect(here.boundsOf(graft(here, graph, id))).toEqual(builder.boundsOf(id));
        }
      }),
    );
  });

  it('must be in its graph', () => {
    expect(() => graft(new GraphBuilder(), { nodes: [] }, 'n1')).toThrow(/n1/);
  });
});
