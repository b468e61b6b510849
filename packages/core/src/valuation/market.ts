import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import { exactlyOf, isWithinFloating } from './floating.ts';

/** How equity moves until the exit; rates are continuous, a year's, and volatility and years at least zero. */
export interface MarketTerms {
  readonly volatility: Rational;
  /** To the exit. */
  readonly years: Rational;
  readonly rate: Rational;
  /** Default 0. */
  readonly dividendYield?: Rational;
}

/** What the terms come to over the whole time. */
export interface Market {
  /** Standard deviation of the logarithm of equity at the exit: volatility × the root of the years. */
  readonly deviation: number;
  /** Equity at the exit, expected, as a multiple of its value now: e to (rate − yield) × years; its exponent. */
  readonly growthExponent: Rational;
  /** e^(−yield × years): what is left of the asset. */
  readonly assetFactor: Quantity;
  /** e^(−rate × years): what money at the exit is worth now. */
  readonly moneyFactor: Quantity;
}

/** e to more than this is not worth estimating with: it is beyond 10^±130. */
const LARGEST_EXPONENT = Rational.of(300);

/** Fails: OUT_OF_RANGE (volatility, years, rate, dividend_yield: beyond what a floating number can carry). */
export function marketOf(sheet: Derivation, terms: MarketTerms): Result<Market> {
  const { volatility, years, rate, dividendYield = Rational.ZERO } = terms;
  const tooLarge = (field: string): Result<never> =>
    fail('OUT_OF_RANGE', field, 'too large or too small for an estimate');
  const variance = volatility.times(volatility).times(years);
  if (!isWithinFloating(volatility) || !isWithinFloating(variance)) return tooLarge('volatility');
  if (!isWithinFloating(years)) return tooLarge('years');
  const discount = rate.times(years);
  const leak = dividendYield.times(years);
  if (discount.absolute().compare(LARGEST_EXPONENT) > 0) return tooLarge('rate');
  if (leak.absolute().compare(LARGEST_EXPONENT) > 0) return tooLarge('dividend_yield');
  return ok({
    deviation: Math.sqrt(variance.toApproximateNumber()),
    growthExponent: discount.minus(leak),
    assetFactor: factorOf(sheet, 'left of equity after dividends', leak, 'dividend yield'),
    moneyFactor: factorOf(sheet, 'present value of money at the exit', discount, 'rate'),
  });
}

function factorOf(sheet: Derivation, label: string, exponent: Rational, of: string): Quantity {
  if (exponent.sign() === 0)
    return sheet.assumed(label, 'fraction', Rational.ONE, `the ${of} or the time is zero`);
  const factor = exactlyOf(Math.exp(-exponent.toApproximateNumber()));
  return sheet.solved(label, 'fraction', factor, `e to the power of −${of} × years`, {
    accuracy: '1e-15 relative',
  });
}
