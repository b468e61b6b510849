import type { GraphBuilder } from '@tranche/core/formula';
import type { Bounds } from '@tranche/core/money';
import { lastPrices, type StatedPrice } from './stated-prices.ts';
import type { ImpliedAgreement, ImpliedValuationView } from './view.ts';

/**
 * The prices that a value should agree with: of what a share is worth, the last one stated by then; of what was
 * paid for it, that of the deal it was paid in. What it cost over several prices agrees with none.
 */
export function pricesBeside(
  builder: GraphBuilder,
  { kind, day, amount, statements }: Pick<ImpliedValuationView, 'kind' | 'day' | 'amount' | 'statements'>,
  prices: readonly StatedPrice[],
): readonly StatedPrice[] {
  const { unit } = builder.node(amount);
  const inUnit = prices.filter(({ node }) => builder.node(node).unit === unit);
  switch (kind) {
    case 'worth':
      return lastPrices(inUnit, day);
    case 'paid':
      return inUnit.filter(({ members }) => statements.some((id) => members.has(id)));
    case 'cost':
      return [];
  }
}

/** Values of one day against the first of them, and each against the last price stated by its day. */
export function agreementsOf(
  builder: GraphBuilder,
  valuations: readonly ImpliedValuationView[],
  prices: readonly StatedPrice[],
): readonly ImpliedAgreement[] {
  const unitOf = (node: string): string => builder.node(node).unit;
  const between = (
    label: string,
    one: ImpliedValuationView,
    other: { readonly node: string; readonly bounds: Bounds; readonly statements: readonly string[] },
    price?: StatedPrice,
  ): ImpliedAgreement => ({
    label,
    implied: one.value,
    beside: other.node,
    remainder: builder.formula({
      label: `difference, ${label}`,
      unit: unitOf(one.value),
      operator: 'subtract',
      operands: [other.node, one.value],
    }),
    ...(price === undefined ? {} : { price }),
    agrees: overlap(builder.boundsOf(one.range), other.bounds),
    day: one.day,
    statements: [...new Set([...one.statements, ...other.statements])],
  });
  return valuations.flatMap((one, index) => {
    const first = valuations.findIndex(
      (other) =>
        other.day === one.day && other.kind === one.kind && unitOf(other.value) === unitOf(one.value),
    );
    const earlier = valuations[first];
    const beside =
      one.kind !== 'worth' || earlier === undefined || first === index
        ? []
        : [
            between(`value by ${earlier.holder}'s stake and by ${one.holder}'s`, earlier, {
              node: one.value,
              bounds: builder.boundsOf(one.range),
              statements: one.statements,
            }),
          ];
    const priced = pricesBeside(builder, one, prices).map((price) =>
      between(
        `value by ${one.holder}'s stake of ${one.day} and the ${price.basis} of ${price.day}, ${price.deal}`,
        one,
        { node: price.node, bounds: builder.boundsOf(price.node), statements: price.statements },
        price,
      ),
    );
    return [...beside, ...priced];
  });
}

function overlap(one: Bounds, other: Bounds): boolean {
  const isBelow = (high: Bounds['high'], low: Bounds['low']): boolean =>
    high !== undefined && low !== undefined && high.compare(low) < 0;
  return !isBelow(one.high, other.low) && !isBelow(other.high, one.low);
}
