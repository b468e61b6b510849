import { Rational, sum } from '../rational/index.ts';
import { fail, invariant, ok, type Result } from '../result/index.ts';
import { type Claimant, type Piece, piecesOf, type Standing } from './claimant.ts';
import type { PayoffSegment, PayoffTable } from './payoff.ts';

/** Preferences of one rank, paid between two points of net proceeds and shared by preference amount. */
export interface Tier {
  readonly seniority: number;
  readonly from: Rational;
  readonly to: Rational;
  /** What each claimant of the rank is due; all more than zero. */
  readonly due: ReadonlyMap<string, Rational>;
}

/**
 * A stretch of values per common share in which nobody's standing changes. In an interval without `sharing` net
 * proceeds stand still while the value jumps to the next.
 */
export interface Interval {
  readonly fromPerShare: Rational;
  /** Net proceeds at its start. */
  readonly from: Rational;
  /** Common shares that share in each further unit. */
  readonly sharing: Rational;
  /** The piece that holds for each claimant, by id. */
  readonly pieces: ReadonlyMap<string, Piece>;
}

/** The exit of a company for every amount of net proceeds at once. */
export interface SolvedWaterfall {
  readonly claimants: readonly Claimant[];
  readonly tiers: readonly Tier[];
  /** Net proceeds that pay all preferences. */
  readonly preferences: Rational;
  readonly intervals: readonly Interval[];
  readonly table: PayoffTable;
}

/**
 * Solves a waterfall for all net proceeds at once.
 *
 * Up to the sum of all preferences a common share is worth nothing, nobody gains by converting, and the ranks are paid
 * one after the other. Above it, let p be the value per common share. What each claimant takes at p depends on its own
 * terms alone (`piecesOf`), so net proceeds are a sum X(p) of known functions, which never falls. Sorting the few p at
 * which somebody's standing changes therefore gives every segment, and the joint equilibrium of all choices, without
 * iteration: were a claimant to choose otherwise, p would move, and it would get no more than now.
 *
 * Shapes: payouts and weights hold every claimant, in the given order. Exact.
 * Fails: NO_SOLUTION at `classes` where nobody is entitled to what is left above all preferences and caps.
 * Source: docs/reference/calculators.md, waterfall; worked examples in cases/waterfall.json.
 */
export function solveWaterfall(claimants: readonly Claimant[]): Result<SolvedWaterfall> {
  const rows = claimants.map((claimant) => ({ claimant, pieces: piecesOf(claimant) }));
  const tiers = tiersOf(rows);
  const preferences = tiers.at(-1)?.to ?? Rational.ZERO;
  const intervals = intervalsOf(rows, preferences);
  if (intervals.at(-1)?.sharing.sign() !== 1) {
    return fail('NO_SOLUTION', 'classes', 'nobody is entitled to what is left above the preferences', {
      expected: 'common stock, or a class that participates without a cap or can convert',
    });
  }
  const table = tableOf(claimants, tiers, intervals);
  return ok({ claimants, tiers, preferences, intervals, table });
}

interface Row {
  readonly claimant: Claimant;
  readonly pieces: readonly Piece[];
}

/** What a claimant is due before a common share is worth anything. */
const dueOf = ({ pieces }: Row): Rational => pieces[0]?.fixed ?? Rational.ZERO;

function tiersOf(rows: readonly Row[]): readonly Tier[] {
  const dues = rows.map((row) => ({ ...row.claimant, due: dueOf(row) })).filter(({ due }) => due.sign() > 0);
  const ranks = [...new Set(dues.map(({ seniority }) => seniority))].sort((a, b) => b - a);
  let from = Rational.ZERO;
  return ranks.map((seniority) => {
    const due = new Map(dues.filter((one) => one.seniority === seniority).map((one) => [one.id, one.due]));
    const to = from.plus(sum(due.values()));
    const tier = { seniority, from, to, due };
    from = to;
    return tier;
  });
}

