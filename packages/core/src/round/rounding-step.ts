import type { Derivation, Quantity } from '../formula/index.ts';
import type { RoundingMode } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type { RoundRounding } from './types.ts';

/**
 * The named last step of a round: prices to so many decimals, then whole shares, always from the exact solution and
 * never back into it. A policy that feeds rounded shares back into the price has many answers that agree with
 * themselves; this one has exactly one.
 */
export class RoundingStep {
  private readonly prices:
    | { readonly decimals: number; readonly conversionDecimals: number; readonly mode: RoundingMode }
    | undefined;

  constructor(
    private readonly sheet: Derivation,
    private readonly policy: RoundRounding = { mode: 'none' },
  ) {
    const {
      mode,
      priceDecimals = 0,
      conversionPriceDecimals = priceDecimals,
      priceMode = 'half_up',
    } = policy;
    this.prices =
      mode === 'none'
        ? undefined
        : { decimals: priceDecimals, conversionDecimals: conversionPriceDecimals, mode: priceMode };
  }

  get rounds(): boolean {
    return this.prices !== undefined;
  }

  /** The price of the round. Fails: NO_SOLUTION where it rounds to zero. */
  price(label: string, exact: Quantity): Result<Quantity> {
    return this.priceTo(label, exact, this.prices?.decimals ?? 0, 'rounding.price_decimals');
  }

  /** A conversion price other than the price of the round. Fails: NO_SOLUTION where it rounds to zero. */
  conversionPrice(label: string, exact: Quantity): Result<Quantity> {
    const field =
      this.policy.conversionPriceDecimals === undefined ? 'price_decimals' : 'conversion_price_decimals';
    return this.priceTo(label, exact, this.prices?.conversionDecimals ?? 0, `rounding.${field}`);
  }

  /** Whole shares, the fraction dropped. */
  shares(label: string, exact: Quantity): Quantity {
    return this.rounds ? this.sheet.round(label, 'shares', exact, { decimals: 0, mode: 'down' }) : exact;
  }

  private priceTo(label: string, exact: Quantity, decimals: number, path: string): Result<Quantity> {
    if (this.prices === undefined) return ok(exact);
    const rounded = this.sheet.round(label, 'money per share', exact, { decimals, mode: this.prices.mode });
    return rounded.value.sign() > 0
      ? ok(rounded)
      : fail('NO_SOLUTION', path, `${label} rounds to zero at ${decimals} decimals`, {
          expected: 'more decimals',
        });
  }
}
