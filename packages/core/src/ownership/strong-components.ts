/** Which nodes each node leads to. Every node is a key. */
export type Successors<Node> = ReadonlyMap<Node, readonly Node[]>;

/**
 * The strongly connected components of a directed graph: sets of nodes each of which leads to every other one.
 * A component comes after all components that it leads to. Tarjan's algorithm (1972), with its own stack so that
 * a long chain does not exhaust the machine's.
 */
export function strongComponents<Node>(successors: Successors<Node>): readonly (readonly Node[])[] {
  const order = new Map<Node, number>();
  const earliest = new Map<Node, number>();
  const open: Node[] = [];
  const isOpen = new Set<Node>();
  const components: Node[][] = [];
  const lower = (node: Node, candidate: number): void => {
    if (candidate < (earliest.get(node) ?? candidate)) earliest.set(node, candidate);
  };
  for (const root of successors.keys()) {
    if (order.has(root)) continue;
    const path: { readonly node: Node; readonly rest: Iterator<Node> }[] = [];
    const enter = (node: Node): void => {
      order.set(node, order.size);
      earliest.set(node, order.size - 1);
      open.push(node);
      isOpen.add(node);
      path.push({ node, rest: (successors.get(node) ?? [])[Symbol.iterator]() });
    };
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node, rest } = top;
      const next = rest.next();
      if (next.done !== true) {
        const seen = order.get(next.value);
        if (seen === undefined) enter(next.value);
        else if (isOpen.has(next.value)) lower(node, seen);
        continue;
      }
      path.pop();
      const found = earliest.get(node) ?? 0;
      const above = path.at(-1);
      if (above !== undefined) lower(above.node, found);
      if (found !== order.get(node)) continue;
      const component = open.splice(open.lastIndexOf(node));
      for (const member of component) isOpen.delete(member);
      components.push(component);
    }
  }
  return components;
}
