import { Derivation, type FormulaGraph } from '../formula/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import { deriveConversions } from './derive-conversions.ts';
import { deriveOutput } from './derive-output.ts';
import { derivePrice } from './derive-price.ts';
import { deriveProtections } from './derive-protections.ts';
import { noSolution } from './no-solution.ts';
import { poseRound } from './pose.ts';
import { resolveRound } from './resolve.ts';
import { RoundingStep } from './rounding-step.ts';
import { solveRound } from './solve.ts';
import { stateQuantities } from './stated-quantities.ts';
import type { RoundInput, RoundOutput } from './types.ts';

/**
 * One priced round with everything that converts into it, solved together: price, pool increase, conversions and
 * adjustments of conversion prices.
 * Shapes: holdings, convertibles, new investors and protections come out by their ids.
 * Units: money of one currency, shares. Exact; `rounding` is a step of its own after the exact solution.
 * Fails: the codes of `resolveRound`; NO_SOLUTION where no finite positive price exists, at the first field that
 * leaves none, and where a price rounds to zero.
 * Source: docs/reference/calculators.md, round; worked examples in cases/round.json.
 */
export function round(
  input: RoundInput,
): Result<{ readonly output: RoundOutput; readonly graph: FormulaGraph }> {
  const resolved = resolveRound(input);
  if (!resolved.ok) return resolved;
  const sheet = new Derivation();
  const stated = stateQuantities(sheet, resolved.value);
  const problem = poseRound(
    resolved.value,
    stated.convertibles.map(({ balance }) => balance.value),
  );
  const solution = solveRound(problem);
  if (solution === undefined) return noSolution(resolved.value, problem);

  const exact = derivePrice(sheet, resolved.value, stated, solution);
  const rounding = new RoundingStep(sheet, resolved.value.rounding);
  const price = rounding.price('price per share', exact.price);
  if (!price.ok) return price;
  const step = [sheet, resolved.value, stated, solution, exact, price.value, rounding] as const;
  const conversions = deriveConversions(...step);
  if (!conversions.ok) return conversions;
  const protections = deriveProtections(...step);
  if (!protections.ok) return protections;
  const output = deriveOutput(sheet, resolved.value, stated, exact, {
    price: price.value,
    rounding,
    conversions: conversions.value,
    protections: protections.value,
  });
  if (output.preMoney.value.sign() <= 0) {
    return fail('NO_SOLUTION', resolved.value.price.path, 'what converts leaves no pre-money at this price');
  }
  return ok({ output, graph: sheet.build() });
}
