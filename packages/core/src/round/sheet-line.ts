import type { Derivation, Quantity } from '../formula/index.ts';

/** A quantity of a derivation, or nothing where it would be zero: a formula is not cluttered with what is not there. */
export type Maybe = Quantity | undefined;

/** A line in 1 ÷ price, as quantities: `shares + money ÷ price`. */
export interface QuantityLine {
  readonly shares: Maybe;
  readonly money: Maybe;
}

export const addAll = (sheet: Derivation, label: string, unit: string, parts: readonly Maybe[]): Maybe => {
  const present = parts.filter((part) => part !== undefined);
  const [only] = present;
  return present.length <= 1 ? only : sheet.add(label, unit, present);
};

const multiplyMaybe = (sheet: Derivation, label: string, unit: string, a: Maybe, b: Maybe): Maybe =>
  a === undefined || b === undefined ? undefined : sheet.multiply(label, unit, [a, b]);

const divideMaybe = (
  sheet: Derivation,
  label: string,
  unit: string,
  dividend: Maybe,
  divisor: Maybe,
): Maybe =>
  dividend === undefined || divisor === undefined ? dividend : sheet.divide(label, unit, dividend, divisor);

export const subtractMaybe = (
  sheet: Derivation,
  label: string,
  unit: string,
  whole: Quantity,
  part: Maybe,
): Quantity => (part === undefined ? whole : sheet.subtract(label, unit, whole, part));

/** Sums of lines, and multiples of them by a fraction; `label` says what of, and each half says its own kind. */
export class LineSheet {
  constructor(private readonly sheet: Derivation) {}

  sum(label: string, lines: readonly QuantityLine[]): QuantityLine {
    return {
      shares: addAll(
        this.sheet,
        `${label}, shares whatever the price`,
        'shares',
        lines.map(({ shares }) => shares),
      ),
      money: addAll(
        this.sheet,
        `${label}, money turned into shares at the price`,
        'money',
        lines.map(({ money }) => money),
      ),
    };
  }

  times(label: string, line: QuantityLine, factor: Maybe): QuantityLine {
    return {
      shares: multiplyMaybe(this.sheet, `${label}, shares whatever the price`, 'shares', line.shares, factor),
      money: multiplyMaybe(
        this.sheet,
        `${label}, money turned into shares at the price`,
        'money',
        line.money,
        factor,
      ),
    };
  }

  over(label: string, line: QuantityLine, divisor: Maybe): QuantityLine {
    return {
      shares: divideMaybe(this.sheet, `${label}, shares whatever the price`, 'shares', line.shares, divisor),
      money: divideMaybe(
        this.sheet,
        `${label}, money turned into shares at the price`,
        'money',
        line.money,
        divisor,
      ),
    };
  }

  /** The count at a price; nothing stays nothing. */
  at(label: string, line: QuantityLine, price: Quantity): Maybe {
    const bought = divideMaybe(this.sheet, `${label}: shares for the money`, 'shares', line.money, price);
    return addAll(this.sheet, label, 'shares', [line.shares, bought]);
  }
}
