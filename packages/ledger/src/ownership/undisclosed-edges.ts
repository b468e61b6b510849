import type { GraphBuilder } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import type { Assumption } from '../deal/view.ts';
import type { Edge } from './look-through.ts';
import { type Company, isHeldBySomebody } from './structure.ts';

/** A holding that nobody states and nothing rules out. */
export interface UndisclosedEdge extends Edge {
  readonly assetName: string;
  /** Node: the most it can be. */
  readonly atMost: string;
  /** Nothing at all is stated of who holds the asset. */
  readonly isWhollyUndisclosed: boolean;
}

export const REST_IS_OTHERS: Assumption = {
  id: 'rest-is-others',
  text: "Where a holder's own share of a company is stated, what is not disclosed there is taken to be held by others.",
};

/** True where the assumption makes a difference: the holder's own share is stated, and something is left. */
export const restMatters = (
  builder: GraphBuilder,
  holder: string,
  companies: ReadonlyMap<string, Company>,
): boolean =>
  [...companies.values()].some(
    ({ holdings, undisclosed: { notNamed } }) =>
      notNamed !== undefined &&
      builder.boundsOf(notNamed).high?.sign() !== 0 &&
      holdings.some(({ party, direct }) => party === holder && direct !== undefined),
  );

/**
 * What a holder may hold besides what is stated: in the company, and in each of those through whom it is held, where
 * no share of its own is stated; none of it at the least, all that nobody is named for at the most.
 */
export function undisclosedEdges(
  builder: GraphBuilder,
  holder: { readonly party: string; readonly name: string },
  companies: ReadonlyMap<string, Company>,
): readonly UndisclosedEdge[] {
  return [...companies.values()].flatMap((company): readonly UndisclosedEdge[] => {
    const { party, name, holdings, undisclosed } = company;
    const atMost = undisclosed.notNamed;
    if (party === holder.party || atMost === undefined) return [];
    if (holdings.some((one) => one.party === holder.party && one.direct !== undefined)) return [];
    const high = builder.boundsOf(atMost).high ?? Rational.ONE;
    if (high.sign() <= 0) return [];
    const node = builder.input({
      label: `direct share of ${holder.name} in ${name}`,
      basis: 'not disclosed',
      unit: 'fraction',
      bounds: { low: Rational.ZERO, high, vague: false },
      unknownBecause: isHeldBySomebody(company)
        ? 'not stated: at most what nobody is named for'
        : `nobody states who holds ${name}`,
      grounds: [{ kind: 'rule', id: 'unknown-is-not-zero' }],
    });
    return [
      {
        owner: holder.party,
        asset: party,
        assetName: name,
        node,
        atMost,
        isWhollyUndisclosed: !isHeldBySomebody(company),
      },
    ];
  });
}
