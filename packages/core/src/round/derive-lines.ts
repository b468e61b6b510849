import type { Derivation, Quantity } from '../formula/index.ts';
import { invariant } from '../result/index.ts';
import type { ResolvedRound } from './resolve.ts';
import { addAll, type LineSheet, type Maybe, type QuantityLine } from './sheet-line.ts';
import type { RoundSolution } from './solve.ts';
import type { StatedQuantities } from './stated-quantities.ts';

/** F + Q + E, split into what a pool target counts and what it does not. */
export function linesBefore(
  sheet: Derivation,
  lines: LineSheet,
  { holdings, antiDilution, pool }: ResolvedRound,
  stated: StatedQuantities,
  { choices }: RoundSolution,
): {
  readonly outstanding: QuantityLine;
  readonly counted: readonly QuantityLine[];
  readonly uncounted: readonly QuantityLine[];
} {
  const counted: QuantityLine[] = [];
  const uncounted: QuantityLine[] = [];
  for (const [index, { id, kind }] of holdings.entries()) {
    const shares = stated.holdings[index];
    const place = antiDilution.findIndex(({ holding }) => holding === id);
    const line =
      shares !== undefined && choices.triggered[place]
        ? adjustedLine(sheet, id, shares, stated, place)
        : { shares, money: undefined };
    (pool.counts === 'granted_and_ungranted' && kind === 'options_outstanding' ? counted : uncounted).push(
      line,
    );
  }
  const promised = {
    shares: stated.optionsPromised.value.sign() === 0 ? undefined : stated.optionsPromised,
    money: undefined,
  };
  (pool.counts === 'granted_and_ungranted' ? counted : uncounted).push(promised);
  counted.push({
    shares: stated.unissuedPool.value.sign() === 0 ? undefined : stated.unissuedPool,
    money: undefined,
  });
  return {
    outstanding: lines.sum('outstanding, promised and in the pool', [...uncounted, ...counted]),
    counted,
    uncounted,
  };
}

/** A protected holding below its conversion price: each share becomes (A + N ÷ P) ÷ (A + N ÷ old price), or old price ÷ P. */
function adjustedLine(
  sheet: Derivation,
  id: string,
  shares: Quantity,
  { protections, newMoney }: StatedQuantities,
  index: number,
): QuantityLine {
  const { conversionPrice, base } = protections[index] ?? {};
  invariant(conversionPrice !== undefined, 'a triggered protection is stated');
  if (base === undefined) {
    const money = sheet.multiply(`paid for ${id} at its old conversion price`, 'money', [
      shares,
      conversionPrice,
    ]);
    return { shares: undefined, money };
  }
  const atOld = sheet.divide(
    `shares for the new money at the old price of ${id}`,
    'shares',
    newMoney,
    conversionPrice,
  );
  const divisor = sheet.add(`weighted average of ${id} at the old price`, 'shares', [base, atOld]);
  const each = sheet.divide(`weight of a share of ${id}`, 'count', shares, divisor);
  return {
    shares: sheet.multiply(`adjusted ${id}, shares whatever the price`, 'shares', [each, base]),
    money: sheet.multiply(`adjusted ${id}, money turned into shares at the price`, 'money', [each, newMoney]),
  };
}

/** What the convertibles take together on their chosen lines. */
export function deriveClaims(
  sheet: Derivation,
  { convertibles }: ResolvedRound,
  stated: StatedQuantities,
  { choices }: RoundSolution,
  agreedPreMoney: Maybe,
): Readonly<Record<'money' | 'ofCompany' | 'ofPreMoney' | 'ofOutstanding', Maybe>> {
  const money: Maybe[] = [];
  const of = {
    company_capitalization: [] as Maybe[],
    pre_money_capitalization: [] as Maybe[],
    outstanding: [] as Maybe[],
  };
  for (const [index, { id, balance, cap, kept, fixedPercentage }] of stated.convertibles.entries()) {
    const base = convertibles[index]?.cap?.base;
    const choice = choices.convertibles[index];
    if (choice === 'fixed_percentage') of.company_capitalization.push(fixedPercentage);
    else if (choice === 'cap' && cap !== undefined && base !== undefined) {
      const fraction = sheet.divide(`share of the cap that ${id} has paid`, 'fraction', balance, cap);
      if (base !== 'round_pre_money_shares') of[base].push(fraction);
      else if (agreedPreMoney !== undefined) {
        money.push(sheet.multiply(`worth of ${id} at the round price`, 'money', [fraction, agreedPreMoney]));
      }
    } else if (choice === 'discount' && kept !== undefined) {
      money.push(sheet.divide(`worth of ${id} at the round price`, 'money', balance, kept));
    } else money.push(balance);
  }
  const total = (label: string, parts: readonly Maybe[]): Maybe => addAll(sheet, label, 'fraction', parts);
  return {
    money: addAll(sheet, 'worth of what converts at the round price or a part of it', 'money', money),
    ofCompany: total('claims on the company capitalization', of.company_capitalization),
    ofPreMoney: total('claims on the pre-money capitalization', of.pre_money_capitalization),
    ofOutstanding: total('claims on the outstanding shares alone', of.outstanding),
  };
}
