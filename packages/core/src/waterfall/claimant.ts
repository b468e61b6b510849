import { minimum, Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';

/**
 * One who shares in an exit, reduced to what decides its payout. Common stock has neither preference nor limit; a
 * non-participating preference is its own limit; full participation has no limit; a SAFE is non-participating.
 */
export interface Claimant {
  readonly id: string;
  /** Rank of the preference; a higher number is paid first. */
  readonly seniority: number;
  /** Common shares it holds or may become; zero for plain debt. */
  readonly shares: Rational;
  /** What it takes ahead of common stock. */
  readonly preference: Rational;
  /** What of the preference is still paid after conversion: dividends that are not forfeited. Within the limit. */
  readonly kept: Rational;
  /** The most it gets while it keeps its preference; without it there is no such limit. */
  readonly limit?: Rational;
  /** Of an option or warrant, and only of it. */
  readonly strike?: Rational;
}

/** How a claimant stands at a value per common share. */
export type Standing =
  | 'common'
  | 'preference'
  | 'participating'
  | 'capped'
  | 'converted'
  | 'unexercised'
  | 'exercised';

/** From `from` on, a claimant gets `fixed`, and its shares' worth too where it is `sharing`. */
export interface Piece {
  /** Value per common share. */
  readonly from: Rational;
  readonly fixed: Rational;
  readonly sharing: boolean;
  readonly standing: Standing;
}

/**
 * A claimant's payout as a function of the value p per common share, ascending from 0; continuous and never falling:
 * max(min(preference + shares × p, limit), kept + shares × p), or shares × max(p − strike, 0). That each takes its
 * better choice at every p is what makes the choices of all one equilibrium.
 */
export function piecesOf({ shares, preference, kept, limit, strike }: Claimant): readonly Piece[] {
  const zero = Rational.ZERO;
  if (strike !== undefined) {
    const exercised: Piece = {
      from: strike,
      fixed: shares.times(strike).negated(),
      sharing: true,
      standing: 'exercised',
    };
    return strike.sign() === 0
      ? [exercised]
      : [{ from: zero, fixed: zero, sharing: false, standing: 'unexercised' }, exercised];
  }
  if (limit === undefined) {
    const standing = preference.sign() === 0 ? 'common' : 'participating';
    return [{ from: zero, fixed: preference, sharing: shares.sign() > 0, standing }];
  }
  invariant(kept.compare(limit) <= 0, 'what is kept on conversion is within the limit');
  const pieces: Piece[] = [];
  const participates = limit.compare(preference) > 0 && shares.sign() > 0;
  if (participates) pieces.push({ from: zero, fixed: preference, sharing: true, standing: 'participating' });
  const limited: Piece = {
    from: participates ? limit.minus(preference).dividedBy(shares) : zero,
    fixed: shares.sign() > 0 ? limit : minimum(limit, preference),
    sharing: false,
    standing: limit.equals(preference) ? 'preference' : 'capped',
  };
  const converts = convertsAbove({ shares, kept, limit });
  if (converts === undefined || limited.from.compare(converts) < 0) pieces.push(limited);
  if (converts !== undefined) {
    pieces.push({ from: converts, fixed: kept, sharing: true, standing: 'converted' });
  }
  return pieces;
}

/** The value per common share above which conversion is strictly better; undefined when it never is. */
export function convertsAbove({
  shares,
  kept,
  limit,
}: Pick<Claimant, 'shares' | 'kept' | 'limit'>): Rational | undefined {
  if (limit === undefined || shares.sign() === 0) return undefined;
  return limit.minus(kept).dividedBy(shares);
}
