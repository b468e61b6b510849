import { type DateRange, type PartialDate, type PlainDate, rangeOf } from '@tranche/core/time';
import { isDone, type Mention } from '../grouping/mention.ts';
import { type Choice, type ChoiceContext, choose, type Said } from '../reconcile/index.ts';
import { dateOf } from './amount-said.ts';

/**
 * When a part of a tranche was paid. A report that gives no day of its own is read as being of the closing that its
 * text dates, or else of the tranche as a whole; that it may have been any day up to the report is then passed over,
 * and stays in sight.
 */
export function paidOnOf(
  field: string,
  payments: readonly Mention[],
  ofTranche: readonly Mention[],
  ofClosing: readonly Mention[],
  context: ChoiceContext,
): Choice<PartialDate> | undefined {
  const dated = payments.filter((payment) => dateOf(payment) !== undefined);
  const undated = payments.filter((payment) => dateOf(payment) === undefined);
  const own = dated.flatMap(saidOn);
  const done = ({ status }: Mention): boolean => isDone(status);
  const byText = undated.flatMap(({ text }) =>
    ofClosing.filter((mention) => done(mention) && mention.text === text).flatMap(saidOn),
  );
  const isDated = own.length + byText.length > 0;
  const byClosing = isDated ? byText : ofTranche.filter(done).flatMap(saidOn);
  const known = [...own, ...byClosing];
  const open =
    own.length > 0
      ? []
      : undated.map((mention): Said<PartialDate> => {
          const value = `../${mention.statement.knownFrom}` as PartialDate;
          return {
            key: value,
            value,
            mention,
            ...(byClosing.length === 0
              ? {}
              : { out: 'it gives no day of its own, and parts of one closing are read as paid together' }),
          };
        });
  const choice = choose(field, [...known, ...open], context);
  return own.length > 0 ? withoutCoarser(choice) : choice;
}

function saidOn(mention: Mention): readonly Said<PartialDate>[] {
  const date = dateOf(mention);
  return date === undefined ? [] : [{ key: date, value: date, mention }];
}

/** "December" does not contradict 26 December. */
export function withoutCoarser(choice: Choice<PartialDate> | undefined): Choice<PartialDate> | undefined {
  if (choice === undefined) return undefined;
  const { from, to } = rangeOf(choice.chosen.value);
  const isCoarser = (date: PartialDate): boolean => {
    const range = rangeOf(date);
    return (range.from ?? '') <= (from ?? '') && (range.to ?? '9999') >= (to ?? '9999');
  };
  return { ...choice, alternatives: choice.alternatives.filter(({ option }) => !isCoarser(option.value)) };
}

/** The day on which a payment was made, as far as all that is known tells. */
export interface PaymentDay {
  readonly date: PartialDate;
  readonly range: DateRange & { readonly to: PlainDate };
}

/** By the ids of the statements of each part, whether they plan its payment or report it. */
export type PaymentDays = ReadonlyMap<string, PaymentDay>;

export function paymentDaysOf(
  parts: readonly {
    readonly paidOn: Choice<PartialDate> | undefined;
    readonly mentions: readonly Mention[];
  }[],
): PaymentDays {
  return new Map(
    parts.flatMap(({ paidOn, mentions }) => {
      if (paidOn === undefined) return [];
      const { value, standing } = paidOn.chosen;
      const { from, to } = rangeOf(value);
      // What is reported as done was done by the day of the report.
      const last = to === undefined || to > standing.knownFrom ? standing.knownFrom : to;
      const day: PaymentDay = {
        date: value,
        range: { ...(from === undefined || from > last ? {} : { from }), to: last },
      };
      return mentions.map(({ statement }) => [statement.id, day] as const);
    }),
  );
}

/** All reports of one payment are of the one day that was picked among them. */
export function onItsDay(mention: Mention, days: PaymentDays): Mention {
  const day = isDone(mention.status) ? days.get(mention.statement.id) : undefined;
  return day === undefined ? mention : { ...mention, at: day.range };
}
