import { Rational, sum } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type { Holdings } from './stakes.ts';
import { strongComponents } from './strong-components.ts';

/** A direct stake: known (`percent`), or between bounds, of which an absent one is none or all. */
export interface OwnershipEdge {
  readonly owner: string;
  readonly asset: string;
  /** 0 to 1, as the bounds are. */
  readonly percent?: Rational;
  readonly min?: Rational;
  readonly max?: Rational;
}

export type Bound = 'min' | 'max';

/** The share of an edge at one of its bounds. */
export const shareAt = (edge: OwnershipEdge, bound: Bound): Rational =>
  edge.percent ?? edge[bound] ?? (bound === 'min' ? Rational.ZERO : Rational.ONE);

export const isKnown = (edge: OwnershipEdge): boolean => shareAt(edge, 'min').equals(shareAt(edge, 'max'));

/** The holdings with every edge at one of its bounds; edges of nothing are left out. */
export function holdingsAt(edges: readonly OwnershipEdge[], bound: Bound): Holdings {
  const holdings = new Map<string, Map<string, Rational>>();
  for (const edge of edges) {
    const share = shareAt(edge, bound);
    if (share.sign() === 0) continue;
    const held = holdings.get(edge.owner) ?? new Map<string, Rational>();
    holdings.set(edge.owner, held.set(edge.asset, share));
  }
  return holdings;
}

/**
 * Sees that the edges can describe who owns what.
 * Fails: UNSUPPORTED_COMBINATION (an edge with `percent` and a bound), OUT_OF_RANGE (a `max` below its `min`),
 * SUM_EXCEEDS_ONE (the least shares in one asset are more than all of it), NO_SOLUTION (assets that own one another
 * wholly, so that nobody else owns them).
 */
export function checkEdges(edges: readonly OwnershipEdge[]): Result<void> {
  for (const [index, edge] of edges.entries()) {
    const { percent, min, max } = edge;
    if (percent !== undefined && (min !== undefined || max !== undefined)) {
      return fail('UNSUPPORTED_COMBINATION', `edges[${index}]`, 'a share is known or bounded, not both', {
        expected: 'percent, or min and max',
      });
    }
    if (shareAt(edge, 'max').compare(shareAt(edge, 'min')) < 0) {
      return fail('OUT_OF_RANGE', `edges[${index}].max`, 'the most is below the least', {
        expected: `at least ${min}`,
      });
    }
  }
  const holdings = holdingsAt(edges, 'min');
  for (const [asset, shares] of sharesByAsset(holdings)) {
    if (sum(shares.values()).compare(Rational.ONE) > 0) {
      return fail('SUM_EXCEEDS_ONE', 'edges', `the owners of ${asset} hold more than all of it`);
    }
  }
  const closed = closedCircle(holdings);
  if (closed === undefined) return ok(undefined);
  return fail('NO_SOLUTION', 'edges', `nobody else owns what these own of one another: ${closed.join(', ')}`);
}

/** Assets that are owned wholly by one another: walks among them never lose any weight. */
function closedCircle(holdings: Holdings): readonly string[] | undefined {
  const byAsset = sharesByAsset(holdings);
  const ownersOf = new Map([...byAsset].map(([asset, shares]) => [asset, [...shares.keys()]] as const));
  return strongComponents(ownersOf).find((members) =>
    members.every((asset) => {
      const inside = members.map((owner) => byAsset.get(asset)?.get(owner) ?? Rational.ZERO);
      return sum(inside).equals(Rational.ONE);
    }),
  );
}

function sharesByAsset(holdings: Holdings): ReadonlyMap<string, ReadonlyMap<string, Rational>> {
  const byAsset = new Map<string, Map<string, Rational>>();
  for (const [owner, held] of holdings) {
    for (const [asset, share] of held) {
      const shares = byAsset.get(asset) ?? new Map<string, Rational>();
      byAsset.set(asset, shares.set(owner, share));
    }
  }
  return byAsset;
}
