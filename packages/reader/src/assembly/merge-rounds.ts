import { type StatedAmount, sameStatedAmount } from '@tranche/core/money';
import type { Cited, Draft, RoundDraft } from '../claims/draft.ts';

/** Rounds of one issuer over one sum are one round, told in several sentences. */
export function mergedRounds(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const earlier =
      draft.type === 'round'
        ? kept.find((one): one is RoundDraft => one.type === 'round' && isSameRound(one, draft))
        : undefined;
    if (earlier === undefined || draft.type !== 'round') kept.push(draft);
    else absorb(earlier, draft);
  }
  return kept;
}

function isSameRound(one: RoundDraft, other: RoundDraft): boolean {
  if (one.issuer.value !== other.issuer.value) return false;
  if (
    one.amount === undefined ||
    other.amount === undefined ||
    !sameSum(one.amount.value, other.amount.value)
  )
    return false;
  if (
    one.money === 'debt' &&
    other.money !== 'debt' &&
    one.instrument !== undefined &&
    other.instrument !== undefined
  )
    return false;
  return one.stage === undefined || other.stage === undefined || one.stage.value === other.stage.value;
}

const sameSum = (one: StatedAmount, other: StatedAmount): boolean =>
  sameStatedAmount({ ...one, qualifier: 'exact' }, { ...other, qualifier: 'exact' });

function absorb(round: RoundDraft, other: RoundDraft): void {
  round.stage ??= other.stage;
  round.instrument ??= other.instrument;
  if (round.status === other.status) round.date ??= other.date;
  round.pre ??= other.pre;
  round.post ??= other.post;
  round.unspecified ??= other.unspecified;
  round.condition ??= other.condition;
  union(round.leads, other.leads);
  union(round.participants, other.participants);
  const leads = round.leads.map(({ value }) => value);
  const rest = round.participants.filter(({ value }) => !leads.includes(value));
  round.participants.splice(0, round.participants.length, ...rest);
  union(round.proceeds, other.proceeds);
}

function union(list: Cited<string>[], more: readonly Cited<string>[]): void {
  for (const one of more) if (!list.some((other) => other.value === one.value)) list.push(one);
}
