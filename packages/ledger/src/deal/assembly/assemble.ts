import type { StatedAmount } from '@tranche/core/money';
import type { PartialDate } from '@tranche/core/time';
import type { DealStatus } from '../../claim/index.ts';
import { rejectionsIn } from '../../judgement/index.ts';
import type { PartyBook } from '../../party/index.ts';
import type { Statement } from '../../statement/index.ts';
import type { GroupedDeal, IssuerKnowledge } from '../grouping/deals-of.ts';
import { isDone, type Mention, mentionOf } from '../grouping/mention.ts';
import {
  type Choice,
  type ChoiceContext,
  type ChoiceRule,
  choose,
  STATUS_THEN_TIER,
} from '../reconcile/index.ts';
import type { Dates } from '../view.ts';
import { amountKey, amountSaid } from './amount-said.ts';
import { type TiedMoney, tieMoney } from './draft.ts';
import {
  dateChoice,
  preMoneySaid,
  type StatedStake,
  type StatedValuation,
  stakeOf,
  textChoice,
  type Union,
  union,
  valuationsSaid,
} from './fields.ts';
import { onItsDay, type PaymentDays, paymentDaysOf } from './paid-on.ts';
import { type PaymentPlan, paymentPlan } from './payment-plan.ts';
import { leftOver, type OwnLeftOver, sizeMentions, sizesOf } from './size.ts';
import { statusOf } from './status.ts';
import {
  type AssembledSlice,
  type AssembledTranche,
  assembleTranches,
  isBinding,
  restSlice,
} from './tranches.ts';

/** A deal's fields, each as the rule picks it, and its money tied to tranches and payers. No arithmetic yet. */
export interface Assembly {
  readonly deal: GroupedDeal;
  readonly dates: Dates;
  readonly rule: ChoiceRule;
  /** What was said of it and is not rejected. */
  readonly mentions: readonly Mention[];
  readonly status: DealStatus;
  readonly statusChoice: Choice<DealStatus> | undefined;
  readonly statusBecause: string;
  readonly size: Choice<StatedAmount> | undefined;
  readonly valuation: Choice<StatedValuation> | undefined;
  readonly preMoney: Choice<StatedAmount> | undefined;
  readonly stage: Choice<string> | undefined;
  readonly instrument: Choice<string> | undefined;
  readonly agreedOn: Choice<PartialDate> | undefined;
  readonly closedOn: Choice<PartialDate> | undefined;
  readonly plan: PaymentPlan;
  readonly leads: Union;
  readonly participants: Union;
  readonly useOfProceeds: Union;
  /** The lead's own money in all: as a source states it, or as its gross and syndicated amounts leave it. */
  readonly own: Choice<StatedAmount> | undefined;
  readonly ownLeftOver: readonly OwnLeftOver[];
  readonly gross: Choice<StatedAmount> | undefined;
  readonly syndicated: Choice<StatedAmount> | undefined;
  /** The share that the lead is said to hold in the issuer, in all. */
  readonly stake: Choice<StatedStake> | undefined;
  readonly tied: TiedMoney;
  readonly tranches: readonly AssembledTranche[];
  /** What the reported tranches may leave of the deal. */
  readonly rest: AssembledSlice | undefined;
  readonly fallbacks: readonly Mention[];
  /** The party that leads it: by the texts, else its only investor. */
  readonly lead: { readonly id: string; readonly name: string } | undefined;
}

/**
 * Assembles a deal as of and as known on two dates. The knowledge is already limited to the second. What is known of
 * payments made after the first tells which of them had been made by it.
 */
export function assemble(
  deal: GroupedDeal,
  knowledge: IssuerKnowledge,
  dates: Dates,
  rule: ChoiceRule = STATUS_THEN_TIER,
): Assembly {
  const { asOf, knownOn } = dates;
  if (asOf >= knownOn) return assembleOn(deal, knowledge, dates, rule, new Map());
  const { tranches } = assembleOn(deal, knowledge, { asOf: knownOn, knownOn }, rule, new Map());
  return assembleOn(deal, knowledge, dates, rule, paymentDaysOf(tranches.flatMap(({ slices }) => slices)));
}

