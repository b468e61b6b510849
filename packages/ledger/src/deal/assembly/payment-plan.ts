import { firstDayOf, lastDayOf, type PartialDate } from '@tranche/core/time';
import { isOpen, type Mention } from '../grouping/mention.ts';
import { type Choice, type ChoiceContext, choose, type Said } from '../reconcile/index.ts';
import { dateOf } from './amount-said.ts';
import type { TiedMoney } from './draft.ts';
import { withoutCoarser } from './paid-on.ts';
import type { AssembledTranche } from './tranches.ts';

/** When a deal was to be paid, before anything of it was. */
export interface PaymentPlan {
  /** From the first day to the last: as stated for the whole amount, or by the days its tranches were planned for. */
  readonly window: Choice<PartialDate> | undefined;
  readonly first: Choice<PartialDate> | undefined;
}

export function paymentPlan(
  mentions: readonly Mention[],
  { gross, own }: TiedMoney,
  tranches: readonly AssembledTranche[],
  context: ChoiceContext,
): PaymentPlan {
  const ahead = ({ status, fallback, statement }: Mention): boolean =>
    isOpen(status) && !fallback && !statement.denied;
  const stated = [...gross, ...own].filter(ahead).flatMap((mention): readonly Said<PartialDate>[] => {
    const date = dateOf(mention);
    const isWindow =
      date?.includes('/') === true && firstDayOf(date) !== undefined && lastDayOf(date) !== undefined;
    return isWindow ? [{ key: date, value: date, mention }] : [];
  });
  const first = mentions.filter(ahead).flatMap((mention): readonly Said<PartialDate>[] => {
    const date = dateOf(mention);
    return date === undefined || !isFirst(mention) ? [] : [{ key: date, value: date, mention }];
  });
  const [earliest] = tranches.flatMap(({ planned }) => planned ?? []);
  return {
    window: choose('payment_window', [...stated, ...windowOf(tranches)], context),
    first: withoutCoarser(
      choose('first_payment', [...first, ...(earliest === undefined ? [] : [saidBy(earliest)])], context),
    ),
  };
}

const isFirst = ({ statement: { body } }: Mention): boolean =>
  'closing' in body && body.closing !== undefined && /^first\b/i.test(body.closing);

/** From the first to the last of two or more tranches' planned days. */
function windowOf(tranches: readonly AssembledTranche[]): readonly Said<PartialDate>[] {
  const planned = tranches.flatMap((tranche) => tranche.planned ?? []);
  const [first, last] = [planned[0], planned.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  if (firstDayOf(first.chosen.value) === undefined) return [];
  const value = `${first.chosen.value}/${last.chosen.value}` as PartialDate;
  return [{ ...saidBy(last), key: value, value }];
}

/** What a choice came to, as something said of another field. */
function saidBy({ chosen }: Choice<PartialDate>): Said<PartialDate> {
  const [statement] = chosen.statements;
  if (statement === undefined) throw new RangeError('a chosen value was said by something');
  const { status, knownFrom } = chosen.standing;
  return {
    key: chosen.key,
    value: chosen.value,
    mention: { statement, status, fallback: false, at: { to: knownFrom } },
  };
}
