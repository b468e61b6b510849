import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { invariant, ok, type Result } from '../result/index.ts';
import type { PriceQuantities } from './derive-price.ts';
import type { ResolvedRound } from './resolve.ts';
import type { RoundingStep } from './rounding-step.ts';
import type { RoundSolution } from './solve.ts';
import type { StatedQuantities } from './stated-quantities.ts';
import type { ProtectionOutput } from './types.ts';

export interface Protections {
  /** As converted after the adjustment, in the order of the holdings. */
  readonly held: readonly Quantity[];
  readonly byHolding: ReadonlyMap<string, ProtectionOutput>;
}

/**
 * Derives the new conversion price of each protected holding and the shares it is adjusted to. A full ratchet takes
 * the price of the round, as rounded; a weighted average is worked out from the exact price and then rounded, and is
 * never above the old price. Fails as the rounding does.
 */
export function deriveProtections(
  sheet: Derivation,
  round: ResolvedRound,
  stated: StatedQuantities,
  solution: RoundSolution,
  exact: PriceQuantities,
  price: Quantity,
  rounding: RoundingStep,
): Result<Protections> {
  const held = [...stated.holdings];
  const byHolding = new Map<string, ProtectionOutput>();
  for (const [index, { holding }] of round.antiDilution.entries()) {
    const place = round.holdings.findIndex(({ id }) => id === holding);
    const [before, { conversionPrice: old, base } = {}] = [held[place], stated.protections[index]];
    invariant(before !== undefined && old !== undefined, 'a protected holding is stated');
    const triggered = solution.choices.triggered[index] === true;
    const changed = triggered ? newPriceOf(holding, old, base) : ok(old);
    if (!changed.ok) return changed;
    const ratio = triggered
      ? sheet.divide(`adjustment of ${holding}`, 'count', old, changed.value)
      : sheet.assumed(`adjustment of ${holding}`, 'count', Rational.ONE, 'not adjusted');
    const after = triggered
      ? rounding.shares(
          `whole shares of ${holding}`,
          sheet.multiply(`shares of ${holding} as adjusted`, 'shares', [before, ratio]),
        )
      : before;
    held[place] = after;
    byHolding.set(holding, {
      triggered,
      newConversionPrice: changed.value,
      adjustmentRatio: ratio,
      additionalShares: sheet.subtract(`additional shares of ${holding}`, 'shares', after, before),
    });
  }
  return ok({ held, byHolding });

  function newPriceOf(holding: string, old: Quantity, base: Quantity | undefined): Result<Quantity> {
    if (base === undefined) return ok(price);
    const issued = sheet.divide('shares issued for the new money', 'shares', stated.newMoney, exact.price);
    const atOld = sheet.divide(
      `shares for the new money at the old price of ${holding}`,
      'shares',
      stated.newMoney,
      old,
    );
    const paid = sheet.add(`outstanding and paid for at the old price of ${holding}`, 'shares', [
      base,
      atOld,
    ]);
    const given = sheet.add(`outstanding and issued, for ${holding}`, 'shares', [base, issued]);
    const factor = sheet.divide(`weighted average of ${holding}`, 'fraction', paid, given);
    const averaged = sheet.multiply(`conversion price of ${holding} after the round`, 'money per share', [
      old,
      factor,
    ]);
    const rounded = rounding.conversionPrice(`rounded conversion price of ${holding}`, averaged);
    return rounded.ok && rounding.rounds
      ? ok(
          sheet.least(`conversion price of ${holding}, never raised`, 'money per share', [
            rounded.value,
            old,
          ]),
        )
      : rounded;
  }
}
