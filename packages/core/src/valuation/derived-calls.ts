import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { callOnPresentValues } from './black-scholes.ts';
import { exactlyOf } from './floating.ts';
import type { Market } from './market.ts';

/** A call on the equity struck at a breakpoint. */
export interface DerivedCall {
  readonly strike: Quantity;
  readonly value: Quantity;
  /** `Infinity` or `-Infinity`, as texts, where nothing is uncertain. */
  readonly d1: Quantity | string;
  readonly d2: Quantity | string;
  readonly nD1: Quantity;
  readonly nD2: Quantity;
}

const ACCURACY = '1e-12 relative';

/**
 * The calls struck at each breakpoint, and the equity itself less its dividends: the call struck at zero. Their values
 * enter the derivation as solved; where nothing is uncertain they are derived as the discounted excess.
 */
export function derivedCalls(
  sheet: Derivation,
  market: Market,
  equity: Quantity,
  strikes: readonly Quantity[],
): { readonly asset: Quantity; readonly calls: readonly DerivedCall[] } {
  const asset = times(sheet, 'equity value less dividends', equity, market.assetFactor);
  const nothing = sheet.assumed('nothing', 'money', Rational.ZERO, 'a call is a right and no duty');
  const calls = strikes.map((strike, index): DerivedCall => {
    const name = `call at breakpoint ${index + 1}`;
    const owed = times(sheet, `present value of breakpoint ${index + 1}`, strike, market.moneyFactor);
    const { deviation } = market;
    const { value, d1, d2, nD1, nD2 } = callOnPresentValues(
      asset.value.toApproximateNumber(),
      owed.value.toApproximateNumber(),
      deviation,
    );
    const figure = (label: string, unit: string, number: number, method: string): Quantity =>
      sheet.solved(
        `${label} of the ${name}`,
        unit,
        exactlyOf(number),
        method,
        deviation === 0 ? {} : { accuracy: ACCURACY },
      );
    const distance = (label: string, number: number): Quantity | string =>
      Number.isFinite(number)
        ? figure(label, 'standard deviations', number, 'ln(equity ÷ breakpoint), both at present value')
        : String(number);
    const chance = (label: string, number: number): Quantity =>
      figure(label, 'fraction', number, 'the normal distribution');
    return {
      strike,
      value:
        deviation === 0
          ? sheet.greatest(name, 'money', [
              sheet.subtract(`excess over breakpoint ${index + 1}`, 'money', asset, owed),
              nothing,
            ])
          : figure('value', 'money', value, 'Black-Scholes-Merton'),
      d1: distance('d1', d1),
      d2: distance('d2', d2),
      nD1: chance('N(d1)', nD1),
      nD2: chance('N(d2)', nD2),
    };
  });
  return { asset, calls };
}

function times(sheet: Derivation, label: string, amount: Quantity, factor: Quantity): Quantity {
  return factor.value.equals(Rational.ONE) ? amount : sheet.multiply(label, 'money', [amount, factor]);
}