function intervalsOf(rows: readonly Row[], preferences: Rational): readonly Interval[] {
  const starts = rows
    .flatMap(({ claimant: { id, shares }, pieces }) =>
      pieces.map((piece, index) => ({ id, shares, piece, before: pieces[index - 1] })),
    )
    .sort((a, b) => a.piece.from.compare(b.piece.from));
  const intervals: Interval[] = [];
  const pieces = new Map<string, Piece>();
  let [fromPerShare, from, sharing] = [Rational.ZERO, preferences, Rational.ZERO];
  for (const [index, { id, shares, piece, before }] of starts.entries()) {
    if (piece.sharing && before?.sharing !== true) sharing = sharing.plus(shares);
    if (!piece.sharing && before?.sharing === true) sharing = sharing.minus(shares);
    pieces.set(id, piece);
    const toPerShare = starts[index + 1]?.piece.from;
    if (toPerShare?.equals(fromPerShare)) continue;
    const ordered = new Map(rows.map(({ claimant }) => [claimant.id, pieces.get(claimant.id) as Piece]));
    intervals.push({ fromPerShare, from, sharing, pieces: ordered });
    if (toPerShare === undefined) break;
    from = from.plus(sharing.times(toPerShare.minus(fromPerShare)));
    fromPerShare = toPerShare;
  }
  return intervals;
}

/** What a piece pays its claimant at a value per common share. */
const paidAt = ({ fixed, sharing }: Piece, shares: Rational, perShare: Rational): Rational =>
  sharing ? fixed.plus(shares.times(perShare)) : fixed;

function tableOf(
  claimants: readonly Claimant[],
  tiers: readonly Tier[],
  intervals: readonly Interval[],
): PayoffTable {
  const segments: PayoffSegment[] = [];
  const put = (
    from: Rational,
    weightOf: (claimant: Claimant) => Rational,
    paidOf: (claimant: Claimant) => Rational,
  ): void => {
    const weights = new Map(claimants.map((claimant) => [claimant.id, weightOf(claimant)]));
    const last = segments.at(-1)?.weights;
    if (last !== undefined && [...weights].every(([id, weight]) => last.get(id)?.equals(weight))) return;
    segments.push({ from, weights, payouts: new Map(claimants.map((one) => [one.id, paidOf(one)])) });
  };
  const zero = Rational.ZERO;
  const paid = new Map<string, Rational>();
  for (const { from, to, due } of tiers) {
    const width = to.minus(from);
    put(
      from,
      ({ id }) => due.get(id)?.dividedBy(width) ?? zero,
      ({ id }) => paid.get(id) ?? zero,
    );
    for (const [id, amount] of due) paid.set(id, amount);
  }
  for (const { from, fromPerShare, sharing, pieces } of intervals) {
    if (sharing.sign() === 0) continue;
    const each = Rational.ONE.dividedBy(sharing);
    put(
      from,
      ({ id, shares }) => (pieces.get(id)?.sharing ? shares.times(each) : zero),
      ({ id, shares }) => paidAt(pieces.get(id) as Piece, shares, fromPerShare),
    );
  }
  for (const { from, payouts } of segments) invariant(sum(payouts.values()).equals(from), 'payouts sum up');
  return { segments };
}

/** The interval that holds these net proceeds, at its end rather than at the next one's start; none up to the preferences. */
export function intervalAt(
  { intervals, preferences }: SolvedWaterfall,
  netProceeds: Rational,
): Interval | undefined {
  if (netProceeds.compare(preferences) <= 0) return undefined;
  return intervals.findLast(({ from, sharing }) => sharing.sign() > 0 && from.compare(netProceeds) < 0);
}

/**
 * How a claimant stands at these net proceeds: it converts only where that is strictly better, so at a point where both
 * are worth the same it keeps its preference; an option is exercised only where a share is worth more than its strike.
 */
export function standingAt(solved: SolvedWaterfall, claimant: Claimant, netProceeds: Rational): Standing {
  const piece = intervalAt(solved, netProceeds)?.pieces.get(claimant.id);
  if (piece !== undefined) return piece.standing;
  const { strike, limit, preference } = claimant;
  if (strike !== undefined) return 'unexercised';
  if (limit === undefined) return preference.sign() === 0 ? 'common' : 'participating';
  return 'preference';
}
