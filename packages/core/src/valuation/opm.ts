import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { fail, invariant, ok, type Result } from '../result/index.ts';
import {
  checkSecurities,
  DerivedExit,
  derivedSegments,
  type ExitSecurities,
  exitOf,
  type PayoffTable,
} from '../waterfall/index.ts';
import { type BacksolveTarget, backsolvedEquity, checkTarget, proveTarget } from './backsolved-equity.ts';
import { type DerivedCall, derivedCalls } from './derived-calls.ts';
import { isWithinFloating } from './floating.ts';
import { type Market, type MarketTerms, marketOf } from './market.ts';

export interface OpmInput extends ExitSecurities, MarketTerms {
  /** One of the two is given. */
  readonly equityValue?: Rational;
  readonly backsolve?: BacksolveTarget;
}

export interface OpmOutput {
  readonly equityValue: Quantity;
  /** In net proceeds, ascending, without zero. */
  readonly breakpoints: readonly Quantity[];
  /** One for each breakpoint. */
  readonly calls: readonly DerivedCall[];
  /** Of every class, option and SAFE, by id. */
  readonly values: ReadonlyMap<string, Quantity>;
  /** Value ÷ shares, of those with shares. */
  readonly perShare: ReadonlyMap<string, Quantity>;
}

/**
 * What classes, options and SAFEs are worth by the option pricing method: equity is cut into layers at the
 * breakpoints of the waterfall, a layer is worth the call struck at its start less the call struck at the next, and
 * each claimant gets its weight in each layer. Or, backsolved, the equity value at which one class is worth its price.
 * Shapes: one call per breakpoint; values by id. Units: money; rates continuous, a year's.
 * Accuracy: calls 1e-12 relative; weights, differences and sums are exact, so values sum to the equity value less its
 * dividends. Without volatility or time, and with rates of zero, everything is exact and equals the waterfall.
 * Fails: as `checkSecurities` and `exitOf`; UNKNOWN_CLASS (backsolve.class), MISSING_FIELD and UNSUPPORTED_COMBINATION (equity_value,
 * backsolve), OUT_OF_RANGE (numbers no double holds), NO_SOLUTION (a price that no, or no single, equity value gives).
 * Source: docs/reference/calculators.md, opm; worked examples in cases/opm.json.
 */
export function opm(input: OpmInput): Result<{ readonly output: OpmOutput; readonly graph: FormulaGraph }> {
  const fit = [checkSecurities(input), checkWhole(input)].find((checked) => !checked.ok);
  if (fit !== undefined && !fit.ok) return fit;
  const sheet = new Derivation();
  const exit = exitOf(input, sheet);
  if (!exit.ok) return exit;
  const { claims, solved } = exit.value;
  const market = marketOf(sheet, input);
  if (!market.ok) return market;
  if (!solved.table.segments.every(({ from }) => isWithinFloating(from))) {
    return fail('OUT_OF_RANGE', 'classes', 'a breakpoint is too large or too small for an estimate');
  }
  const equity = equityOf(sheet, market.value, input, solved.table);
  if (!equity.ok) return equity;
  const segments = derivedSegments(new DerivedExit(sheet, exit.value));
  const breakpoints = segments.slice(1).map(({ from }) => from);
  const { asset, calls } = derivedCalls(sheet, market.value, equity.value, breakpoints);
  const starts = [asset, ...calls.map(({ value }) => value)];
  const layers = starts.map((start, index) => {
    const next = starts[index + 1];
    return next === undefined ? start : sheet.subtract(`value of layer ${index + 1}`, 'money', start, next);
  });
  const nothing = sheet.assumed('no value', 'money', Rational.ZERO, 'a part in no layer');
  const values = new Map(
    claims.map(({ id }) => {
      const parts = segments.flatMap(({ weights }, index) => {
        const [weight, layer] = [weights.get(id), layers[index]];
        invariant(weight !== undefined && layer !== undefined, `${id} has a weight in every layer`);
        if (weight.value.sign() === 0) return [];
        return [sheet.multiply(`part of ${id} in layer ${index + 1}`, 'money', [weight, layer])];
      });
      return [id, parts.length === 0 ? nothing : sheet.add(`value of ${id}`, 'money', parts)] as const;
    }),
  );
  const perShare = new Map(
    claims.flatMap(({ id, issued }) => {
      const value = values.get(id);
      if (value === undefined || issued.value.sign() === 0) return [];
      return [[id, sheet.divide(`value of a share of ${id}`, 'money per share', value, issued)] as const];
    }),
  );
  const { backsolve } = input;
  if (backsolve !== undefined) {
    const issued = claims.find(({ id }) => id === backsolve.class)?.issued;
    const worth = perShare.get(backsolve.class);
    invariant(issued !== undefined && worth !== undefined, 'the target is a class with shares');
    proveTarget(sheet, equity.value, backsolve, worth, issued);
  }
  return ok({
    output: { equityValue: equity.value, breakpoints, calls, values, perShare },
    graph: sheet.build(),
  });
}

/** What crosses fields, in the order of the input. */
function checkWhole({ classes, equityValue, backsolve }: OpmInput): Result<null> {
  const expected = 'exactly one of equity_value and backsolve';
  if (backsolve !== undefined) {
    const target = checkTarget(backsolve, classes);
    if (!target.ok) return target;
    if (equityValue !== undefined) {
      return fail('UNSUPPORTED_COMBINATION', '', 'the equity value is given and asked for', { expected });
    }
  } else if (equityValue === undefined) {
    return fail('MISSING_FIELD', 'equity_value', 'there is no equity value, and no price to find it by', {
      expected,
    });
  }
  return ok(null);
}

/** The equity value: as given, or found from the price of a class. */
function equityOf(
  sheet: Derivation,
  market: Market,
  { classes, equityValue, backsolve }: OpmInput,
  table: PayoffTable,
): Result<Quantity> {
  if (equityValue !== undefined) {
    return isWithinFloating(equityValue)
      ? ok(sheet.given('equity value', 'money', equityValue, 'equity_value'))
      : fail('OUT_OF_RANGE', 'equity_value', 'too large or too small for an estimate');
  }
  const shares = classes.find(({ id }) => id === backsolve?.class)?.shares;
  invariant(
    backsolve !== undefined && shares !== undefined,
    'one of the two is given, and its class is known',
  );
  return backsolvedEquity(sheet, market, backsolve, shares, table);
}
