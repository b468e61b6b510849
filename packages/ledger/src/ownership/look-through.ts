import type { FormulaGraph, GraphBuilder, Grounds } from '@tranche/core/formula';
import { lookThrough, type OwnershipEdge } from '@tranche/core/ownership';
import { Rational } from '@tranche/core/rational';
import { ok, type Result } from '@tranche/core/result';
import { graft } from '../check/graft.ts';
import type { Company } from './structure.ts';

/** A holding of one party in another, as a node: a fraction of 1, known or within bounds. */
export interface Edge {
  readonly owner: string;
  readonly asset: string;
  readonly node: string;
}

/** The direct holdings that are stated of single holders. */
export const statedEdges = (companies: ReadonlyMap<string, Company>): readonly Edge[] =>
  [...companies.values()].flatMap(({ party, holdings }) =>
    holdings.flatMap(({ party: owner, direct, isGroup }) =>
      direct === undefined || isGroup || owner === party ? [] : [{ owner, asset: party, node: direct.node }],
    ),
  );

export interface LookThrough {
  readonly node: string;
  readonly min: Rational;
  readonly max: Rational;
}

/**
 * What a holder has of an asset directly and through others, over these edges, by the calculator of core: the same
 * numbers, standing on what the edges stand on. Undefined where no edge names one of the two.
 * Fails as `lookThrough` of core: SUM_EXCEEDS_ONE where the edges into one asset are more than all of it,
 * NO_SOLUTION where some own one another wholly.
 */
export function lookThroughOver(
  builder: GraphBuilder,
  edges: readonly Edge[],
  { owner, asset }: { readonly owner: string; readonly asset: string },
  nameOf: (party: string) => string,
): Result<LookThrough | undefined> {
  const named = new Set(edges.flatMap((edge) => [edge.owner, edge.asset]));
  if (!named.has(owner) || !named.has(asset)) return ok(undefined);
  const label = labelsOf([...named], nameOf);
  const found = lookThrough({
    edges: edges.map((edge) => ({
      ...sharesOf(builder, edge),
      owner: label(edge.owner),
      asset: label(edge.asset),
    })),
    queries: [{ owner: label(owner), asset: label(asset) }],
  });
  if (!found.ok) return found;
  const { output, graph } = found.value;
  const [stake] = output.results;
  if (stake === undefined) return ok(undefined);
  const { min, max } = stake;
  const grafted = graph.conditions === undefined ? graftOver(builder, graph, max.node, edges) : undefined;
  const low = grafted === undefined ? undefined : builder.boundsOf(grafted).low;
  // Formulas over bounds give both ends at once; those who hold one another are solved for each end by itself.
  const node =
    grafted !== undefined && low?.equals(min.value)
      ? grafted
      : builder.input({
          label: `stake of ${nameOf(owner)} in ${nameOf(asset)}, direct and through others`,
          unit: 'fraction',
          bounds: { low: min.value, high: max.value, vague: edges.some((edge) => isVague(builder, edge)) },
          grounds: [
            {
              kind: 'rule',
              id: 'solved',
              note: 'solved together with those that hold one another in a circle',
            },
            ...edges.flatMap((edge) => groundsIn(builder, edge)),
          ],
        });
  return ok({ node, min: min.value, max: max.value });
}

/** The formula of the stake, each share on the way being the node of its edge. */
const graftOver = (
  builder: GraphBuilder,
  graph: FormulaGraph,
  target: string,
  edges: readonly Edge[],
): string =>
  graft(builder, graph, target, (node) => {
    if (node.kind !== 'input') return undefined;
    const places = node.grounds.flatMap(({ id }) => /^edges\[(\d+)\]\./.exec(id)?.[1] ?? []);
    return edges[Number(places[0])]?.node;
  });

const isVague = (builder: GraphBuilder, { node }: Edge): boolean => builder.boundsOf(node).vague;

function groundsIn(builder: GraphBuilder, edge: Edge): readonly Grounds[] {
  const node = builder.node(edge.node);
  return node.kind === 'input' ? node.grounds : [];
}

function sharesOf(builder: GraphBuilder, { node }: Edge): Pick<OwnershipEdge, 'percent' | 'min' | 'max'> {
  const { low = Rational.ZERO, high = Rational.ONE } = builder.boundsOf(node);
  return low.equals(high) ? { percent: low } : { min: low, max: high };
}

/** Names, where they tell the parties apart; an id is added where two have one. */
function labelsOf(parties: readonly string[], nameOf: (party: string) => string): (party: string) => string {
  const names = parties.map(nameOf);
  return (party) => {
    const name = nameOf(party);
    return names.filter((one) => one === name).length > 1 ? `${name} [${party}]` : name;
  };
}
