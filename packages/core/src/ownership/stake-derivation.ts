import type { About, Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import { type Bound, holdingsAt, isKnown, type OwnershipEdge, shareAt } from './edges.ts';
import {
  groupsBelow,
  type Holdings,
  placesIn,
  type StakeGroup,
  type StakeQuery,
  stakesIn,
} from './stakes.ts';

/** What is known of the stakes in one asset. */
interface SolvedAsset {
  readonly groups: readonly StakeGroup[];
  readonly places: ReadonlyMap<string, number>;
  /** As far as they are derived, by owner; not clipped. */
  readonly stakes: Map<string, Quantity>;
}

/**
 * Derives stakes with all edges at one bound. A stake through others is the formula of its ways; the stakes of those
 * that hold one another in a circle are solved together, and the graph states that they satisfy those formulas.
 */
export class StakeDerivation {
  private readonly holdings: Holdings;
  private readonly about: About;
  private readonly edgeAt: ReadonlyMap<string, { readonly edge: OwnershipEdge; readonly index: number }>;
  private readonly solved = new Map<string, SolvedAsset>();

  constructor(
    private readonly sheet: Derivation,
    edges: readonly OwnershipEdge[],
    private readonly bound: Bound,
  ) {
    this.holdings = holdingsAt(edges, bound);
    this.about = edges.every(isKnown) ? {} : { basis: bound === 'min' ? 'at the least' : 'at the most' };
    this.edgeAt = new Map(edges.map((edge, index) => [keyOf(edge), { edge, index }] as const));
  }

  /** What the owner holds of the asset directly and through others, at most all of it. */
  stake({ owner, asset }: StakeQuery): Quantity {
    const { groups, places, stakes } = this.solve(asset);
    for (const group of groupsBelow(owner, groups, places, this.holdings)) {
      if (!group.owners.some((one) => stakes.has(one))) this.deriveGroup(group, asset, stakes);
    }
    const found = stakes.get(owner);
    const label = `stake of ${owner} in ${asset}`;
    if (found === undefined) return this.assumed(label, Rational.ZERO, 'no walk leads from one to the other');
    const all = this.sheet.assumed(
      'all of it',
      'fraction',
      Rational.ONE,
      'nobody owns more than all of an asset',
    );
    return this.sheet.least(label, 'fraction', [found, all], this.about);
  }

  /** The edge between the two, at the bound. */
  direct(query: StakeQuery): Quantity {
    const found = this.edgeAt.get(keyOf(query));
    const label = `direct share of ${query.owner} in ${query.asset}`;
    if (found === undefined)
      return this.assumed(label, Rational.ZERO, 'no edge between them, no direct share');
    const { edge, index } = found;
    const field = edge.percent === undefined ? this.bound : 'percent';
    const value = shareAt(edge, this.bound);
    if (edge[field] === undefined) return this.assumed(label, value, 'a bound not given: none of it, or all');
    const about = field === 'percent' ? {} : this.about;
    return this.sheet.given(label, 'fraction', value, `edges[${index}].${field}`, about);
  }

  private solve(asset: string): SolvedAsset {
    const known = this.solved.get(asset);
    if (known !== undefined) return known;
    const groups = stakesIn(asset, this.holdings);
    const solved = { groups, places: placesIn(groups), stakes: new Map<string, Quantity>() };
    this.solved.set(asset, solved);
    return solved;
  }

  private deriveGroup(group: StakeGroup, asset: string, stakes: Map<string, Quantity>): void {
    const labelOf = (owner: string) => `stake of ${owner} in ${asset}, direct and through others`;
    const [first] = group.owners;
    if (group.stakes === undefined || first === undefined) {
      const rule = 'walks in a circle add up without bound, so that clipping leaves all of it';
      for (const owner of group.owners) stakes.set(owner, this.assumed(labelOf(owner), Rational.ONE, rule));
      return;
    }
    if (!group.isCycle) {
      stakes.set(first, this.sumOfWays(labelOf(first), first, asset, stakes));
      return;
    }
    const method = 'solved together with those that hold one another in a circle';
    const solved = group.owners.map((owner, index) => {
      const value = group.stakes?.[index];
      invariant(value !== undefined, 'each stake of the circle is solved');
      const stake = this.sheet.solved(labelOf(owner), 'fraction', value, method, this.about);
      stakes.set(owner, stake);
      return [owner, stake] as const;
    });
    for (const [owner, stake] of solved) {
      const ways = this.sumOfWays(`stake of ${owner} in ${asset} by its ways`, owner, asset, stakes);
      const because = `the stake of ${owner} in ${asset} is its direct share and what it holds through others`;
      this.sheet.require(stake, 'equal', ways, because);
    }
  }

  /** The direct share, and each share in another times the stake of that one. */
  private sumOfWays(
    label: string,
    owner: string,
    asset: string,
    stakes: ReadonlyMap<string, Quantity>,
  ): Quantity {
    const held = this.holdings.get(owner);
    const through = [...(held?.keys() ?? [])].flatMap((middle) => {
      const stake = stakes.get(middle);
      if (stake === undefined) return [];
      const share = this.direct({ owner, asset: middle });
      const way = `share of ${owner} in ${asset} through ${middle}`;
      return [this.sheet.multiply(way, 'fraction', [share, stake], this.about)];
    });
    const direct = held?.has(asset) ? [this.direct({ owner, asset })] : [];
    return this.sheet.add(label, 'fraction', [...direct, ...through], this.about);
  }

  private assumed(label: string, value: Rational, rule: string): Quantity {
    return this.sheet.assumed(label, 'fraction', value, rule, this.about);
  }
}

const keyOf = ({ owner, asset }: StakeQuery): string => JSON.stringify([owner, asset]);
