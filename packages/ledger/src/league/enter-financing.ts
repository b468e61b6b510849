import type { GraphBuilder } from '@tranche/core/formula';
import type { DatedAmount } from '@tranche/core/league';
import { isBinding } from '../deal/assembly/tranches.ts';
import { converted, statedIn, type TableMoney } from './amount-nodes.ts';
import type { Aside, EnteredDeal } from './entered.ts';
import type { Financing, FinancingFigures } from './financing.ts';
import { NO_ROUNDS } from './rules.ts';

/**
 * A deal of the workspace as it is entered, with the loans that belong to it; or why no rule can place it. What is no
 * round and states no amount is not spoken of.
 */
export function enterFinancing(
  builder: GraphBuilder,
  money: TableMoney,
  financing: Financing,
  loans: readonly Financing[],
): EnteredDeal | Aside | undefined {
  const { id, label, issuer, status, size, from, flags, statements } = financing;
  const aside = (reason: Aside['reason'], because: string): Aside => {
    const amount = size === undefined ? undefined : statedIn(money, size);
    return { id, label, reason, because, ...(amount === undefined ? {} : { amount }), statements };
  };
  if (!isBinding(status)) return aside('not_signed', status.replaceAll('_', ' '));
  if (size === undefined) {
    return flags.some((flag) => NO_ROUNDS.includes(flag))
      ? undefined
      : aside('no_size', 'no amount is stated');
  }
  const headline = statedIn(money, size);
  const figures = financing.figures(builder);
  const lent = loans.map((loan) => loan.figures(builder));
  const announced = amountOf(builder, money, financing, [figures, ...lent], ({ size: node }) => node);
  const received = amountOf(builder, money, financing, [figures, ...lent], ({ drawn }) => drawn);
  if (headline === undefined || announced === undefined || received === undefined) {
    return aside('no_rate', `no rate leads from ${size.currency} to ${money.unit}`);
  }
  return {
    entry: {
      id,
      label,
      announced: [{ from, ...announced }],
      received: Object.keys(received).length === 0 ? [] : [{ from: money.asOf, ...received }],
      flags,
    },
    issuer,
    headlines: [{ from, amount: headline }],
    statements: [...statements, ...loans.flatMap((loan) => loan.statements)],
    financing,
    isOfFacts: false,
  };
}

/** By kind of money; nothing drawn gives no amount. Undefined where no rate leads to the table. */
function amountOf(
  builder: GraphBuilder,
  money: TableMoney,
  financing: Financing,
  [own, ...lent]: readonly FinancingFigures[],
  nodeIn: (figures: FinancingFigures) => string | undefined,
): Omit<DatedAmount, 'from'> | undefined {
  const inTable = (figures: FinancingFigures | undefined): string | undefined => {
    const node = figures === undefined ? undefined : nodeIn(figures);
    return node === undefined || figures === undefined
      ? undefined
      : converted(builder, money, node, figures.unit);
  };
  const node = inTable(own);
  if (node === undefined) return undefined;
  if (financing.money === 'mixed') return isNothing(builder, node) ? {} : { total: node };
  const debt = lent.flatMap((one) => inTable(one) ?? []);
  const [first, ...more] = debt.filter((one) => !isNothing(builder, one));
  const borrowed =
    first === undefined || more.length === 0
      ? first
      : builder.formula({
          label: `loans, ${financing.label}`,
          unit: money.unit,
          operator: 'add',
          operands: [first, ...more],
        });
  const kind = financing.money === 'debt' ? 'debt' : 'equity';
  return {
    ...(isNothing(builder, node) ? {} : { [kind]: node }),
    ...(borrowed === undefined ? {} : { debt: borrowed }),
  };
}

const isNothing = (builder: GraphBuilder, node: string): boolean => {
  const { high } = builder.boundsOf(node);
  return high !== undefined && high.sign() === 0;
};

/**
 * Loans told of in one text with a signed round of the same issuer, by the id of the round: its debt, which a total
 * over debt and equity holds already.
 */
export function loansOfRounds(financings: readonly Financing[]): ReadonlyMap<string, readonly Financing[]> {
  const roundsIn = new Map<string, Financing>();
  const keyOf = (issuer: string, text: string): string => `${issuer} ${text}`;
  for (const one of financings) {
    if ((one.money !== 'primary' && one.money !== 'mixed') || !isBinding(one.status)) continue;
    for (const text of one.texts) roundsIn.set(keyOf(one.issuer, text), one);
  }
  const found = new Map<string, Financing[]>();
  for (const loan of financings) {
    if (loan.money !== 'debt' || loan.size === undefined || !isBinding(loan.status)) continue;
    const round = [...loan.texts].flatMap((text) => roundsIn.get(keyOf(loan.issuer, text)) ?? [])[0];
    if (round === undefined) continue;
    found.set(round.id, [...(found.get(round.id) ?? []), loan]);
  }
  return found;
}
