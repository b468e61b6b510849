import { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import { isWithinFloating } from './floating.ts';

/** A preferred class in the model of Gornall and Strebulaev; every share converts into one common share. */
export interface ContractClass {
  readonly id: string;
  /** More than zero, as is `invested`. */
  readonly shares: Rational;
  readonly invested: Rational;
  /** Default 1. */
  readonly preferenceMultiple?: Rational;
  /** Default none. */
  readonly participation?: 'none' | 'full' | 'capped';
  /** Of the preference; the cap counts the preference. */
  readonly capMultiple?: Rational;
  /** A higher number is paid first. */
  readonly seniority: number;
  readonly ipo?: {
    /** What the class gets at an offering at least, as a multiple of what it invested. */
    readonly ratchetMultiple?: Rational;
    /** Below this exit value an offering does not convert the class. */
    readonly conversionVetoBelow?: Rational;
  };
}

/** How likely an exit is an offering, by its value. */
export interface IpoProbability {
  readonly interpolation: 'linear_in_log10';
  /** Up to the first point, and from the last. */
  readonly below: Rational;
  readonly above: Rational;
  readonly points: readonly { readonly value: Rational; readonly probability: Rational }[];
}

export interface ContractTerms {
  /** More than zero, as are exit rate and volatility. */
  readonly commonShares: Rational;
  /** Default 0; counted in the post-money valuation, and cancelled at the exit. */
  readonly unissuedPool?: Rational;
  readonly classes: readonly ContractClass[];
  /** The class whose price sets the post-money valuation. */
  readonly pricedClass: string;
  /** Exits a year. */
  readonly exitRate: Rational;
  readonly volatility: Rational;
  readonly rate: Rational;
  readonly ipoProbability: IpoProbability;
}

/** The id under which common stock is valued. */
export const COMMON = 'common';

/**
 * Whether the terms fit together. Fails, in the order of the fields: OUT_OF_RANGE (a number no floating number holds),
 * DUPLICATE_ID (a class named common), MISSING_FIELD (cap_multiple of capped participation; points), UNSUPPORTED_COMBINATION
 * (a cap without capped participation; a ratchet above the preference of a class that keeps capped participation),
 * UNKNOWN_CLASS (priced_class), OUT_OF_ORDER (points).
 */
export function checkContract(terms: ContractTerms): Result<ContractClass> {
  const { commonShares, unissuedPool, classes, pricedClass, ipoProbability } = terms;
  if (!isWithinFloating(commonShares)) return tooLarge('common_shares');
  if (unissuedPool !== undefined && !isWithinFloating(unissuedPool)) return tooLarge('unissued_pool');
  for (const [index, one] of classes.entries()) {
    const checked = checkClass(one, `classes[${index}]`);
    if (!checked.ok) return checked;
  }
  const priced = classes.find(({ id }) => id === pricedClass);
  if (priced === undefined)
    return fail('UNKNOWN_CLASS', 'priced_class', `there is no class "${pricedClass}"`);
  const modest = (value: Rational): boolean =>
    value.sign() === 0 || (value.absolute().compare(MOST) <= 0 && value.absolute().compare(LEAST) >= 0);
  if (!modest(terms.exitRate)) return tooLarge('exit_rate');
  if (!modest(terms.volatility)) return tooLarge('volatility');
  if (!modest(terms.rate)) return tooLarge('rate');
  const { points } = ipoProbability;
  if (points.length === 0) {
    return fail('MISSING_FIELD', 'ipo_probability.points', 'nothing says where the chance below ends');
  }
  for (const [index, { value }] of points.entries()) {
    const path = `ipo_probability.points[${index}].value`;
    if (!isWithinFloating(value)) return tooLarge(path);
    const before = points[index - 1]?.value;
    if (before !== undefined && before.compare(value) >= 0) {
      return fail('OUT_OF_ORDER', path, 'points ascend', { expected: `more than ${before}` });
    }
  }
  return ok(priced);
}

/** Rates and volatilities a year between which the density keeps its digits. */
const LEAST = Rational.of(1n, 1_000_000n);
const MOST = Rational.of(1000n);

const tooLarge = (path: string): Result<never> =>
  fail('OUT_OF_RANGE', path, 'too large or too small for an estimate');

function checkClass(one: ContractClass, path: string): Result<null> {
  const { id, shares, invested, participation = 'none', capMultiple, ipo } = one;
  if (id === COMMON) return fail('DUPLICATE_ID', `${path}.id`, `"${COMMON}" names the common stock`);
  if (!isWithinFloating(shares)) return tooLarge(`${path}.shares`);
  if (!isWithinFloating(invested)) return tooLarge(`${path}.invested`);
  if (participation === 'capped' && capMultiple === undefined) {
    return fail('MISSING_FIELD', `${path}.cap_multiple`, 'capped participation needs its cap');
  }
  if (participation !== 'capped' && capMultiple !== undefined) {
    return fail('UNSUPPORTED_COMBINATION', `${path}.cap_multiple`, 'only capped participation has a cap');
  }
  const { ratchetMultiple, conversionVetoBelow } = ipo ?? {};
  for (const [field, value] of [
    ['preference_multiple', one.preferenceMultiple],
    ['cap_multiple', capMultiple],
    ['ipo.ratchet_multiple', ratchetMultiple],
    ['ipo.conversion_veto_below', conversionVetoBelow],
  ] as const) {
    if (value !== undefined && !isWithinFloating(value)) return tooLarge(`${path}.${field}`);
  }
  if (participation === 'capped' && ratchetMultiple !== undefined && conversionVetoBelow !== undefined) {
    const { preference, cap } = amountsOf(one);
    const ratchet = ratchetMultiple.times(invested);
    if (ratchet.compare(preference) > 0 && ratchet.compare(cap) < 0 && conversionVetoBelow.sign() > 0) {
      return fail(
        'UNSUPPORTED_COMBINATION',
        `${path}.ipo`,
        'a ratchet between preference and cap meets a veto',
        {
          expected: 'a ratchet, a conversion veto, or participation without a cap',
        },
      );
    }
  }
  return ok(null);
}

/** The preference of a class, and the cap on it with its participation. */
export function amountsOf({
  invested,
  preferenceMultiple = Rational.ONE,
  capMultiple = Rational.ONE,
}: ContractClass): { readonly preference: Rational; readonly cap: Rational } {
  const preference = preferenceMultiple.times(invested);
  return { preference, cap: capMultiple.times(preference) };
}
