import { maximum, Rational } from '../rational/index.ts';
import { expectOk, invariant } from '../result/index.ts';
import { type Claimant, type PayoffTable, solveWaterfall } from '../waterfall/index.ts';
import { amountsOf, COMMON, type ContractClass, type ContractTerms } from './contract-terms.ts';

/** A claimant that carries (a part of) the payout of its owner: a class, or the common stock. */
interface Part {
  readonly owner: string;
  readonly claimant: Omit<Claimant, 'id'>;
}

/** A split of exit values that holds from `from` up to `to`; without `to` for all above. */
export interface ExitSplit {
  readonly from: Rational;
  readonly to?: Rational;
  readonly table: PayoffTable;
  /** The class or common stock behind each claimant of the table. */
  readonly owners: ReadonlyMap<string, string>;
}

/** The exit as a sale of the company: the waterfall, for all values. The unissued pool is cancelled. */
export function saleOf(terms: ContractTerms): ExitSplit {
  return splitOf([commonOf(terms), ...terms.classes.map((one) => part(one, retained(one)))], Rational.ZERO);
}

/**
 * The exit as an offering: one split for each stretch in which the same classes may refuse to convert. Every other class
 * becomes common stock; a ratchet is paid at least its amount, ahead of everything else.
 */
export function offeringsOf(terms: ContractTerms): readonly ExitSplit[] {
  const ends = terms.classes.flatMap(({ ipo }) => ipo?.conversionVetoBelow ?? []);
  const starts = [Rational.ZERO, ...ends]
    .sort((a, b) => a.compare(b))
    .filter((start, index, all) => index === 0 || !all[index - 1]?.equals(start));
  const top = Math.max(0, ...terms.classes.map(({ seniority }) => seniority)) + 1;
  return starts.map((from, index) => {
    const parts = terms.classes.flatMap((one) => {
      const refuses = (one.ipo?.conversionVetoBelow?.compare(from) ?? -1) > 0;
      return offered(one, refuses, top);
    });
    return splitOf([commonOf(terms), ...parts], from, starts[index + 1]);
  });
}

function splitOf(parts: readonly Part[], from: Rational, to?: Rational): ExitSplit {
  // A class may be two claimants, so these are numbered rather than named.
  const claimants = parts.map(({ claimant }, index) => ({ ...claimant, id: String(index) }));
  return {
    from,
    ...(to === undefined ? {} : { to }),
    // Common stock shares in everything above the preferences, so that the waterfall has an answer.
    table: expectOk(solveWaterfall(claimants)).table,
    owners: new Map(parts.map(({ owner }, index) => [String(index), owner])),
  };
}

const part = ({ id }: ContractClass, claimant: Part['claimant']): Part => ({ owner: id, claimant });

const commonOf = ({ commonShares }: ContractTerms): Part => ({
  owner: COMMON,
  claimant: { seniority: 0, shares: commonShares, preference: Rational.ZERO, kept: Rational.ZERO },
});

/** A class that keeps its preference and participation, and converts where that is better. */
function retained(one: ContractClass): Part['claimant'] {
  const { shares, seniority, participation = 'none' } = one;
  const { preference, cap } = amountsOf(one);
  const claimant = { seniority, shares, preference, kept: Rational.ZERO };
  if (participation === 'full') return claimant;
  return { ...claimant, limit: participation === 'none' ? preference : cap };
}

/** What a class is at an offering. */
function offered(one: ContractClass, refuses: boolean, top: number): readonly Part[] {
  const ratchet = (one.ipo?.ratchetMultiple ?? Rational.ZERO).times(one.invested);
  if (ratchet.sign() === 0) return [part(one, refuses ? retained(one) : converted(one))];
  const floor = { ...converted(one), seniority: top, preference: ratchet, limit: ratchet };
  if (!refuses) return [part(one, floor)];
  // Both rights: the better of what the class keeps and its ratchet, paid first.
  const { preference, cap } = amountsOf(one);
  if (ratchet.compare(preference) <= 0) return [part(one, { ...retained(one), seniority: top })];
  const { participation = 'none', shares } = one;
  if (participation !== 'full') {
    invariant(participation === 'none' || ratchet.compare(cap) >= 0, 'a ratchet below the cap was refused');
    return [part(one, { ...floor, limit: maximum(ratchet, preference) })];
  }
  // max(preference + shares × p, ratchet): the ratchet, and the shares once they earn what it exceeds the preference by.
  const strike = ratchet.minus(preference).dividedBy(shares);
  return [part(one, { ...floor, shares: Rational.ZERO }), part(one, { ...converted(one), strike })];
}

const converted = ({ shares }: ContractClass): Part['claimant'] => ({
  seniority: 0,
  shares,
  preference: Rational.ZERO,
  kept: Rational.ZERO,
});
