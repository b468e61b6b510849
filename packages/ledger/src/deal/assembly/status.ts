import type { StatedAmount } from '@tranche/core/money';
import type { PlainDate } from '@tranche/core/time';
import type { DealStatus } from '../../claim/index.ts';
import { rejectionsIn } from '../../judgement/index.ts';
import { isDone, type Mention } from '../grouping/mention.ts';
import { type Choice, type ChoiceContext, choose, type Said } from '../reconcile/index.ts';
import { sameNumber } from './amount-said.ts';

/** The deal's own state: by what is said of its rounds and of its whole amount, not of single parts. */
export function statusOf(
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
  const rejected = rejectionsIn(context.judgements);
  const stands = ({ statement }: Mention): boolean => !rejected.has(statement.id);
  const dropped = speaking
    .filter((mention) => mention.status === 'abandoned' && !mention.statement.denied && stands(mention))
    .at(-1);
  const found = choose('status', said(asserted), context);
  if (found === undefined && asserted.length > 0 && dropped === undefined) {
    return { status: 'rumoured', choice: undefined, because: 'everything that was said of it is rejected' };
  }
  const choice = found === undefined ? undefined : withoutProgress(found, asserted);
  const isDropped = choice?.isPreferred !== true && isDroppedAfter(dropped, asserted.filter(stands));
  if (choice === undefined || isDropped) {
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
