import type { GraphBuilder } from '@tranche/core/formula';
import { daysBetween, type PlainDate } from '@tranche/core/time';
import type { ValuationBasis } from '../../claim/index.ts';
import type { Assembly } from '../assembly/assemble.ts';
import { isBinding } from '../assembly/tranches.ts';
import { amountNode } from '../figures/nodes.ts';
import { boundOnIn } from '../ranking/days.ts';
import type { Option } from '../reconcile/index.ts';

/** What a signed deal valued the company at. */
export interface StatedPrice {
  readonly deal: string;
  /** The day by which the deal was signed or made. */
  readonly day: PlainDate;
  /** Node: the value of the whole company, after the new money where the sources tell. */
  readonly node: string;
  readonly basis: string;
  readonly statements: readonly string[];
  /** Ids of everything said of the deal. */
  readonly members: ReadonlySet<string>;
}

/** What the deals of a company that are signed or made valued it at, the latest first. */
export const statedPrices = (
  builder: GraphBuilder,
  assemblies: readonly Assembly[],
): readonly StatedPrice[] =>
  assemblies
    .flatMap((assembly) => priceOf(builder, assembly))
    .sort((one, other) =>
      one.day < other.day ? 1 : one.day > other.day ? -1 : one.deal < other.deal ? -1 : 1,
    );

/** A company is not expected to be worth the same after longer than this. */
const MOST_DAYS_BETWEEN = 100;

/**
 * The prices of the last day, up to a given one, on which the company was valued: what a value of the given day
 * should agree with. None when that was long before.
 */
export function lastPrices(prices: readonly StatedPrice[], until: PlainDate): readonly StatedPrice[] {
  const before = prices.filter(({ day }) => day <= until);
  const [last] = before;
  if (last === undefined || daysBetween(last.day, until) > MOST_DAYS_BETWEEN) return [];
  return before.filter(({ day }) => day === last.day);
}

function priceOf(builder: GraphBuilder, assembly: Assembly): readonly StatedPrice[] {
  const { deal, status, valuation, preMoney, size } = assembly;
  const day = boundOnIn(assembly);
  if (!isBinding(status) || day === undefined || deal.money === 'debt' || deal.money === 'grant') return [];
  const label = `valuation, ${deal.id}`;
  const price = (basis: string, node: string, by: readonly Option<unknown>[]): StatedPrice => ({
    deal: deal.id,
    day,
    node,
    basis,
    statements: by.flatMap(({ statements }) => statements.map(({ id }) => id)),
    members: new Set(deal.members.map(({ statement }) => statement.id)),
  });
  if (valuation !== undefined) {
    const { amount, basis } = valuation.chosen.value;
    const words = deal.money === 'secondary' ? 'price of existing shares' : VALUED[basis];
    const option = { ...valuation.chosen, value: amount };
    return [price(words, amountNode(builder, option, { label, basis: words }), [option])];
  }
  if (preMoney === undefined || size?.chosen.value.currency !== preMoney.chosen.value.currency) return [];
  const words = 'pre-money and the size of the deal';
  const node = builder.formula({
    label,
    basis: words,
    unit: preMoney.chosen.value.currency,
    operator: 'add',
    operands: [
      amountNode(builder, preMoney.chosen, { label: 'pre-money', basis: 'pre-money' }),
      amountNode(builder, size.chosen, { label: 'size of the deal', basis: 'announced' }),
    ],
  });
  return [price(words, node, [preMoney.chosen, size.chosen])];
}

const VALUED: Readonly<Record<ValuationBasis, string>> = {
  post: 'post-money',
  pre: 'pre-money',
  unspecified: 'valuation without a stated basis',
};
