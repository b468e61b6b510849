import type { DerivationNodeView, DerivationView } from '@tranche/service/views';

/** Nodes of a derivation by their id. */
export type DerivationIndex = ReadonlyMap<string, DerivationNodeView>;

export const indexOf = (derivation: DerivationView): DerivationIndex =>
  new Map(derivation.nodes.map((node) => [node.id, node]));

/** What a node was made from; for a choice, only what was chosen: the rest stands under its alternatives. */
export function madeFrom(index: DerivationIndex, node: DerivationNodeView): readonly DerivationNodeView[] {
  const passedOver = new Set(node.alternatives?.map((alternative) => alternative.node));
  return [...new Set(node.operands)].filter((id) => !passedOver.has(id)).flatMap((id) => index.get(id) ?? []);
}

/** The kinds of ground a figure rests on in the end, each counted once: what a reader wants to know first. */
export function groundsBelow(index: DerivationIndex, root: string): ReadonlyMap<string, number> {
  const seen = new Set<string>();
  const counts = new Map<string, Set<string>>();
  const stack = [root];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = index.get(id);
    if (node === undefined) continue;
    for (const ground of node.grounds) {
      counts.set(ground.kind, (counts.get(ground.kind) ?? new Set()).add(ground.id));
    }
    stack.push(...madeFrom(index, node).map((operand) => operand.id));
  }
  return new Map([...counts].map(([kind, ids]) => [kind, ids.size]));
}
