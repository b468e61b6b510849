import type { StatedAmount } from '@tranche/core/money';
import type { Rational } from '@tranche/core/rational';
import type { PartialDate, PlainDate } from '@tranche/core/time';
import type { DealStatus, StakeBody, ValuationBasis } from '../../claim/index.ts';
import { amountRelation } from '../grouping/amount-relation.ts';
import type { IssuerKnowledge } from '../grouping/deals-of.ts';
import { isOpen, type Mention } from '../grouping/mention.ts';
import { type Choice, type ChoiceContext, choose, type Said } from '../reconcile/index.ts';
import { amountKey, dateOf } from './amount-said.ts';
import { plain } from './size.ts';
import { isBinding } from './tranches.ts';

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

export function valuationsSaid(
  mentions: readonly Mention[],
  stands: (mention: Mention) => boolean,
): readonly Said<StatedValuation>[] {
  const all = mentions.flatMap((mention) =>
    mention.valuations
      .filter(({ basis }) => basis !== 'pre')
      .map(({ amount, basis }) => ({
        key: amountKey(amount),
        value: { amount, basis },
        mention: { ...mention, status: statusOfValuation(mention, amount, mentions) },
      })),
  );
  const standing = all.filter(({ mention }) => stands(mention));
  const withRound = standing
    .filter(({ mention }) => mention.type === 'round')
    .map(({ value }) => value.amount);
  const isFar = ({ value, mention }: (typeof all)[number]): boolean =>
    mention.type !== 'round' &&
    withRound.length > 0 &&
    withRound.every((amount) => amountRelation(plain(amount), plain(value.amount)) === 'different');
  // A text that names the basis tells it for those that give the same number without one.
  const post = new Set(standing.filter(({ value }) => value.basis === 'post').map(({ key }) => key));
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

export const preMoneySaid = (mentions: readonly Mention[]): readonly Said<StatedAmount>[] =>
  mentions.flatMap((mention) =>
    mention.valuations
      .filter(({ basis }) => basis === 'pre')
      .map(({ amount }) => ({ key: amountKey(amount), value: amount, mention })),
  );

export const textChoice = (
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

export const dateChoice = (
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

/** Every name that some text gives, once for each party, in order of first mention. */
export function union(
  rounds: readonly Mention[],
  namesOf: (body: Extract<Mention['statement']['body'], { type: 'round' }>) => readonly string[],
  knowledge: IssuerKnowledge | undefined,
  rejected: ReadonlyMap<string, string>,
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
export function stakeOf(
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
