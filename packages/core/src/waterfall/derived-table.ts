import type { Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import type { Claim } from './claims.ts';
import type { DerivedExit } from './derived-exit.ts';
import type { PayoffSegment } from './payoff.ts';

/** What holds of a class at any exit. Points are in net proceeds; null where they are never reached. */
export interface ClassTerms {
  readonly preference: Quantity;
  readonly accruedDividend: Quantity;
  readonly accruedDividendPerShare: Quantity;
  readonly preferencePerAsConvertedShare: Quantity;
  readonly convertsAt: Quantity | null;
  readonly capReachedAt: Quantity | null;
  readonly asConvertedShares: Quantity;
}

/** One stretch of net proceeds with one split. */
export interface DerivedSegment {
  readonly from: Quantity;
  readonly weights: ReadonlyMap<string, Quantity>;
}

/** The terms of a class in money, and the points at which its payoff changes its kind. */
export function classTerms(derived: DerivedExit, claim: Claim): ClassTerms {
  const { sheet } = derived;
  const { id, issued, shares, preference, accruedDividend } = claim;
  const per = (label: string, amount: Quantity, count: Quantity): Quantity =>
    amount.value.sign() === 0 || count.value.sign() === 0
      ? derived.noValue
      : sheet.divide(label, 'money per share', amount, count);
  return {
    preference,
    accruedDividend,
    accruedDividendPerShare: per(`accrued dividend on a share of ${id}`, accruedDividend, issued),
    preferencePerAsConvertedShare: per(`preference of ${id} per as-converted share`, preference, shares),
    convertsAt: convertsAt(derived, claim),
    capReachedAt: capReachedAt(derived, claim),
    asConvertedShares: shares,
  };
}

function convertsAt(derived: DerivedExit, claim: Claim): Quantity | null {
  const perShare = derived.convertsAbove(claim);
  if (perShare === undefined) return null;
  return derived.proceedsAt(`net proceeds above which ${claim.id} converts`, perShare);
}

function capReachedAt(derived: DerivedExit, claim: Claim): Quantity | null {
  const { id, limit, preference } = claim;
  if (limit === undefined || limit === preference) return null;
  const from = derived.cappedFrom(claim);
  if (from !== undefined) return derived.proceedsAt(`net proceeds at which ${id} reaches its cap`, from);
  if (limit.value.compare(preference.value) > 0) return null;
  const tier = derived.exit.solved.tiers.find(({ due }) => due.has(id));
  return tier === undefined ? derived.nothing : derived.tier(tier).to;
}

/** Net proceeds above which an option is exercised. */
export function exercisedAt(derived: DerivedExit, { id, strike }: Claim): Quantity {
  invariant(strike !== undefined, `${id} is an option`);
  return derived.proceedsAt(`net proceeds above which ${id} are exercised`, strike);
}

/** The segments of the payoff table, each start and weight by its formula; equal to the solver's. */
export function derivedSegments(derived: DerivedExit): readonly DerivedSegment[] {
  const { claims, solved } = derived.exit;
  const thresholds = new Map(
    claims
      .flatMap((claim) => [claim.strike, derived.cappedFrom(claim), derived.convertsAbove(claim)])
      .flatMap((perShare) =>
        perShare === undefined ? [] : [[perShare.value.toString(), perShare] as const],
      ),
  );
  return solved.table.segments.map((segment) => {
    const { from, weights } = derivedSegment(derived, segment, thresholds);
    invariant(from.value.equals(segment.from), 'a segment starts where the solver says');
    for (const [id, weight] of weights) {
      invariant(segment.weights.get(id)?.equals(weight.value), `${id} has its weight`);
    }
    return { from, weights };
  });
}

function derivedSegment(
  derived: DerivedExit,
  { from }: PayoffSegment,
  thresholds: ReadonlyMap<string, Quantity>,
): DerivedSegment {
  const { sheet, exit, nothing } = derived;
  const { claims, solved } = exit;
  const none = sheet.assumed('no part', 'fraction', Rational.ZERO, 'gets nothing of the next unit');
  const tier = solved.tiers.find((one) => one.from.equals(from));
  if (tier !== undefined) {
    const before = solved.tiers.find(({ to }) => to.equals(from));
    const { total } = derived.tier(tier);
    return {
      from: before === undefined ? nothing : derived.tier(before).to,
      weights: new Map(
        claims.map(({ id }) => [
          id,
          tier.due.has(id)
            ? sheet.divide(`part of ${id} in rank ${tier.seniority}`, 'fraction', derived.due(id), total)
            : none,
        ]),
      ),
    };
  }
  const interval = solved.intervals.find((one) => one.from.equals(from) && one.sharing.sign() > 0);
  invariant(interval !== undefined, 'a segment is a rank or an interval');
  const { sharing } = derived.lines(interval);
  const perShare = thresholds.get(interval.fromPerShare.toString());
  return {
    from:
      from.equals(solved.preferences) || perShare === undefined
        ? derived.preferences
        : derived.proceedsAt('net proceeds at which the split changes', perShare),
    weights: new Map(
      claims.map(({ id, shares }) => [
        id,
        interval.pieces.get(id)?.sharing
          ? sheet.divide(`part of ${id} in the next unit`, 'fraction', shares, sharing)
          : none,
      ]),
    ),
  };
}
