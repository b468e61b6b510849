import type { PlainDate } from '@tranche/core/time';
import type { Assembly } from '../assembly/assemble.ts';
import { isBinding } from '../assembly/tranches.ts';
import { isDone } from '../grouping/mention.ts';

/** The day by which someone was bound to pay some of it. */
export function boundOnIn({ mentions }: Assembly): PlainDate | undefined {
  return mentions
    .filter(({ type, status }) => type !== 'valuation' && isBinding(status))
    .map(({ at }) => at.to)
    .sort()[0];
}

/** The day by which something of the deal was done. */
export const doneOnIn = ({ mentions }: Pick<Assembly, 'mentions'>): PlainDate | undefined =>
  mentions
    .filter(({ status }) => isDone(status))
    .map(({ at }) => at.to)
    .sort()[0];
