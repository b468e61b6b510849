import type { GraphBuilder } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import type { Result } from '@tranche/core/result';
import { type Edge, type LookThrough, lookThroughOver } from './look-through.ts';
import { type Printing, printedFrom, printingOf } from './printed.ts';
import type { StatedShare } from './stated-holdings.ts';
import type { UndisclosedEdge } from './undisclosed-edges.ts';

/** A holding that, by itself, would make up what a stated total is above the known ones. */
export interface ExplainingHolding {
  readonly edge: UndisclosedEdge;
  /** Node: the share of the asset that would have to be held. */
  readonly share: string;
  /** The same where the printed total is a rounding, and where it is cut off: fractions of 1. */
  readonly byPrinting: ReturnType<typeof printedFrom>;
  /** Shares stated of the holder elsewhere on the way with which the total comes out as it is printed. */
  readonly likeness: readonly Likeness[];
}

export interface Likeness {
  /** Party id of the company of which the share is stated. */
  readonly asset: string;
  readonly share: string;
  /** Node: the total with that share in the undisclosed place. */
  readonly total: string;
  /** How the stated total then comes to its digits. */
  readonly printing: Printing;
}

export interface Explanation {
  /** Node: the stated total less what the known holdings give. */
  readonly gap: string;
  /** Holdings each of which would do alone. */
  readonly alone: readonly ExplainingHolding[];
  /** Holdings that would not do alone, and bear on how large the others have to be. */
  readonly partly: readonly UndisclosedEdge[];
  /** True when not even all undisclosed holdings together would do. */
  readonly isOutOfReach: boolean;
}

interface Terms {
  readonly holder: string;
  readonly asset: string;
  readonly known: readonly Edge[];
  readonly open: readonly UndisclosedEdge[];
  /** What the holder has by the known holdings. */
  readonly lower: LookThrough;
  readonly stated: StatedShare;
  readonly nameOf: (party: string) => string;
}

/**
 * What would explain a total that the known holdings do not reach: for each undisclosed holding on the way the share
 * that, alone, makes up the difference. Exact: a total grows by a holding in proportion to what its company has of
 * the asset, and the holder itself is held by none of them. Undefined where the known holdings reach the total.
 * Fails as `lookThroughOver`.
 */
export function explanationOf(builder: GraphBuilder, terms: Terms): Result<Explanation | undefined> {
  const { known, open, asset, lower, stated, nameOf } = terms;
  const printed = stated.percent.dividedBy(HUNDRED);
  if (printed.compare(lower.min) <= 0) return { ok: true, value: undefined };
  const gap = builder.formula({
    label: 'stated total, less what the known holdings give',
    unit: 'fraction',
    operator: 'subtract',
    operands: [stated.node, lower.node],
  });
  const alone: ExplainingHolding[] = [];
  const partly: UndisclosedEdge[] = [];
  let reach = lower.min;
  for (const edge of open) {
    const weight = weightOf(builder, known, edge.asset, asset, nameOf);
    if (!weight.ok) return weight;
    if (weight.value === undefined || weight.value.min.sign() === 0) continue;
    const { node, min } = weight.value;
    const most = builder.boundsOf(edge.atMost).high ?? Rational.ONE;
    reach = reach.plus(most.times(min));
    if (printed.minus(lower.min).compare(most.times(min)) > 0) {
      partly.push(edge);
      continue;
    }
    const share = builder.formula({
      label: `share of ${edge.assetName} that would explain the stated total`,
      unit: 'fraction',
      operator: 'divide',
      operands: [gap, node],
    });
    const solve = (percent: Rational): Rational => percent.dividedBy(HUNDRED).minus(lower.min).dividedBy(min);
    const { rounded, 'cut off': cutOff } = printedFrom(stated.percent);
    alone.push({
      edge,
      share,
      byPrinting: {
        rounded: { low: solve(rounded.low), high: solve(rounded.high) },
        'cut off': { low: solve(cutOff.low), high: solve(cutOff.high) },
      },
      likeness: likenessOf(builder, terms, edge, node),
    });
  }
  return { ok: true, value: { gap, alone, partly, isOutOfReach: printed.compare(reach) > 0 } };
}

/** What one whole of a company on the way has of the asset. */
function weightOf(
  builder: GraphBuilder,
  known: readonly Edge[],
  company: string,
  asset: string,
  nameOf: (party: string) => string,
): Result<LookThrough | undefined> {
  if (company !== asset) return lookThroughOver(builder, known, { owner: company, asset }, nameOf);
  const node = builder.exact({
    label: `${nameOf(asset)}, held directly`,
    unit: 'fraction',
    value: Rational.ONE,
    grounds: [{ kind: 'rule', id: 'direct', note: 'a direct share counts in full' }],
  });
  return { ok: true, value: { node, min: Rational.ONE, max: Rational.ONE } };
}

/** One owner often holds the same part of several vehicles: such a share is tried, and shown when it fits. */
function likenessOf(
  builder: GraphBuilder,
  { holder, known, lower, stated }: Terms,
  edge: UndisclosedEdge,
  weight: string,
): readonly Likeness[] {
  const most = builder.boundsOf(edge.atMost).high ?? Rational.ONE;
  return known.flatMap(({ owner, asset, node: share }): readonly Likeness[] => {
    const bounds = builder.boundsOf(share);
    if (owner !== holder || bounds.high === undefined || bounds.high.compare(most) > 0) return [];
    const through = builder.formula({
      label: `through ${edge.assetName}, with the same share there`,
      unit: 'fraction',
      operator: 'multiply',
      operands: [share, weight],
    });
    const total = builder.formula({
      label: `total, with the same share in ${edge.assetName}`,
      unit: 'fraction',
      operator: 'add',
      operands: [lower.node, through],
    });
    const { low, high } = builder.boundsOf(total);
    if (low === undefined || high === undefined || !low.equals(high)) return [];
    const printing = printingOf(low.times(HUNDRED), stated.percent);
    return printing === undefined ? [] : [{ asset, share, total, printing }];
  });
}

const HUNDRED = Rational.of(100n);
