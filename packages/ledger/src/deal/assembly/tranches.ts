import { headlineValue, type StatedAmount } from '@tranche/core/money';
import { maximum, Rational } from '@tranche/core/rational';
import { firstDayOf, lastDayOf, type PartialDate, type PlainDate } from '@tranche/core/time';
import type { DealStatus, MoneyKind } from '../../claim/index.ts';
import { isDone, isOpen, type Mention } from '../grouping/mention.ts';
import { type Choice, type ChoiceContext, choose } from '../reconcile/index.ts';
import type { DealMoney } from '../view.ts';
import { amountSaid, conditionOf, dateOf } from './amount-said.ts';
import type { Draft, DraftSlice, Payer, TiedMoney } from './draft.ts';
import { type PaymentDays, paidOnOf, withoutCoarser } from './paid-on.ts';

/**
 * `paid`: a text reports the payment. `with_deal`: the deal is done as a whole. `ahead`: known not to be paid yet.
 * `unknown`: it was due, and no text says whether it was paid.
 */
export type Drawn = 'paid' | 'with_deal' | 'ahead' | 'unknown';

export interface AssembledSlice {
  readonly payer: Payer;
  /** What was to be paid; absent for what a whole leaves over after the parts that are named. */
  readonly planned: Choice<StatedAmount> | undefined;
  readonly paid: Choice<StatedAmount> | undefined;
  readonly paidOn: Choice<PartialDate> | undefined;
  readonly drawn: Drawn;
  readonly drawnBecause: string;
  /** Someone is bound to pay it. */
  readonly isCommitted: boolean;
  readonly status: DealStatus;
  readonly mentions: readonly Mention[];
}

export interface AssembledTranche {
  readonly id: string;
  readonly label: string;
  /** Absent for the deal as a whole. */
  readonly amount: Choice<StatedAmount> | undefined;
  readonly money: DealMoney;
  readonly status: DealStatus;
  readonly planned: Choice<PartialDate> | undefined;
  readonly paidOn: Choice<PartialDate> | undefined;
  readonly condition: Choice<string> | undefined;
  readonly slices: readonly AssembledSlice[];
  readonly joins: readonly string[];
  readonly mentions: readonly Mention[];
}

export interface TrancheTerms {
  readonly tied: TiedMoney;
  readonly status: DealStatus;
  readonly money: DealMoney;
  readonly asOf: PlainDate;
  /** The day on which a binding agreement on the deal became known. */
  readonly boundFrom: PlainDate | undefined;
  /** When payments were made that had not been made by `asOf`. */
  readonly paymentDays: PaymentDays;
  readonly context: ChoiceContext;
}

export const isBinding = (status: DealStatus): boolean => status === 'agreed' || isDone(status);

/** Tranches with their payers' parts: each amount, date and condition as the rule picks it. */
export const assembleTranches = (terms: TrancheTerms): readonly AssembledTranche[] =>
  terms.tied.drafts.map((draft, index) =>
    draft.piece === undefined
      ? assembleTranche('whole', 'the whole deal', draft, terms)
      : assembleTranche(`tranche-${index + 1}`, `tranche ${index + 1}`, draft, terms),
  );

/** What the reported tranches may leave of the deal, by payers that no text tells. */
export const restSlice = (terms: TrancheTerms): AssembledSlice | undefined =>
  terms.tied.drafts.some(({ piece }) => piece === undefined)
    ? undefined
    : sliceOf('rest', { payer: { party: undefined, share: 'own' }, mentions: [] }, [], [], terms, undefined);

