import type { StatedAmount } from '@tranche/core/money';
import type { Rational } from '@tranche/core/rational';
import type { PartialDate, PlainDate } from '@tranche/core/time';
import type { DealStatus, StakeBody, ValuationBasis } from '../../claim/index.ts';
import { amountRelation } from '../grouping/amount-relation.ts';
import type { GroupedDeal, IssuerKnowledge } from '../grouping/deals-of.ts';
import { isDone, isOpen, type Mention, mentionOf } from '../grouping/mention.ts';
import {
  type Choice,
  type ChoiceContext,
  type ChoiceRule,
  choose,
  type Said,
  STATUS_THEN_TIER,
} from '../reconcile/index.ts';
import type { Dates } from '../view.ts';
import { type AmountMention, amountKey, amountSaid, dateOf, hasAmount, sameNumber } from './amount-said.ts';
import { type TiedMoney, tieMoney } from './draft.ts';
import {
  type AssembledSlice,
  type AssembledTranche,
  assembleTranches,
  isBinding,
  restSlice,
} from './tranches.ts';

export interface StatedValuation {
  readonly amount: StatedAmount;
  readonly basis: ValuationBasis;
}

export interface StatedStake {
  readonly percent: Rational;
  readonly qualifier: StakeBody['qualifier'];
}

/** A list in which every text may add names. */
export interface Union {
  readonly names: readonly string[];
  readonly statements: readonly string[];
}

/** One text gives the lead's amount with its co-investors', and theirs: the difference is its own. */
export interface OwnLeftOver {
  readonly gross: AmountMention;
  readonly syndicated: AmountMention;
  readonly amount: StatedAmount;
}

