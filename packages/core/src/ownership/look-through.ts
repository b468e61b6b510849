import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import { checkEdges, isKnown, type OwnershipEdge } from './edges.ts';
import { StakeDerivation } from './stake-derivation.ts';
import type { StakeQuery } from './stakes.ts';

export interface LookThroughInput {
  /** One edge for an owner and an asset. */
  readonly edges: readonly OwnershipEdge[];
  readonly queries: readonly StakeQuery[];
}

export interface LookThroughStake {
  readonly owner: string;
  readonly asset: string;
  /** The stake where its bounds agree. */
  readonly exact: Quantity | null;
  readonly min: Quantity;
  readonly max: Quantity;
  readonly directMin: Quantity;
  readonly directMax: Quantity;
}

/**
 * Stakes held directly and through others.
 * Shapes: one result for a query, in their order. Units: fractions of the asset. Exact.
 * The stake of an owner in an asset is the sum over all walks from one to the other of the product of the shares on
 * the way, circles included: `t = a + A t`. Its bounds take every edge at its own bound and are clipped to 1; where
 * walks in a circle add up without bound, which only the upper one can, that is 1.
 * Fails: as `checkEdges` does; UNKNOWN_ID for a query about who is on no edge.
 * Source: docs/reference/calculators.md, look_through.
 */
export function lookThrough(input: LookThroughInput): Result<{
  readonly output: { readonly results: readonly LookThroughStake[] };
  readonly graph: FormulaGraph;
}> {
  const { edges, queries } = input;
  const checked = checkEdges(edges);
  if (!checked.ok) return checked;
  const names = new Set(edges.flatMap(({ owner, asset }) => [owner, asset]));
  for (const [index, query] of queries.entries()) {
    for (const field of ['owner', 'asset'] as const) {
      if (names.has(query[field])) continue;
      return fail('UNKNOWN_ID', `queries[${index}].${field}`, `no edge names "${query[field].slice(0, 40)}"`);
    }
  }
  const sheet = new Derivation();
  const atLeast = new StakeDerivation(sheet, edges, 'min');
  const atMost = edges.every(isKnown) ? atLeast : new StakeDerivation(sheet, edges, 'max');
  const results = queries.map((query): LookThroughStake => {
    const [min, max] = [atLeast.stake(query), atMost.stake(query)];
    return {
      ...query,
      exact: min.value.equals(max.value) ? min : null,
      min,
      max,
      directMin: atLeast.direct(query),
      directMax: atMost.direct(query),
    };
  });
  return ok({ output: { results }, graph: sheet.build() });
}