function assembleTranche(id: string, label: string, draft: Draft, terms: TrancheTerms): AssembledTranche {
  const { context, money } = terms;
  const own = draft.piece?.mentions ?? [];
  const amount = choose(`${id}.amount`, own.map(amountSaid), context);
  // A tranche is paid when its largest part is.
  const [first] = draft.slices.toSorted((one, other) => largestIn(other).compare(largestIn(one)));
  const largest = new Set<Mention>(first?.mentions ?? []);
  const ofTranche = new Set<Mention>(own);
  const members: readonly Mention[] = [...own, ...draft.slices.flatMap(({ mentions }) => mentions)];
  const dates = (which: (mention: Mention) => boolean) =>
    (own.some((mention) => which(mention) && dateOf(mention) !== undefined) ? own : members)
      .filter(which)
      .flatMap((mention) => {
        const date = dateOf(mention);
        return date === undefined ? [] : [{ key: date, value: date, mention }];
      });
  const planned = withoutCoarser(choose(`${id}.planned`, dates(isAhead), context));
  const paidOn = withoutCoarser(
    choose(
      `${id}.paid_on`,
      dates((mention) => isDone(mention.status) && (ofTranche.has(mention) || largest.has(mention))),
      context,
    ),
  );
  const condition = choose(
    `${id}.condition`,
    members.flatMap((mention) => {
      const words = conditionOf(mention);
      return words === undefined ? [] : [{ key: words, value: words, mention }];
    }),
    context,
  );
  const slices = draft.slices.map((slice) => sliceOf(id, slice, own, members, terms, planned, condition));
  const isPaid = slices.length > 0 && slices.every(({ drawn }) => drawn === 'paid' || drawn === 'with_deal');
  const said = choose(
    `${id}.status`,
    own.map((mention) => ({ key: mention.status, value: mention.status, mention })),
    context,
  );
  const isDropped = own.length > 0 && own.every(({ status }) => status === 'abandoned');
  const stated = said?.chosen.value ?? (isDropped ? 'abandoned' : terms.status);
  return {
    id,
    label,
    amount,
    money: kindOf(own) ?? money,
    status: isPaid ? 'closed' : isDone(stated) ? 'agreed' : stated,
    planned,
    paidOn,
    condition,
    slices,
    joins: draft.joins,
    mentions: members,
  };
}

const largestIn = ({ mentions }: DraftSlice): Rational =>
  mentions.map(({ amount }) => headlineValue(amount)).reduce(maximum, Rational.ZERO);

const kindOf = (mentions: readonly Mention[]): DealMoney | undefined =>
  mentions.map(({ money }) => money).find((money): money is MoneyKind => money !== undefined);

/** A plan, as it was before any payment: what was still to come when it was said. */
const isAhead = (mention: Mention): boolean => isOpen(mention.status);

function sliceOf(
  tranche: string,
  { payer, mentions }: DraftSlice,
  ofTranche: readonly Mention[],
  ofClosing: readonly Mention[],
  terms: TrancheTerms,
  plannedDate: Choice<PartialDate> | undefined,
  condition?: Choice<string>,
): AssembledSlice {
  const { context } = terms;
  const field = `${tranche}.${payer.party ?? 'others'}.${payer.share}`;
  const ahead = mentions.filter(isAhead);
  const payments = mentions.filter(({ status }) => isDone(status));
  const planned = choose(`${field}.planned`, (ahead.length > 0 ? ahead : payments).map(amountSaid), context);
  const paid =
    choose(`${field}.paid`, payments.map(amountSaid), context) ??
    paidWithTranche(field, planned, ofTranche, context);
  // What was planned before the deal was signed is what was signed, as long as no text tells otherwise.
  const isAgreed = ({ status, statement }: Mention): boolean =>
    isBinding(status) ||
    (isOpen(status) && terms.boundFrom !== undefined && statement.knownFrom < terms.boundFrom);
  const isCommitted =
    isBinding(terms.status) &&
    (payer.party === undefined
      ? ofTranche.length === 0 || ofTranche.some(isAgreed)
      : payer.share === 'syndicated' || [...mentions, ...ofTranche].some(isAgreed));
  const [drawn, drawnBecause] = drawnOf(
    [...mentions, ...ofTranche],
    paid,
    plannedDate,
    condition,
    terms,
    payer,
  );
  const best = choose(
    `${field}.status`,
    (mentions.length > 0 ? mentions : ofTranche).map((mention) => ({
      key: mention.status,
      value: mention.status,
      mention,
    })),
    context,
  );
  const isPaid = drawn === 'paid' || drawn === 'with_deal';
  return {
    payer,
    planned,
    paid,
    paidOn:
      paid === undefined
        ? undefined
        : paidOnOf(
            `${field}.paid_on`,
            payments.length > 0 ? payments : ofTranche.filter(({ status }) => isDone(status)),
            ofTranche,
            ofClosing,
            context,
          ),
    drawn,
    drawnBecause,
    isCommitted: isCommitted || isPaid,
    status: isPaid ? 'closed' : (best?.chosen.value ?? terms.status),
    mentions,
  };
}

