import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';

/** Something paid out of an exit before its holders; exactly one of `amount`, `rate` and `steps`. */
export interface Deduction {
  readonly id: string;
  /** What it is paid for; the reckoning is the same for all. */
  readonly kind: 'debt' | 'fee' | 'escrow' | 'carve_out';
  readonly amount?: Rational;
  /** A fraction of `of`. */
  readonly rate?: Rational;
  /** The exit value, or what the deductions before this one left (default). */
  readonly of?: 'exit_value' | 'remaining';
  /** Amounts that fall due, one on top of the other, from an exit value of `at` on. */
  readonly steps?: readonly { readonly at: Rational; readonly amount: Rational }[];
}

/**
 * Whether each deduction says how much. Fails, in the order of the fields: MISSING_FIELD (amount, where nothing says
 * it), UNSUPPORTED_COMBINATION (more than one of amount, rate, steps; `of` without a rate), OUT_OF_ORDER (steps).
 */
export function checkDeductions(deductions: readonly Deduction[]): Result<null> {
  for (const [index, { amount, rate, of, steps }] of deductions.entries()) {
    const path = `deductions[${index}]`;
    const given = [amount, rate, steps].filter((field) => field !== undefined).length;
    const expected = 'exactly one of amount, rate and steps';
    if (given === 0) return fail('MISSING_FIELD', `${path}.amount`, 'nothing says how much', { expected });
    if (given > 1)
      return fail('UNSUPPORTED_COMBINATION', path, 'it says more than once how much', { expected });
    if (of !== undefined && rate === undefined) {
      return fail('UNSUPPORTED_COMBINATION', `${path}.of`, 'only a rate is of something');
    }
    const disordered = steps?.findIndex((step, at) => {
      const before = steps[at - 1];
      return before !== undefined && step.at.compare(before.at) <= 0;
    });
    if (disordered !== undefined && disordered >= 0) {
      return fail('OUT_OF_ORDER', `${path}.steps[${disordered}].at`, 'the steps do not ascend');
    }
  }
  return ok(null);
}

/** What each deduction takes from an exit, and what is left for the holders. */
export interface Deducted {
  readonly taken: ReadonlyMap<string, Quantity>;
  readonly netProceeds: Quantity;
}

/** Deductions in their order, each from what those before it left, and never more than that. */
export function deduct(sheet: Derivation, deductions: readonly Deduction[], exitValue: Quantity): Deducted {
  const taken = new Map<string, Quantity>();
  let remaining = exitValue;
  for (const [index, deduction] of deductions.entries()) {
    const { id } = deduction;
    const due = dueOf(sheet, deduction, exitValue, remaining, `deductions[${index}]`);
    const part = sheet.least(`paid to ${id}`, 'money', [due, remaining]);
    taken.set(id, part);
    remaining = sheet.subtract(`left after ${id}`, 'money', remaining, part);
  }
  return { taken, netProceeds: remaining };
}

function dueOf(
  sheet: Derivation,
  { id, amount, rate, of, steps = [] }: Deduction,
  exitValue: Quantity,
  remaining: Quantity,
  path: string,
): Quantity {
  if (amount !== undefined) return sheet.given(`due to ${id}`, 'money', amount, `${path}.amount`);
  if (rate !== undefined) {
    return sheet.multiply(`due to ${id}`, 'money', [
      sheet.given(`rate of ${id}`, 'fraction', rate, `${path}.rate`),
      of === 'exit_value' ? exitValue : remaining,
    ]);
  }
  const reached = steps.flatMap((step, index) => {
    const at = sheet.given(`step of ${id}`, 'money', step.at, `${path}.steps[${index}].at`);
    const isReached = exitValue.value.compare(step.at) >= 0;
    sheet.require(
      exitValue,
      isReached ? 'at_least' : 'less_than',
      at,
      `the step of ${id} is ${isReached ? '' : 'not '}reached`,
    );
    if (!isReached) return [];
    return [sheet.given(`due to ${id} at the step`, 'money', step.amount, `${path}.steps[${index}].amount`)];
  });
  return reached.length === 0
    ? sheet.assumed(`due to ${id}`, 'money', Rational.ZERO, 'no step is reached')
    : sheet.add(`due to ${id}`, 'money', reached);
}