function assembleOn(
  deal: GroupedDeal,
  knowledge: IssuerKnowledge,
  dates: Dates,
  rule: ChoiceRule,
  paymentDays: PaymentDays,
): Assembly {
  const { book, judgements } = knowledge;
  const context: ChoiceContext = { deal: deal.id, judgements, rule };
  const rejected = rejectionsIn(judgements);
  const stands = ({ statement }: Mention): boolean => !rejected.has(statement.id);
  const mentions = withFallbacks(
    deal.members.flatMap(({ statement }): readonly Mention[] => {
      const said = mentionIn(book, statement);
      const mention = said === undefined ? undefined : onItsDay(said, paymentDays);
      return mention === undefined || mention.at.to > dates.asOf ? [] : [mention];
    }),
    stands,
  );
  const standing = mentions.filter(stands);
  const rounds = mentions.filter(({ type }) => type === 'round');
  const lead = leadOf(standing, knowledge);
  const leads = new Set(lead === undefined ? [] : [lead.id]);
  const sizesSaid = sizeMentions(rounds, mentions, leads, context);
  const size = choose('size', sizesSaid.map(amountSaid), context);
  const sizes = sizesOf(
    size?.chosen.value,
    sizesSaid.filter((mention) => standing.includes(mention)),
  );
  const { status, choice, because } = statusOf(rounds, mentions, leads, sizes, context);
  const tied = tieMoney(standing, leads, sizes, isDone(status));
  const boundFrom = [...rounds, ...tied.gross, ...tied.own]
    .filter((mention) => isBinding(mention.status) && standing.includes(mention))
    .map(({ statement }) => statement.knownFrom)
    .sort()[0];
  const terms = { tied, status, money: deal.money, asOf: dates.asOf, boundFrom, paymentDays, context };
  const tranches = assembleTranches(terms);
  const ownLeftOver = leftOver(tied);
  const isPartlyPaid =
    isDone(status) &&
    choice?.isPreferred !== true &&
    tranches.some(({ slices }) => slices.some(isStillAhead));
  return {
    deal,
    dates,
    rule,
    mentions: standing,
    status: isPartlyPaid ? 'agreed' : status,
    statusChoice: choice,
    statusBecause: isPartlyPaid ? 'a committed tranche is still to be paid' : because,
    size,
    valuation: choose('valuation', valuationsSaid(mentions, stands), context),
    preMoney: choose('pre_money', preMoneySaid(mentions), context),
    stage: textChoice('stage', rounds, ({ stage }) => stage, context),
    instrument: textChoice(
      'instrument',
      rounds,
      ({ statement: { body } }) => (body.type === 'round' ? body.instrument : undefined),
      context,
    ),
    agreedOn: dateChoice(
      'agreed_on',
      wholeDeal(rounds, tied),
      ({ status: one }) => one === 'agreed',
      context,
    ),
    closedOn: dateChoice('closed_on', rounds, ({ status: one }) => isDone(one), context),
    plan: paymentPlan(standing, tied, tranches, context),
    leads: union(rounds, (body) => body.leads, knowledge, rejected),
    participants: union(rounds, (body) => body.participants, knowledge, rejected),
    useOfProceeds: union(rounds, (body) => body.use_of_proceeds ?? [], undefined, rejected),
    own: choose(
      'own',
      [
        ...tied.own.map(amountSaid),
        ...ownLeftOver.map(({ gross, amount }) => ({
          key: amountKey(amount),
          value: amount,
          mention: gross,
        })),
      ],
      context,
    ),
    ownLeftOver,
    gross: choose('gross', tied.gross.map(amountSaid), context),
    syndicated: choose('syndicated', tied.syndicated.map(amountSaid), context),
    stake: lead === undefined ? undefined : stakeOf(lead.id, knowledge, dates.asOf, mentions, context),
    tied,
    tranches,
    rest: restSlice(terms),
    fallbacks: standing.filter(({ fallback, statement }) => fallback && !statement.denied),
    lead,
  };
}

/** A deal is assembled many times over the same statements: for each day of its history, and for each supposition. */
const mentionsIn = new WeakMap<PartyBook, WeakMap<Statement, { readonly mention: Mention | undefined }>>();

function mentionIn(book: PartyBook, statement: Statement): Mention | undefined {
  const known = mentionsIn.get(book) ?? new WeakMap<Statement, { readonly mention: Mention | undefined }>();
  mentionsIn.set(book, known);
  const found = known.get(statement) ?? { mention: mentionOf(statement, book) };
  known.set(statement, found);
  return found.mention;
}

const isStillAhead = ({ isCommitted, drawn }: { isCommitted: boolean; drawn: string }): boolean =>
  isCommitted && drawn === 'ahead';

/** Named first as lead; else the only investor with money in it. */
function leadOf(
  mentions: readonly Mention[],
  { nameOf }: IssuerKnowledge,
): { readonly id: string; readonly name: string } | undefined {
  const byText = new Map<string, number>();
  for (const { leads } of mentions) for (const lead of leads) byText.set(lead, (byText.get(lead) ?? 0) + 1);
  const [named] = [...byText].toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  if (named !== undefined) return { id: named[0], name: nameOf(named[0]) };
  const investors = new Set(
    mentions.flatMap(({ type, parties }) => (type === 'investment' || type === 'syndication' ? parties : [])),
  );
  const [only, second] = investors;
  return only !== undefined && second === undefined ? { id: only, name: nameOf(only) } : undefined;
}

/**
 * An amount that is first spoken of as what holds if a condition fails is that again when a later text leaves the
 * condition out, as long as nothing of it is paid.
 */
function withFallbacks(
  mentions: readonly Mention[],
  stands: (mention: Mention) => boolean,
): readonly Mention[] {
  const sameAs = (one: Mention, other: Mention): boolean =>
    one.type === other.type &&
    one.parties.join() === other.parties.join() &&
    one.amount !== undefined &&
    other.amount !== undefined &&
    amountKey(one.amount) === amountKey(other.amount);
  return mentions.map((mention) => {
    if (mention.fallback || mention.amount === undefined || isDone(mention.status)) return mention;
    const [first] = mentions.filter((other) => stands(other) && sameAs(other, mention));
    const isBefore = first !== undefined && first.statement.knownFrom < mention.statement.knownFrom;
    return first?.fallback === true && isBefore ? { ...mention, fallback: true } : mention;
  });
}

const wholeDeal = (rounds: readonly Mention[], { gross }: TiedMoney): readonly Mention[] => [
  ...rounds,
  ...gross,
];
