import { Derivation, type Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';

/** A derivation that knows what the sum of nothing is, and which share of nothing is held. */
export class ClosingSheet extends Derivation {
  /** The sum; of no parts, zero. */
  total(label: string, unit: string, parts: readonly Quantity[]): Quantity {
    return parts.length === 0 ? this.nothing(unit) : this.add(label, unit, parts);
  }

  nothing(unit: string): Quantity {
    return this.assumed('nothing', unit, Rational.ZERO, 'the sum of nothing');
  }

  /** The part of a whole; of nothing, nothing. */
  ratio(label: string, part: Quantity, whole: Quantity): Quantity {
    return whole.value.sign() === 0
      ? this.assumed(label, 'fraction', Rational.ZERO, 'there are no shares to own')
      : this.divide(label, 'fraction', part, whole);
  }
}
