import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Successors, strongComponents } from './strong-components.ts';

const anyGraph = fc
  .array(fc.uniqueArray(fc.nat(6), { maxLength: 3 }), { minLength: 7, maxLength: 7 })
  .map((lists): Successors<number> => new Map(lists.map((list, node) => [node, list])));

/** The slow model: whether steps lead from one node to the other, by trying them all. */
function leads(
  graph: Successors<number>,
  from: number,
  to: number,
  seen: ReadonlySet<number> = new Set(),
): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  return (graph.get(from) ?? []).some((next) => leads(graph, next, to, new Set([...seen, from])));
}

test('two nodes are of one component exactly if each leads to the other', () => {
  fc.assert(
    fc.property(anyGraph, fc.nat(6), fc.nat(6), (graph, one, other) => {
      const components = strongComponents(graph);
      expect(components.flat().sort()).toEqual([...graph.keys()]);
      const isTogether = components.some((members) => members.includes(one) && members.includes(other));
      expect(isTogether).toBe(leads(graph, one, other) && leads(graph, other, one));
    }),
  );
});

test('a component comes after all that it leads to', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const components = strongComponents(graph);
      const placeOf = (node: number) => components.findIndex((members) => members.includes(node));
      for (const [node, list] of graph) {
        for (const next of list) expect(placeOf(next)).toBeLessThanOrEqual(placeOf(node));
      }
    }),
  );
});

test('a chain of thirty thousand does not exhaust the stack', () => {
  const chain = new Map(Array.from({ length: 30_000 }, (_, node) => [node, [node + 1]] as const));
  expect(strongComponents(chain)).toHaveLength(30_001);
});
