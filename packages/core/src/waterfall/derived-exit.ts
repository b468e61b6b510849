import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import type { Standing } from './claimant.ts';
import type { Claim } from './claims.ts';
import type { Exit } from './payoff-of.ts';
import { type Interval, intervalAt, type Tier } from './solve.ts';

/** What an interval adds up to, for formulas over it. */
interface Lines {
  /** Preferences, caps and kept dividends that are paid whatever a share is worth. */
  readonly fixed: Quantity;
  /** Strikes of the exercised options. */
  readonly strikes: Quantity;
  /** Common shares that share in the rest. */
  readonly sharing: Quantity;
}

/**
 * A solved exit with the formulas behind it. What the solver found by sorting is stated here as the formula that holds
 * in each stretch, over the claims, for the same sheet; every figure is seen to equal the solver's.
 */
export class DerivedExit {
  /** What those get who have no claim here. */
  readonly nothing: Quantity;
  /** Of a common share before all preferences are paid. */
  readonly noValue: Quantity;
  private readonly byInterval = new Map<Interval, Lines>();
  private readonly byTier = new Map<Tier, { readonly total: Quantity; readonly to: Quantity }>();
  private readonly dues: ReadonlyMap<string, Quantity>;

  constructor(
    readonly sheet: Derivation,
    readonly exit: Exit,
  ) {
    this.nothing = sheet.assumed('nothing', 'money', Rational.ZERO, 'no such right');
    this.noValue = sheet.assumed('value of nothing', 'money per share', Rational.ZERO, 'nothing to divide');
    this.dues = new Map(exit.claims.map((claim) => [claim.id, this.dueTo(claim)]));
    let before: Quantity | undefined;
    for (const tier of exit.solved.tiers) {
      const dues = [...tier.due.keys()].map((id) => this.due(id));
      const total = sheet.add(`preferences of rank ${tier.seniority}`, 'money', dues);
      const to =
        before === undefined
          ? total
          : sheet.add(`preferences down to rank ${tier.seniority}`, 'money', [before, total]);
      this.byTier.set(tier, { total, to });
      before = to;
    }
  }

  /** What a claimant is due ahead of common stock: its preference, less where a cap is below it. */
  due(id: string): Quantity {
    const due = this.dues.get(id);
    invariant(due !== undefined, `${id} is a claimant`);
    return due;
  }

  /** All preferences of a rank, and all down to it. */
  tier(tier: Tier): { readonly total: Quantity; readonly to: Quantity } {
    const sums = this.byTier.get(tier);
    invariant(sums !== undefined, 'the rank is of this exit');
    return sums;
  }

  /** All preferences together. */
  get preferences(): Quantity {
    const last = this.exit.solved.tiers.at(-1);
    return last === undefined ? this.nothing : this.tier(last).to;
  }

  /** The sums over an interval, by which value per share and net proceeds follow from each other. */
  lines(interval: Interval): Lines {
    const known = this.byInterval.get(interval);
    if (known !== undefined) return known;
    const fixed: Quantity[] = [];
    const strikes: Quantity[] = [];
    const sharing: Quantity[] = [];
    for (const claim of this.exit.claims) {
      const piece = interval.pieces.get(claim.id);
      invariant(piece !== undefined, `${claim.id} has a piece in every interval`);
      if (piece.sharing) sharing.push(claim.shares);
      if (piece.standing === 'exercised') {
        strikes.push(this.exercisePrice(claim));
      } else if (piece.fixed.sign() !== 0) fixed.push(this.fixedPart(claim, piece.standing));
    }
    const lines: Lines = {
      fixed: this.sheet.total('paid before common shares', 'money', fixed),
      strikes: this.sheet.total('strikes paid', 'money', strikes),
      sharing: this.sheet.total('common shares that share', 'shares', sharing),
    };
    invariant(lines.sharing.value.equals(interval.sharing), 'the shares that share are those of the solver');
    this.byInterval.set(interval, lines);
    return lines;
  }

  /** The part of a payout that does not depend on the value of a share; of those that have one. */
  private fixedPart({ id, kept, limit, shares }: Claim, standing: Standing): Quantity {
    if (standing === 'converted') return kept;
    return standing === 'capped' && limit !== undefined && shares.value.sign() > 0 ? limit : this.due(id);
  }

  /** Net proceeds at which a common share is worth `perShare`: what all claimants take there. */
  proceedsAt(label: string, perShare: Quantity): Quantity {
    const { intervals } = this.exit.solved;
    const interval = intervals.findLast(({ fromPerShare }) => fromPerShare.compare(perShare.value) <= 0);
    invariant(interval !== undefined, 'a value per share is at least zero');
    const { fixed, strikes, sharing } = this.lines(interval);
    const shared = this.sheet.multiply('value of the common shares', 'money', [sharing, perShare]);
    const taken = this.sheet.add(label, 'money', [fixed, shared]);
    return strikes.value.sign() === 0 ? taken : this.sheet.subtract(label, 'money', taken, strikes);
  }

  /** The value of a common share at net proceeds above all preferences, and the interval it lies in. */
  perShareAt(
    netProceeds: Quantity,
  ): { readonly perShare: Quantity; readonly interval: Interval } | undefined {
    const interval = intervalAt(this.exit.solved, netProceeds.value);
    if (interval === undefined) return undefined;
    const { fixed, strikes, sharing } = this.lines(interval);
    const { sheet } = this;
    const pool =
      strikes.value.sign() === 0
        ? netProceeds
        : sheet.add('net proceeds and strikes', 'money', [netProceeds, strikes]);
    const rest = sheet.subtract('left for common shares', 'money', pool, fixed);
    return { perShare: sheet.divide('value per common share', 'money per share', rest, sharing), interval };
  }

  /** The value per common share above which a claimant converts; undefined when it never does. */
  convertsAbove(claim: Claim): Quantity | undefined {
    const { limit, kept, shares, id } = claim;
    if (limit === undefined || shares.value.sign() === 0) return undefined;
    return this.perShareFor(`value per share above which ${id} converts`, limit, kept, shares);
  }

  /** The value per common share at which participation reaches its cap; undefined where it starts at or above it. */
  cappedFrom({ limit, preference, shares, id }: Claim): Quantity | undefined {
    if (limit === undefined || shares.value.sign() === 0) return undefined;
    if (limit.value.compare(preference.value) <= 0) return undefined;
    return this.perShareFor(`value per share at which ${id} reaches its cap`, limit, preference, shares);
  }

  private perShareFor(label: string, whole: Quantity, part: Quantity, shares: Quantity): Quantity {
    const gap = part.value.sign() === 0 ? whole : this.sheet.subtract('gap', 'money', whole, part);
    return this.sheet.divide(label, 'money per share', gap, shares);
  }

  private exercisePrice({ id, shares, strike }: Claim): Quantity {
    return this.sheet.multiply(`strikes of all ${id}`, 'money', [shares, strike ?? this.nothing]);
  }

  private dueTo({ id, preference, limit }: Claim): Quantity {
    return limit !== undefined && limit.value.compare(preference.value) < 0
      ? this.sheet.least(`due to ${id} within its cap`, 'money', [preference, limit])
      : preference;
  }
}
