import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type { ExitClass, PayoffTable } from '../waterfall/index.ts';
import { proceedsFor } from './certain-proceeds.ts';
import { kinkedPayoffOf } from './expected-payoff.ts';
import { exactlyOf, isWithinFloating } from './floating.ts';
import type { Market } from './market.ts';
import { solveMean } from './solve-mean.ts';

/** The class whose price is known. */
export interface BacksolveTarget {
  readonly class: string;
  /** More than zero. */
  readonly pricePerShare: Rational;
}

/** Fails: UNKNOWN_CLASS (backsolve.class), NO_SOLUTION (backsolve.class: it has no shares). */
export function checkTarget(target: BacksolveTarget, classes: readonly ExitClass[]): Result<ExitClass> {
  const found = classes.find(({ id }) => id === target.class);
  if (found === undefined)
    return fail('UNKNOWN_CLASS', 'backsolve.class', `there is no class "${target.class}"`);
  if (found.shares.sign() === 0) return fail('NO_SOLUTION', 'backsolve.class', 'the class has no shares');
  return ok(found);
}

/** Below this the price says little about the equity: its last place becomes the answer's sixth. */
const LEAST_ELASTICITY = 1e-9;
/** Below this twelve digits of the price no longer give twelve of the answer. */
const FIRM_ELASTICITY = 1e-3;

/**
 * The equity value at which a class is worth its price. Fails: NO_SOLUTION at backsolve.price_per_share, where no
 * equity value makes the class worth as much, or more than one does: its payoff, or nearly so its value, is flat there.
 */
export function backsolvedEquity(
  sheet: Derivation,
  market: Market,
  target: BacksolveTarget,
  shares: Rational,
  table: PayoffTable,
): Result<Quantity> {
  const path = 'backsolve.price_per_share';
  const { assetFactor, moneyFactor, deviation, growthExponent } = market;
  /** What the class has to be paid at the exit, on average. */
  const payout = target.pricePerShare.times(shares).dividedBy(moneyFactor.value);
  const method = `${target.class} is worth its price`;
  const none = {
    too_high: 'no equity value makes the class worth its price',
    flat: 'more than one equity value gives this price',
  };
  if (!isWithinFloating(payout)) return fail('OUT_OF_RANGE', path, 'too large or too small for an estimate');
  if (deviation === 0) {
    const proceeds = proceedsFor(table, target.class, payout);
    if (typeof proceeds === 'string') return fail('NO_SOLUTION', path, none[proceeds]);
    const equity = proceeds.times(moneyFactor.value).dividedBy(assetFactor.value);
    const { accuracy = moneyFactor.accuracy } = assetFactor;
    return ok(
      sheet.solved('equity value', 'money', equity, method, accuracy === undefined ? {} : { accuracy }),
    );
  }
  const payoff = kinkedPayoffOf(table, target.class);
  const solved = solveMean(payoff, deviation, payout.toApproximateNumber());
  if (typeof solved === 'string') return fail('NO_SOLUTION', path, none[solved]);
  const equity = Math.exp(solved.logMean - growthExponent.toApproximateNumber());
  if (!(solved.elasticity >= LEAST_ELASTICITY) || !Number.isFinite(equity))
    return fail('NO_SOLUTION', path, none.flat);
  const accuracy = solved.elasticity >= FIRM_ELASTICITY ? '1e-12 relative' : '1e-6 relative';
  return ok(sheet.solved('equity value', 'money', exactlyOf(equity), method, { accuracy }));
}

/** States that the class is worth its price at the answer, to a trillionth of the equity value. */
export function proveTarget(
  sheet: Derivation,
  equity: Quantity,
  target: BacksolveTarget,
  perShare: Quantity,
  shares: Quantity,
): void {
  const price = sheet.given(
    `price of ${target.class}`,
    'money per share',
    target.pricePerShare,
    'backsolve.price_per_share',
  );
  const allowed = sheet.multiply('a trillionth of the equity value, per share', 'money per share', [
    sheet.divide('equity value per share of the class', 'money per share', equity, shares),
    sheet.assumed('a trillionth', 'count', Rational.of(1n, 10n ** 12n), 'what the method leaves open'),
  ]);
  const because = `at this equity value ${target.class} is worth its price`;
  const least = sheet.subtract('price, at least', 'money per share', price, allowed);
  const most = sheet.add('price, at most', 'money per share', [price, allowed]);
  sheet.require(perShare, 'at_least', least, because);
  sheet.require(perShare, 'at_most', most, because);
}
