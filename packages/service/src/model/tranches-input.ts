import type { DealFile } from '@tranche/formats/deal-file';
import { fieldsFromFile } from './round-input.ts';
import { type Input, Traced } from './traced.ts';

type Tranches = NonNullable<DealFile['tranches']>;
type Closing = Tranches['closings'][number];

export interface ClosedClosing {
  readonly id: string;
  readonly milestone?: string | undefined;
  /** It is closed because the question says so, not because the file does. */
  readonly assumed: boolean;
}

/**
 * The input of the calculator `tranched_round`. A closing that is closed only after the day asked for is pending on
 * that day; one that a question takes as closed is closed.
 */
export function tranchesInput(
  tranches: Tranches,
  holdings: readonly Input[],
  roundPrice: Traced | undefined,
  { asOf, assumeClosed }: { readonly asOf: string; readonly assumeClosed: readonly string[] },
): { readonly input: Input; readonly closed: readonly ClosedClosing[] } {
  const statusOf = ({ id, date, status = 'closed' }: Closing): string => {
    if (assumeClosed.includes(id)) return 'closed';
    return status === 'closed' && date > asOf ? 'pending' : status;
  };
  const { commitments, closings, pro_rata: proRata, mark_price: mark } = tranches;
  const path = ['tranches'];
  return {
    input: {
      holdings,
      commitments: commitments?.map(({ milestone: _, ...commitment }, index) => {
        const at = [...path, 'commitments', index];
        return new Traced(fieldsFromFile(commitment, at), { file: at });
      }),
      closings: closings.map((closing, index) => {
        const at = [...path, 'closings', index];
        const { milestone: _, ...stated } = closing;
        return new Traced(
          {
            ...fieldsFromFile(stated, at),
            status: statusOf(closing),
            ...(stated.price === undefined && roundPrice !== undefined
              ? { price: { price_per_share: roundPrice } }
              : {}),
          },
          { file: at },
        );
      }),
      pro_rata: proRata?.map((right, index) => {
        const at = [...path, 'pro_rata', index];
        return new Traced(fieldsFromFile(right, at), { file: at });
      }),
      mark_price: mark === undefined ? undefined : fieldsFromFile({ mark_price: mark }, path).mark_price,
    },
    closed: closings
      .filter((closing) => statusOf(closing) === 'closed')
      .map((closing) => ({
        id: closing.id,
        milestone: closing.milestone,
        assumed: assumeClosed.includes(closing.id) && (closing.status ?? 'closed') !== 'closed',
      })),
  };
}
