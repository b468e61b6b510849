import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { ok, type Result } from '../result/index.ts';

/** A unit whose holder is paid up to a multiple of what it contributed, and no more. */
export interface CappedUnit {
  readonly id: string;
  /** More than zero. */
  readonly contributed: Rational;
  readonly capMultiple: Rational;
  /** What the unit would be paid without a cap. */
  readonly grossEntitlement: Rational;
  /** Whether the contribution itself counts towards the cap; it does unless said otherwise. */
  readonly capIncludesCapital?: boolean;
}

export interface CappedProfitInput {
  readonly units: readonly CappedUnit[];
}

export interface CappedProfit {
  readonly units: ReadonlyMap<
    string,
    {
      readonly cap: Quantity;
      readonly paid: Quantity;
      readonly excess: Quantity;
      readonly multiple: Quantity;
      readonly capReached: boolean;
    }
  >;
  readonly totalPaid: Quantity;
  readonly residual: Quantity;
}

/**
 * What units with a capped return are paid, and what is left for the residual holder.
 * Shapes: one result per unit, by its id; no units give zero and zero.
 * Units: money of one currency. Exact: paid and residual sum to the gross entitlements.
 * The cap is on the investor's return, not on the company's profit; it does not grow with time.
 * Source: docs/reference/calculators.md, capped_profit; worked examples in cases/capped_profit.json.
 */
export function cappedProfit({
  units,
}: CappedProfitInput): Result<{ readonly output: CappedProfit; readonly graph: FormulaGraph }> {
  const sheet = new Derivation();
  const nothing = sheet.assumed('nothing', 'money', Rational.ZERO, 'no unit, nothing paid');
  const paidUnits = units.map((unit, index) => [unit.id, payUnit(sheet, unit, `units[${index}]`)] as const);
  const totalOf = (label: string, parts: readonly Quantity[]): Quantity =>
    parts.length === 0 ? nothing : sheet.add(label, 'money', parts);
  return ok({
    output: {
      units: new Map(paidUnits),
      totalPaid: totalOf(
        'paid to all units',
        paidUnits.map(([, { paid }]) => paid),
      ),
      residual: totalOf(
        'left for the residual holder',
        paidUnits.map(([, { excess }]) => excess),
      ),
    },
    graph: sheet.build(),
  });
}

function payUnit(sheet: Derivation, unit: CappedUnit, path: string) {
  const { id, capIncludesCapital = true } = unit;
  const contributed = sheet.given(`contributed by ${id}`, 'money', unit.contributed, `${path}.contributed`);
  const multiple = sheet.given(`cap multiple of ${id}`, 'count', unit.capMultiple, `${path}.cap_multiple`);
  const gross = sheet.given(
    `gross entitlement of ${id}`,
    'money',
    unit.grossEntitlement,
    `${path}.gross_entitlement`,
  );
  const product = sheet.multiply(`multiple of the contribution of ${id}`, 'money', [multiple, contributed]);
  const cap = capIncludesCapital
    ? product
    : sheet.add(`cap of ${id}, capital on top`, 'money', [product, contributed]);
  const paid = sheet.least(`paid to ${id}`, 'money', [gross, cap]);
  return {
    cap,
    paid,
    excess: sheet.subtract(`above the cap of ${id}`, 'money', gross, paid),
    multiple: sheet.divide(`paid to ${id} as a multiple of its contribution`, 'count', paid, contributed),
    capReached: gross.value.compare(cap.value) >= 0,
  };
}