/** A deal's fields, each as the rule picks it, and its money tied to tranches and payers. No arithmetic yet. */
export interface Assembly {
  readonly deal: GroupedDeal;
  readonly dates: Dates;
  readonly rule: ChoiceRule;
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

/** Assembles a deal as of and as known on two dates. The knowledge is already limited to the second. */
export function assemble(
  deal: GroupedDeal,
  knowledge: IssuerKnowledge,
  dates: Dates,
  rule: ChoiceRule = STATUS_THEN_TIER,
): Assembly {
  const { book, judgements } = knowledge;
  const context: ChoiceContext = { deal: deal.id, judgements, rule };
  const rejected = new Set(
    judgements.flatMap(({ decision }) => (decision.kind === 'reject' ? [decision.statement] : [])),
  );
  const mentions = withFallbacks(
    deal.members.flatMap(({ statement }): readonly Mention[] => {
      const mention = mentionOf(statement, book);
      return mention === undefined || mention.at.to > dates.asOf ? [] : [mention];
    }),
  );
  const standing = mentions.filter(({ statement }) => !rejected.has(statement.id));
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
  const terms = { tied, status, money: deal.money, asOf: dates.asOf, boundFrom, context };
  const tranches = assembleTranches(terms);
  const ownLeftOver = leftOver(tied);
  const isPartlyPaid = isDone(status) && tranches.some(({ slices }) => slices.some(isStillAhead));
  return {
    deal,
    dates,
    rule,
    mentions,
    status: isPartlyPaid ? 'agreed' : status,
    statusChoice: choice,
    statusBecause: isPartlyPaid ? 'a committed tranche is still to be paid' : because,
    size,
    valuation: choose('valuation', valuationsSaid(mentions), context),
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

/** The deal's size as it is, and as it was said before it was moved a little; the present one last. */
function sizesOf(size: StatedAmount | undefined, said: readonly AmountMention[]): readonly StatedAmount[] {
  if (size === undefined) return [];
  return [...said.map(({ amount }) => amount).filter((amount) => isNear(amount, size)), size];
}

const isNear = (one: StatedAmount, other: StatedAmount): boolean =>
  ['same', 'close'].includes(amountRelation(plain(one), plain(other)));

/** The number without its hedge: how close two sizes are does not depend on it. */
const plain = (amount: StatedAmount): StatedAmount => ({ ...amount, qualifier: 'exact' });

function leftOver({ gross, syndicated }: TiedMoney): readonly OwnLeftOver[] {
  return gross.flatMap((whole) =>
    syndicated
      .filter(
        (part) =>
          part.text === whole.text &&
          part.amount.currency === whole.amount.currency &&
          isDone(part.status) === isDone(whole.status),
      )
      .flatMap((part): readonly OwnLeftOver[] => {
        if (
          'min' in whole.amount ||
          'min' in part.amount ||
          part.statement.knownFrom !== whole.statement.knownFrom
        ) {
          return [];
        }
        const value = whole.amount.value.minus(part.amount.value);
        if (value.sign() <= 0) return [];
        // What may be passed on up to a limit leaves at least the rest.
        const qualifier = part.amount.qualifier === 'up_to' ? 'at_least' : whole.amount.qualifier;
        return [
          { gross: whole, syndicated: part, amount: { currency: whole.amount.currency, value, qualifier } },
        ];
      }),
  );
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
function withFallbacks(mentions: readonly Mention[]): readonly Mention[] {
  const sameAs = (one: Mention, other: Mention): boolean =>
    one.type === other.type &&
    one.parties.join() === other.parties.join() &&
    one.amount !== undefined &&
    other.amount !== undefined &&
    amountKey(one.amount) === amountKey(other.amount);
  return mentions.map((mention) => {
    if (mention.fallback || mention.amount === undefined || isDone(mention.status)) return mention;
    const [first] = mentions.filter((other) => sameAs(other, mention));
    const isBefore = first !== undefined && first.statement.knownFrom < mention.statement.knownFrom;
    return first?.fallback === true && isBefore ? { ...mention, fallback: true } : mention;
  });
}

/** What states the deal's size: its rounds; the lead's money where it is as much; one investor's, without a round. */
function sizeMentions(
  rounds: readonly Mention[],
  mentions: readonly Mention[],
  leads: ReadonlySet<string>,
  context: ChoiceContext,
): readonly AmountMention[] {
  const ofRounds = rounds.filter(hasAmount).filter(({ fallback }) => !fallback);
  const byLead = mentions
    .filter(hasAmount)
    .filter(({ type, parties }) => type === 'investment' && parties.some((party) => leads.has(party)));
  if (ofRounds.length === 0) return byLead.filter(({ fallback }) => !fallback);
  // The lead's amount speaks for the size that the rounds tell, and not for a stray one among them.
  const told = choose('size', ofRounds.map(amountSaid), context)?.chosen.value;
  const near = ofRounds.filter(({ amount }) => told !== undefined && isNear(amount, told));
  const agreeing = byLead.filter(
    ({ amount, fallback }) => !fallback && near.some((round) => sameNumber(round.amount, amount)),
  );
  return [...ofRounds, ...agreeing];
}

function statusOf(
  rounds: readonly Mention[],
  mentions: readonly Mention[],
  leads: ReadonlySet<string>,
  sizes: readonly StatedAmount[],
  context: ChoiceContext,
): {
  readonly status: DealStatus;
  readonly choice: Choice<DealStatus> | undefined;
  readonly because: string;
} {
  const whole = mentions.filter(
    ({ type, amount, parties }) =>
      type === 'investment' &&
      parties.some((party) => leads.has(party)) &&
      (amount === undefined || sizes.some((size) => sameNumber(size, amount))),
  );
  const told = [...rounds, ...whole].filter(({ fallback }) => !fallback);
  const speaking = told.length > 0 ? told : mentions.filter(({ type }) => type !== 'valuation');
  const said = (of: readonly Mention[]): readonly Said<DealStatus>[] =>
    of.map((mention) => ({ key: mention.status, value: mention.status, mention }));
  const asserted = speaking.filter(({ statement, status }) => !statement.denied && status !== 'abandoned');
  const dropped = speaking
    .filter(({ status, statement }) => status === 'abandoned' && !statement.denied)
    .at(-1);
  const found = choose('status', said(asserted), context);
  const choice = found === undefined ? undefined : withoutProgress(found, asserted);
  if (choice === undefined || isDroppedAfter(dropped, asserted)) {
    return { status: 'abandoned', choice: undefined, because: 'the last report says that it was dropped' };
  }
  return { status: choice.chosen.value, choice, because: choice.because };
}

/** A status that was held before the chosen one was reached is progress, and no contradiction. */
function withoutProgress(choice: Choice<DealStatus>, asserted: readonly Mention[]): Choice<DealStatus> {
  const heldOn = (status: DealStatus): readonly PlainDate[] =>
    asserted
      .filter((mention) => mention.status === status)
      .map(({ at }) => at.to)
      .sort();
  const reached = heldOn(choice.chosen.value)[0] ?? '';
  return {
    ...choice,
    alternatives: choice.alternatives.filter(({ option }) => (heldOn(option.value).at(-1) ?? '') >= reached),
  };
}

const isDroppedAfter = (dropped: Mention | undefined, asserted: readonly Mention[]): boolean =>
  dropped !== undefined &&
  asserted.every(
    ({ statement, status }) => !isDone(status) && statement.knownFrom <= dropped.statement.knownFrom,
  );

function valuationsSaid(mentions: readonly Mention[]): readonly Said<StatedValuation>[] {
  const all = mentions.flatMap((mention) =>
    mention.valuations
      .filter(({ basis }) => basis !== 'pre')
      .map(({ amount, basis }) => ({
        key: amountKey(amount),
        value: { amount, basis },
        mention: { ...mention, status: statusOfValuation(mention, amount, mentions) },
      })),
  );
  const withRound = all.filter(({ mention }) => mention.type === 'round').map(({ value }) => value.amount);
  const isFar = ({ value, mention }: (typeof all)[number]): boolean =>
    mention.type !== 'round' &&
    withRound.length > 0 &&
    withRound.every((amount) => amountRelation(plain(amount), plain(value.amount)) === 'different');
  // A text that names the basis tells it for those that give the same number without one.
  const post = new Set(all.filter(({ value }) => value.basis === 'post').map(({ key }) => key));
  return all.map((one) => ({
    ...one,
    ...(post.has(one.key) ? { value: { ...one.value, basis: 'post' as const } } : {}),
    ...(isFar(one) ? { out: 'said beside the deal, and far from what is said with it' } : {}),
  }));
}

/** What a text says of the valuation itself tells more of its status than what it says of the round. */
function statusOfValuation(mention: Mention, amount: StatedAmount, mentions: readonly Mention[]): DealStatus {
  const own = mentions.find(
    ({ type, text, valuations }) =>
      type === 'valuation' &&
      text === mention.text &&
      valuations.some((one) => amountKey(one.amount) === amountKey(amount)),
  );
  return own?.status ?? mention.status;
}

const preMoneySaid = (mentions: readonly Mention[]): readonly Said<StatedAmount>[] =>
  mentions.flatMap((mention) =>
    mention.valuations
      .filter(({ basis }) => basis === 'pre')
      .map(({ amount }) => ({ key: amountKey(amount), value: amount, mention })),
  );

const textChoice = (
  field: string,
  mentions: readonly Mention[],
  textOf: (mention: Mention) => string | undefined,
  context: ChoiceContext,
): Choice<string> | undefined =>
  choose(
    field,
    mentions.flatMap((mention) => {
      const text = textOf(mention);
      return text === undefined ? [] : [{ key: text, value: text, mention }];
    }),
    context,
  );

const dateChoice = (
  field: string,
  mentions: readonly Mention[],
  counts: (mention: Mention) => boolean,
  context: ChoiceContext,
): Choice<PartialDate> | undefined =>
  choose(
    field,
    mentions.filter(counts).flatMap((mention) => {
      const date = dateOf(mention);
      return date === undefined ? [] : [{ key: date, value: date, mention }];
    }),
    context,
  );

const wholeDeal = (rounds: readonly Mention[], { gross }: TiedMoney): readonly Mention[] => [
  ...rounds,
  ...gross,
];

/** Every name that some text gives, once for each party, in order of first mention. */
function union(
  rounds: readonly Mention[],
  namesOf: (body: Extract<Mention['statement']['body'], { type: 'round' }>) => readonly string[],
  knowledge: IssuerKnowledge | undefined,
  rejected: ReadonlySet<string>,
): Union {
  const names = new Map<string, string>();
  const statements: string[] = [];
  for (const { statement, fallback } of rounds) {
    const { body } = statement;
    if (body.type !== 'round' || fallback || statement.denied || rejected.has(statement.id)) continue;
    const said = namesOf(body);
    if (said.length > 0) statements.push(statement.id);
    for (const name of said) {
      const party = knowledge?.book.partyOf(name) ?? { id: name, name };
      if (!names.has(party.id)) names.set(party.id, party.name);
    }
  }
  return { names: [...names.values()], statements };
}

/** Stakes said to be held by the lead since the deal was first spoken of. */
function stakeOf(
  lead: string,
  { statements, book }: IssuerKnowledge,
  asOf: PlainDate,
  mentions: readonly Mention[],
  context: ChoiceContext,
): Choice<StatedStake> | undefined {
  const from = mentions.find(({ status }) => isOpen(status) || isBinding(status))?.statement.knownFrom;
  const said = statements.flatMap((statement): readonly Said<StatedStake>[] => {
    const { body } = statement;
    if (body.type !== 'stake' || book.partyOf(body.holder).id !== lead) return [];
    if (from === undefined || statement.knownFrom < from || statement.knownFrom > asOf) return [];
    const { percent, qualifier, status } = body;
    const mention = { statement, status, fallback: false, at: { to: statement.knownFrom } };
    return [{ key: percent.toString(), value: { percent, qualifier }, mention }];
  });
  return choose('stake', said, context);
}
