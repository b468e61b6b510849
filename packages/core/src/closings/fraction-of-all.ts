import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';

/** Shares as a fraction of all shares; of none, nothing. */
export const fractionOfAll = (sheet: Derivation, label: string, shares: Quantity, all: Quantity): Quantity =>
  all.value.sign() === 0
    ? sheet.assumed(label, 'fraction', Rational.ZERO, 'there are no shares to own')
    : sheet.divide(label, 'fraction', shares, all);