/** A report that the tranche as a whole was paid is one that its planned parts were. */
function paidWithTranche(
  field: string,
  planned: Choice<StatedAmount> | undefined,
  ofTranche: readonly Mention[],
  context: ChoiceContext,
): Choice<StatedAmount> | undefined {
  if (planned === undefined) return undefined;
  const { value } = planned.chosen;
  const payments = ofTranche.filter(({ status }) => isDone(status));
  return choose(
    `${field}.paid`,
    payments.map((mention) => ({ key: 'as planned', value, mention })),
    context,
  );
}

function drawnOf(
  mentions: readonly Mention[],
  paid: Choice<StatedAmount> | undefined,
  planned: Choice<PartialDate> | undefined,
  condition: Choice<string> | undefined,
  { status, asOf, tied, boundFrom, paymentDays }: TrancheTerms,
  payer: Payer,
): readonly [Drawn, string] {
  if (paid !== undefined) return ['paid', paid.because];
  if (status === 'abandoned') return ['ahead', 'the deal was dropped'];
  if (!isBinding(status)) return ['ahead', 'no agreement is reported: nothing can have been paid'];
  if (boundFrom !== undefined && asOf <= boundFrom && !isDone(status))
    return ['ahead', `signed only by ${boundFrom}`];
  const made = mentions
    .map(({ statement }) => paymentDays.get(statement.id))
    .find((day) => day !== undefined);
  if (made?.range.from !== undefined && made.range.from > asOf)
    return ['ahead', `paid on ${made.date}, later than ${asOf}`];
  if (made !== undefined) return ['unknown', `paid in ${made.date}, and perhaps later than ${asOf}`];
  const isWhole = tied.drafts.every(({ piece }) => piece === undefined);
  if (
    status === 'completed' ||
    (status === 'closed' && (isWhole || payer.party === undefined) && mentions.length === 0)
  ) {
    return ['with_deal', 'the deal as a whole is reported as done'];
  }
  if (payer.party === undefined && mentions.some((mention) => isDone(mention.status))) {
    return ['with_deal', 'the tranche is reported as paid'];
  }
  if (mentions.length > 0 && mentions.every((mention) => mention.status === 'abandoned')) {
    return ['ahead', 'it was dropped'];
  }
  const date = planned?.chosen.value;
  const [first, last] = date === undefined ? [] : [firstDayOf(date), lastDayOf(date)];
  if (first !== undefined && first > asOf) return ['ahead', `planned for ${date}`];
  const saidAhead = mentions
    .filter(isAhead)
    .filter((mention) => {
      const own = dateOf(mention);
      return own === undefined || (lastDayOf(own) ?? asOf) >= mention.statement.knownFrom;
    })
    .map(({ statement }) => statement.knownFrom)
    .sort()
    .at(-1);
  if (saidAhead !== undefined && saidAhead >= asOf)
    return ['ahead', `still to be paid, by a report of ${saidAhead}`];
  if (condition !== undefined && last !== undefined && last >= asOf) {
    return ['ahead', 'its condition is not reported as met'];
  }
  const due = date === undefined ? 'no date of payment is reported' : `due ${date}`;
  return ['unknown', `${due}, and not reported as paid`];
}
