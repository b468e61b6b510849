import { invariant } from '../result/index.ts';
import type { Quantity } from './derivation.ts';

/** A count, such as of periods, that is given out as a JSON integer and not as the text of a number. */
export class WholeNumber {
  constructor(readonly quantity: Quantity) {
    invariant(Number.isSafeInteger(this.toNumber()), 'a whole number is a safe integer');
  }

  toNumber(): number {
    const { value } = this.quantity;
    invariant(value.isInteger(), 'a whole number has no fraction');
    return Number(value.numerator);
  }
}
