import type { GraphBuilder } from '@tranche/core/formula';
import type { Bounds } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { groundsOf } from '../deal/figures/nodes.ts';
import type { Statement } from '../statement/index.ts';
import type { ShareSaid } from './stakes-said.ts';

const HUNDRED = Rational.of(100n);

/** The node of a share as it is said, as a fraction of 1. */
export const shareNode = (
  builder: GraphBuilder,
  { label, basis = 'basis not stated' }: { readonly label: string; readonly basis?: string },
  said: ShareSaid,
  statements: readonly Statement[],
): string =>
  builder.input({
    label,
    basis,
    date: said.on,
    unit: 'fraction',
    bounds: shareBounds(said),
    qualifier: said.qualifier,
    grounds: groundsOf(statements),
  });

/** "About" leaves the number and says that it is vague; "over" leaves the upper end open, "up to" the lower at none. */
function shareBounds({ percent, qualifier }: ShareSaid): Bounds {
  const fraction = percent.dividedBy(HUNDRED);
  const vague = qualifier === 'about' || qualifier === 'nearly';
  switch (qualifier) {
    case 'over':
    case 'at_least':
      return { low: fraction, vague };
    case 'up_to':
    case 'nearly':
      return { low: Rational.ZERO, high: fraction, vague };
    case 'about':
    case 'exact':
      return { low: fraction, high: fraction, vague };
  }
}
