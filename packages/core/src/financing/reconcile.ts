import { exactValue, type GraphBuilder } from '../formula/index.ts';

export interface Reconciliation {
  /** Node: the parts added up. */
  readonly sum: string;
  /** Node: stated less sum; negative when the parts exceed the stated whole. */
  readonly remainder: string;
  /** Undefined when the bounds, or words such as "about", leave it open. */
  readonly agrees: boolean | undefined;
}

/**
 * Whether stated parts add up to a stated whole, and what remains.
 * Units: all nodes in `unit`. Exact: `agrees` is true only when the remainder is zero, and false only when no
 * values within the bounds make it so; a vague part or whole ("about") can agree but not disagree.
 * No parts: the sum is unknown. Fails: never.
 */
export function reconcile(
  builder: GraphBuilder,
  terms: {
    readonly label: string;
    readonly parts: readonly string[];
    readonly stated: string;
    readonly unit: string;
  },
): Reconciliation {
  const { label, parts, stated, unit } = terms;
  const sum =
    parts.length === 0
      ? builder.unknown({
          label: `sum of parts, ${label}`,
          unit,
          because: 'no part is reported',
          grounds: [{ kind: 'rule', id: 'no-part-reported' }],
        })
      : builder.formula({ label: `sum of parts, ${label}`, unit, operator: 'add', operands: parts });
  const remainder = builder.formula({
    label: `remainder, ${label}`,
    unit,
    basis: 'stated less sum of parts',
    operator: 'subtract',
    operands: [stated, sum],
  });
  return { sum, remainder, agrees: isZero(builder, remainder) };
}

function isZero(builder: GraphBuilder, node: string): boolean | undefined {
  const bounds = builder.boundsOf(node);
  if (exactValue(bounds)?.sign() === 0) return true;
  if (bounds.vague) return undefined;
  const outside = (bounds.low?.sign() ?? -1) > 0 || (bounds.high?.sign() ?? 1) < 0;
  return outside ? false : undefined;
}
