import { arbitraryMoney, arbitraryPointedGraph } from '@tranche/testkit/arbitrary';
import { unreported, usd } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, GraphBuilder, operandsOf } from './index.ts';

describe('a derivation', () => {
  test('names each operand before what is built from it, each once, and ends with its target', () => {
    fc.assert(
      fc.property(arbitraryPointedGraph(arbitraryMoney()), fc.nat(), ({ builder }, pick) => {
        const graph = builder.build();
        const target = graph.nodes[pick % graph.nodes.length]?.id ?? '';
        const steps = explain(graph, target);
        const seen = new Set<string>();
        for (const { node } of steps) {
          expect(operandsOf(node).every((operand) => seen.has(operand))).toBe(true);
          expect(seen.has(node.id)).toBe(false);
          seen.add(node.id);
        }
        expect(steps.at(-1)?.node.id).toBe(target);
      }),
    );
  });

  test('holds nothing that the target does not rest on', () => {
    fc.assert(
      fc.property(arbitraryPointedGraph(arbitraryMoney()), fc.nat(), ({ builder }, pick) => {
        const graph = builder.build();
        const target = graph.nodes[pick % graph.nodes.length]?.id ?? '';
        const steps = explain(graph, target);
        const used = new Set(steps.flatMap(({ node }) => operandsOf(node)));
        expect(steps.every(({ node }) => node.id === target || used.has(node.id))).toBe(true);
      }),
    );
  });

  test('of a stake is told in words and in numbers', () => {
    const builder = new GraphBuilder();
    const amount = usd(builder, 'amount of the round', '40e9', 'up_to');
    const operands = [amount, usd(builder, 'post-money', '300e9')];
    const stake = builder.formula({ label: 'implied stake', unit: 'fraction', operator: 'divide', operands });
    const told = explain(builder.build(), stake).map(({ words, numbers }) => `${words}: ${numbers}`);
    expect(told).toEqual([
      'assumption: up to USD 40bn',
      'assumption: USD 300bn',
      'amount of the round ÷ post-money: up to USD 40bn ÷ USD 300bn = up to 13.33 %',
    ]);
  });

  test('of a choice gives the rule, and keeps what was passed over', () => {
    const builder = new GraphBuilder();
    const chosen = usd(builder, 'by the filing', '7.5e9');
    const node = usd(builder, 'by a report', '8e9', 'about');
    const alternatives = [{ node, passedOverBecause: 'of a lower tier' }];
    const id = builder.choice({ label: 'paid', unit: 'USD', chosen, alternatives, rule: 'tier decides' });
    const steps = explain(builder.build(), id);
    expect(steps.map(({ text }) => text)).toEqual(['USD 7.5bn', 'about USD 8bn', 'USD 7.5bn']);
    expect(steps.at(-1)?.words).toBe('tier decides');
  });

  test('of an unknown gives the reason', () => {
    const builder = new GraphBuilder();
    const operands = [unreported(builder, 'one'), usd(builder, 'other', '5e6')];
    const least = builder.formula({ label: 'least', unit: 'USD', operator: 'minimum', operands });
    const steps = explain(builder.build(), least);
    expect(steps[0]).toMatchObject({ words: 'not reported', text: 'unknown' });
    expect(steps.at(-1)).toMatchObject({
      words: 'the least of one, other',
      numbers: 'the least of unknown, USD 5m = up to USD 5m',
    });
  });
});
