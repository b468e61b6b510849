import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import type { Rational } from '../rational/index.ts';
import { ok, type Result } from '../result/index.ts';
import { checkDeductions, type Deduction, deduct } from './deductions.ts';
import { DerivedExit } from './derived-exit.ts';
import { type Decision, payoutsAt } from './derived-payouts.ts';
import {
  type ClassTerms,
  classTerms,
  type DerivedSegment,
  derivedSegments,
  exercisedAt,
} from './derived-table.ts';
import { exitOf } from './payoff-of.ts';
import { checkSecurities, type ExitSecurities } from './securities.ts';

export interface WaterfallInput extends ExitSecurities {
  readonly deductions?: readonly Deduction[];
  readonly exitValues: readonly Rational[];
}

/** Who gets what at one exit value. */
export interface ExitResult {
  readonly exitValue: Quantity;
  readonly deductions: ReadonlyMap<string, Quantity>;
  readonly netProceeds: Quantity;
  /** Of every class, option and SAFE, by id. */
  readonly payouts: ReadonlyMap<string, Quantity>;
  readonly commonPerShare: Quantity;
  /** Of preferred stock and SAFEs: preference or convert; of options: exercise or lapse. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Payout ÷ preference, of those with a preference. */
  readonly recovery: ReadonlyMap<string, Quantity>;
  /** Payouts of holders over all classes that name theirs; absent where none does. */
  readonly holders?: ReadonlyMap<string, Quantity>;
}

export interface WaterfallOutput {
  readonly results: readonly ExitResult[];
  readonly classes: ReadonlyMap<string, ClassTerms>;
  readonly options: ReadonlyMap<string, { readonly exercisedAt: Quantity }>;
  readonly breakpoints: readonly Quantity[];
  readonly segments: readonly DerivedSegment[];
}

/**
 * Exit proceeds by class, option, SAFE and holder, for a list of exit values; and the payoff table behind them.
 * Shapes: one result per exit value, in their order. Units: money of one currency; points are in net proceeds.
 * Exact: the payouts of a result sum to its net proceeds.
 * Fails: as `checkSecurities`, `checkDeductions`, and NO_SOLUTION as `claimsOf` and `solveWaterfall`.
 * Source: docs/reference/calculators.md, waterfall; worked examples in cases/waterfall.json.
 */
export function waterfall(
  input: WaterfallInput,
): Result<{ readonly output: WaterfallOutput; readonly graph: FormulaGraph }> {
  const { deductions = [], exitValues, classes } = input;
  const fit = [checkSecurities(input), checkDeductions(deductions)].find((checked) => !checked.ok);
  if (fit !== undefined && !fit.ok) return fit;
  const sheet = new Derivation();
  const exit = exitOf(input, sheet);
  if (!exit.ok) return exit;
  const { claims } = exit.value;
  const derived = new DerivedExit(sheet, exit.value);
  const segments = derivedSegments(derived);
  return ok({
    output: {
      results: exitValues.map((value, index) => {
        const exitValue = sheet.given('exit value', 'money', value, `exit_values[${index}]`);
        const { taken, netProceeds } = deduct(sheet, deductions, exitValue);
        const paid = payoutsAt(derived, netProceeds);
        const holders = holdersOf(derived, input, paid.payouts);
        return {
          exitValue,
          deductions: taken,
          netProceeds,
          payouts: paid.payouts,
          commonPerShare: paid.commonPerShare,
          decisions: paid.decisions,
          recovery: recoveryOf(derived, paid.payouts),
          ...(classes.some((one) => one.holders !== undefined) ? { holders } : {}),
        };
      }),
      classes: new Map(
        claims.slice(0, classes.length).map((claim) => [claim.id, classTerms(derived, claim)]),
      ),
      options: new Map(
        claims
          .filter(({ kind }) => kind === 'option')
          .map((claim) => [claim.id, { exercisedAt: exercisedAt(derived, claim) }]),
      ),
      breakpoints: segments.slice(1).map(({ from }) => from),
      segments,
    },
    graph: sheet.build(),
  });
}

function recoveryOf(
  { sheet, exit }: DerivedExit,
  payouts: ReadonlyMap<string, Quantity>,
): ReadonlyMap<string, Quantity> {
  return new Map(
    exit.claims.flatMap(({ id, preference }): [string, Quantity][] => {
      const paid = payouts.get(id);
      if (paid === undefined || preference.value.sign() === 0) return [];
      return [[id, sheet.divide(`paid to ${id} ÷ its preference`, 'fraction', paid, preference)]];
    }),
  );
}

function holdersOf(
  { sheet, exit, nothing }: DerivedExit,
  { classes }: ExitSecurities,
  payouts: ReadonlyMap<string, Quantity>,
): ReadonlyMap<string, Quantity> {
  const parts = new Map<string, Quantity[]>();
  for (const [index, { id, holders = [] }] of classes.entries()) {
    const issued = exit.claims[index]?.issued;
    const paid = payouts.get(id);
    if (issued === undefined || paid === undefined) continue;
    for (const [at, holder] of holders.entries()) {
      const path = `classes[${index}].holders[${at}].shares`;
      const held = sheet.given(`${id} held by ${holder.id}`, 'shares', holder.shares, path);
      const part =
        issued.value.sign() === 0
          ? nothing
          : sheet.multiply(`paid to ${holder.id} on ${id}`, 'money', [
              paid,
              sheet.divide(`part of ${id} held by ${holder.id}`, 'fraction', held, issued),
            ]);
      parts.set(holder.id, [...(parts.get(holder.id) ?? []), part]);
    }
  }
  return new Map(
    [...parts].map(([id, paid]) => [
      id,
      paid.length === 1 && paid[0] !== undefined ? paid[0] : sheet.add(`paid to ${id}`, 'money', paid),
    ]),
  );
}
