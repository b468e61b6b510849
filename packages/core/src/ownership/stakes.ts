import { Rational } from '../rational/index.ts';
import { geometricSum } from './geometric-sum.ts';
import { strongComponents } from './strong-components.ts';

/** Whose stake in what. */
export interface StakeQuery {
  readonly owner: string;
  readonly asset: string;
}

/** What each owner holds directly: owner, asset, share; shares above zero only. */
export type Holdings = ReadonlyMap<string, ReadonlyMap<string, Rational>>;

/** Owners whose stakes in one asset depend on one another, and those stakes; undefined where they have no bound. */
export interface StakeGroup {
  readonly owners: readonly string[];
  /** Whether the owners hold each other, or the one itself, in a circle. */
  readonly isCycle: boolean;
  readonly stakes: readonly Rational[] | undefined;
}

/**
 * The stakes of all owners in one asset, direct and through others: for each owner the sum over all walks to the
 * asset of the product of the shares on the way, which is the least solution of `t = a + A t`.
 * A group comes after all groups it holds. Owners without a walk to the asset are left out. Exact, not clipped.
 */
export function stakesIn(asset: string, holdings: Holdings): readonly StakeGroup[] {
  const leading = ownersLeadingTo(asset, holdings);
  const successors = new Map(
    [...leading].map(
      (owner) => [owner, heldBy(owner, holdings).filter((held) => leading.has(held))] as const,
    ),
  );
  const known = new Map<string, Rational | undefined>();
  return strongComponents(successors).map((owners) => {
    const isInside = new Set(owners);
    const isCycle = owners.some((owner) => successors.get(owner)?.some((held) => isInside.has(held)));
    const outside = owners.map((owner) => {
      const through = (successors.get(owner) ?? []).filter((held) => !isInside.has(held));
      return through.reduce<Rational | undefined>(
        (sum, held) => add(sum, known.get(held)?.times(share(owner, held, holdings))),
        share(owner, asset, holdings),
      );
    });
    const stakes = groupStakes(owners, outside, holdings, isCycle);
    for (const [index, owner] of owners.entries()) known.set(owner, stakes?.[index]);
    return { owners, isCycle, stakes };
  });
}

/** The groups of an owner and of all through whom it holds the asset; in the order of `stakesIn`. */
export function groupsBelow(
  owner: string,
  groups: readonly StakeGroup[],
  placeOf: ReadonlyMap<string, number>,
  holdings: Holdings,
): readonly StakeGroup[] {
  const below = reachable([owner], (one) => heldBy(one, holdings));
  const places = new Set([owner, ...below].flatMap((one) => placeOf.get(one) ?? []));
  return [...places].sort((one, other) => one - other).flatMap((place) => groups[place] ?? []);
}

/** At which place of the groups each owner stands. */
export const placesIn = (groups: readonly StakeGroup[]): ReadonlyMap<string, number> =>
  new Map(groups.flatMap(({ owners }, place) => owners.map((owner) => [owner, place] as const)));

function groupStakes(
  owners: readonly string[],
  outside: readonly (Rational | undefined)[],
  holdings: Holdings,
  isCycle: boolean,
): readonly Rational[] | undefined {
  const bounded = outside.filter((value) => value !== undefined);
  if (bounded.length < outside.length) return undefined;
  if (!isCycle) return bounded;
  return geometricSum(
    owners.map((owner) => owners.map((held) => share(owner, held, holdings))),
    bounded,
  );
}

function ownersLeadingTo(asset: string, holdings: Holdings): ReadonlySet<string> {
  const ownersOf = new Map<string, string[]>();
  for (const [owner, held] of holdings) {
    for (const one of held.keys()) {
      const owners = ownersOf.get(one);
      if (owners === undefined) ownersOf.set(one, [owner]);
      else owners.push(owner);
    }
  }
  return reachable([asset], (one) => ownersOf.get(one) ?? []);
}

/** Every node that some step leads to from the start; the start itself only where steps lead back to it. */
function reachable(start: readonly string[], next: (node: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...start];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const one of next(node)) {
      if (found.has(one)) continue;
      found.add(one);
      waiting.push(one);
    }
  }
  return found;
}

const heldBy = (owner: string, holdings: Holdings): readonly string[] => [
  ...(holdings.get(owner)?.keys() ?? []),
];

const share = (owner: string, asset: string, holdings: Holdings): Rational =>
  holdings.get(owner)?.get(asset) ?? Rational.ZERO;

const add = (one: Rational | undefined, other: Rational | undefined): Rational | undefined =>
  one === undefined || other === undefined ? undefined : one.plus(other);
