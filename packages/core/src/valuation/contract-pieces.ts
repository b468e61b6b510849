import { maximum, Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import { type ExitSplit, offeringsOf, saleOf } from './contract-exit.ts';
import type { ContractTerms, IpoProbability } from './contract-terms.ts';
import { type ExitDensity, exponentialMass, exponentialMoment } from './exit-density.ts';

/** A payout that is straight on a stretch of exit values: what it is at the stretch's start, and its slope. */
interface Straight {
  readonly start: number;
  readonly slope: number;
}

/** A stretch of exit values on which the payouts are straight and the chance of an offering is straight in the logarithm. */
export interface ContractPiece {
  /** Exit values; the first starts at zero, the last has no end. */
  readonly from: number;
  readonly to: number;
  /** Chance of an offering at the start, and its slope by ln(exit value). */
  readonly chance: number;
  readonly chanceSlope: number;
  /** By class and common stock. */
  readonly sale: ReadonlyMap<string, Straight>;
  readonly offering: ReadonlyMap<string, Straight>;
}

/** The payouts of checked terms, cut at every kink of both exits, every veto, and every point of the chance. */
export function contractPieces(terms: ContractTerms): readonly ContractPiece[] {
  const sale = saleOf(terms);
  const offerings = offeringsOf(terms);
  const { points } = terms.ipoProbability;
  const cuts = [
    ...sale.table.segments.map(({ from }) => from),
    ...offerings.flatMap(({ from, to, table }) => [
      from,
      ...table.segments
        .map((segment) => segment.from)
        .filter((kink) => kink.compare(from) > 0 && (to === undefined || kink.compare(to) < 0)),
    ]),
    ...points.map(({ value }) => value),
  ]
    .sort((a, b) => a.compare(b))
    .filter((cut, index, all) => index === 0 || !all[index - 1]?.equals(cut));
  return cuts.map((from, index) => {
    const offering = offerings.findLast((one) => one.from.compare(from) <= 0);
    invariant(offering !== undefined, 'the first offering starts at zero');
    return {
      from: from.toApproximateNumber(),
      to: cuts[index + 1]?.toApproximateNumber() ?? Number.POSITIVE_INFINITY,
      ...chanceFrom(terms.ipoProbability, from),
      sale: straightsAt(sale, from),
      offering: straightsAt(offering, from),
    };
  });
}

function straightsAt({ table, owners }: ExitSplit, from: Rational): ReadonlyMap<string, Straight> {
  const segment = table.segments.findLast((one) => one.from.compare(from) <= 0);
  invariant(segment !== undefined, 'the first segment starts at zero');
  const further = from.minus(segment.from);
  const exact = new Map<string, { readonly start: Rational; readonly slope: Rational }>();
  for (const [claimant, owner] of owners) {
    const slope = segment.weights.get(claimant) ?? Rational.ZERO;
    const start = (segment.payouts.get(claimant) ?? Rational.ZERO).plus(slope.times(further));
    const before = exact.get(owner) ?? { start: Rational.ZERO, slope: Rational.ZERO };
    exact.set(owner, { start: before.start.plus(start), slope: before.slope.plus(slope) });
  }
  return new Map(
    [...exact].map(([owner, { start, slope }]) => [
      owner,
      { start: start.toApproximateNumber(), slope: slope.toApproximateNumber() },
    ]),
  );
}

/** The chance of an offering from an exit value on, up to the next point. */
function chanceFrom(
  { below, above, points }: IpoProbability,
  from: Rational,
): { readonly chance: number; readonly chanceSlope: number } {
  const index = points.findLastIndex(({ value }) => value.compare(from) <= 0);
  const [last, next] = [points[index], points[index + 1]];
  if (last === undefined) return { chance: below.toApproximateNumber(), chanceSlope: 0 };
  if (next === undefined) return { chance: above.toApproximateNumber(), chanceSlope: 0 };
  const rise = next.probability.minus(last.probability).toApproximateNumber();
  const chanceSlope = rise / Math.log(next.value.dividedBy(last.value).toApproximateNumber());
  const into = Math.log(maximum(from.dividedBy(last.value), Rational.ONE).toApproximateNumber());
  return { chance: last.probability.toApproximateNumber() + chanceSlope * into, chanceSlope };
}

/**
 * What a class or the common stock is worth when the company is worth `value`: the payouts of both exits, weighted by
 * their chances, over the discounted density of the exit value. On each piece this is a sum of integrals of e^(κ y)
 * and y e^(κ y), in closed form; the last places are all that is lost.
 */
export function contractWorth(
  pieces: readonly ContractPiece[],
  density: ExitDensity,
  owner: string,
  value: number,
): number {
  const logValue = Math.log(value);
  let worth = 0;
  for (const piece of pieces) {
    const { sale, offering, chance, chanceSlope } = piece;
    const start = Math.log(piece.from) - logValue;
    const end = Math.log(piece.to) - logValue;
    const [sold, offered] = [sale.get(owner), offering.get(owner)];
    invariant(sold !== undefined && offered !== undefined, `${owner} has its payouts`);
    // Each payout as constant + part × exit value; the two are mixed by the chance.
    const [soldConstant, offeredConstant] = [sold, offered].map(
      (one) => one.start - one.slope * piece.from,
    ) as [number, number];
    const more = { money: offeredConstant - soldConstant, company: value * (offered.slope - sold.slope) };
    const flat = {
      money: soldConstant + chance * more.money,
      company: value * sold.slope + chance * more.company,
    };
    for (const side of ['below', 'above'] as const) {
      const from = side === 'below' ? start : Math.max(start, 0);
      const to = side === 'below' ? Math.min(end, 0) : end;
      if (!(from < to)) continue;
      for (const measure of ['money', 'company'] as const) {
        const kappa = density[side][measure];
        if (flat[measure] !== 0) worth += flat[measure] * exponentialMass(kappa, from, to);
        const slope = chanceSlope * more[measure];
        if (slope === 0) continue;
        // The chance rises from the start of the piece, which may lie before this side of it.
        const offset = from - start;
        const moment = exponentialMoment(kappa, from, to);
        worth += slope * (moment + (offset === 0 ? 0 : offset * exponentialMass(kappa, from, to)));
      }
    }
  }
  return density.weight * worth;
}
