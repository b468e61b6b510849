import { exactValue, type GraphBuilder } from '../formula/index.ts';

/** One reading of what share an amount buys; several readings stand side by side when the terms leave them open. */
export interface ImpliedStake {
  readonly label: string;
  /** What the share is of, and whether other readings exist. */
  readonly basis: string;
  /** Node, a fraction of 1. */
  readonly node: string;
}

/** Nodes of one graph, all in one currency. */
export interface StakeTerms {
  /** The money that buys the stake: new money, but for a sale of existing shares. */
  readonly amount: string;
  readonly preMoney?: string;
  readonly postMoney?: string;
  /** A valuation of which the sources do not say whether it includes the new money. */
  readonly unspecified?: string;
  /** The value of all shares at the price of existing ones, whose sale brings no new money. */
  readonly salePrice?: string;
  /**
   * The amount of new money that `postMoney` (or `unspecified`) was stated with, where the round was resized
   * afterwards.
   */
  readonly statedFor?: string;
}

const NOT_UNIQUE = 'not unique';

/**
 * The share of the company that new money buys, under each reading that the stated valuations allow.
 * Units: fractions of 1. Exact for exact terms. Each fraction is of all shares after the round, provided that
 * all that converts or is reserved in the round stands inside the valuation.
 * A stated pre-money V gives amount ÷ (V + amount); a stated post-money V gives amount ÷ V. A valuation without
 * a basis gives both. When the round was resized after a post-money V was stated for another amount, it is open
 * whether V stands or moves by the difference, and both are given. In a sale of existing shares at V, which brings
 * no new money, it is amount ÷ V. Empty when no valuation is stated.
 */
export function impliedStakes(builder: GraphBuilder, terms: StakeTerms): readonly ImpliedStake[] {
  const { amount, preMoney, postMoney, unspecified, salePrice } = terms;
  const stakes: ImpliedStake[] = [];
  const add = (label: string, basis: string, whole: string): void => {
    const node = builder.formula({
      label,
      unit: 'fraction',
      basis,
      operator: 'divide',
      operands: [amount, whole],
    });
    stakes.push({ label, basis, node });
  };
  if (preMoney !== undefined) {
    add(
      'implied stake by the pre-money',
      'of post-money: pre-money plus amount',
      plus(builder, preMoney, amount),
    );
  }
  if (postMoney !== undefined) {
    const moved = resized(builder, terms, postMoney);
    if (moved === undefined) {
      add('implied stake by the post-money', 'of post-money', postMoney);
    } else {
      add('implied stake if the post-money stands', `of post-money as stated; ${NOT_UNIQUE}`, postMoney);
      add(
        'implied stake if the pre-money stands',
        `of post-money moved by the resizing; ${NOT_UNIQUE}`,
        moved,
      );
    }
  }
  if (salePrice !== undefined)
    add('implied stake at the price of the sale', 'of all shares; no new money', salePrice);
  if (unspecified !== undefined) {
    const open = `the valuation's basis is not stated; ${NOT_UNIQUE}`;
    add('implied stake if the valuation is post-money', `of post-money; ${open}`, unspecified);
    const moved = resized(builder, terms, unspecified);
    if (moved !== undefined) {
      add(
        'implied stake if it is post-money and moves',
        `of post-money moved by the resizing; ${open}`,
        moved,
      );
    }
    add(
      'implied stake if the valuation is pre-money',
      `of valuation plus amount; ${open}`,
      plus(builder, unspecified, amount),
    );
  }
  return stakes;
}

/** Post-money for the present amount, when it was stated for a different one: V − stated amount + amount. */
function resized(builder: GraphBuilder, terms: StakeTerms, stated: string): string | undefined {
  if (terms.statedFor === undefined || sameValue(builder, terms.statedFor, terms.amount)) return undefined;
  const unit = builder.node(stated).unit;
  const before = builder.formula({
    label: 'implied pre-money',
    unit,
    basis: 'pre-money',
    operator: 'subtract',
    operands: [stated, terms.statedFor],
  });
  return plus(builder, before, terms.amount);
}

function sameValue(builder: GraphBuilder, one: string, other: string): boolean {
  if (one === other) return true;
  const value = exactValue(builder.boundsOf(one));
  const otherValue = exactValue(builder.boundsOf(other));
  return value !== undefined && otherValue !== undefined && value.equals(otherValue);
}

const plus = (builder: GraphBuilder, preMoney: string, amount: string): string =>
  builder.formula({
    label: 'implied post-money',
    unit: builder.node(preMoney).unit,
    basis: 'post-money',
    operator: 'add',
    operands: [preMoney, amount],
  });

/** Nodes in the currency of the terms. `preMoney` only where the stake was bought with new money. */
export interface ImpliedValuation {
  readonly valuation: string;
  readonly preMoney?: string;
}

/**
 * The value of the whole company that a stake implies: `amount` of new money for a `fraction` gives post-money
 * amount ÷ fraction, and pre-money that less the amount; the `value` of an existing stake gives value ÷ fraction.
 * Units: `fraction` is of 1, the rest one currency. Exact for exact terms; a fraction that may be zero leaves
 * the valuation open above. The pre-money of inexact terms has outer bounds. It prices all shares like those sold, which a preferred share's rights may belie.
 */
export function impliedValuation(
  builder: GraphBuilder,
  terms: { readonly fraction: string } & ({ readonly amount: string } | { readonly value: string }),
): ImpliedValuation {
  if ('value' in terms) {
    return {
      valuation: wholeFrom(
        builder,
        terms.value,
        terms.fraction,
        'implied valuation',
        'as the stake is valued',
      ),
    };
  }
  const valuation = wholeFrom(builder, terms.amount, terms.fraction, 'implied post-money', 'post-money');
  const unit = builder.node(terms.amount).unit;
  const preMoney = builder.formula({
    label: 'implied pre-money',
    unit,
    basis: 'pre-money',
    operator: 'subtract',
    operands: [valuation, terms.amount],
  });
  return { valuation, preMoney };
}

const wholeFrom = (
  builder: GraphBuilder,
  part: string,
  fraction: string,
  label: string,
  basis: string,
): string =>
  builder.formula({
    label,
    unit: builder.node(part).unit,
    basis,
    operator: 'divide',
    operands: [part, fraction],
  });
