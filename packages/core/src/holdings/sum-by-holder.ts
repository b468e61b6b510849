import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import type { Rational } from '../rational/index.ts';
import { ok, type Result } from '../result/index.ts';

/** Money that one security brings its holder. */
export interface HeldMoney {
  readonly id: string;
  readonly holder: string;
  readonly amount: Rational;
}

/** What each holder gets in all, from securities that each bring an amount. Exact: the sums add up to the amounts. */
export function sumByHolder({
  parts,
}: {
  readonly parts: readonly HeldMoney[];
}): Result<{ readonly output: { readonly holders: ReadonlyMap<string, Quantity> }; graph: FormulaGraph }> {
  const sheet = new Derivation();
  const amounts = parts.map(({ id, holder, amount }, index) => ({
    holder,
    amount: sheet.given(`paid for ${id}`, 'money', amount, `parts[${index}].amount`),
  }));
  const holders = new Map(
    [...new Set(parts.map(({ holder }) => holder))].map((holder) => {
      const own = amounts.filter((one) => one.holder === holder).map(({ amount }) => amount);
      const [only, another] = own;
      const sum =
        only !== undefined && another === undefined ? only : sheet.add(`paid to ${holder}`, 'money', own);
      return [holder, sum] as const;
    }),
  );
  return ok({ output: { holders }, graph: sheet.build() });
}
