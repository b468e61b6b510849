import type { PartialDate, PlainDate } from '@tranche/core/time';
import type { Draft, RoundDraft, ValuationDraft } from '../claims/draft.ts';

/** Ties each valuation to the round it was set by: one of its sentence, else the one the text is about. */
export function linkValuations(drafts: readonly Draft[], published: PlainDate | undefined): void {
  const rounds = drafts.filter((draft): draft is RoundDraft => draft.type === 'round');
  for (const draft of drafts) {
    if (draft.type !== 'valuation') continue;
    const round = roundOf(draft, rounds);
    if (round !== undefined) attach(draft, round);
    if (draft.when === undefined && round !== undefined) draft.when = round.date;
    if (
      draft.when === undefined &&
      published !== undefined &&
      isDone(draft) &&
      !(round?.background ?? false)
    ) {
      draft.when = { value: published.slice(0, 7) as PartialDate };
    }
  }
}

const isDone = (draft: ValuationDraft): boolean => draft.status === 'closed' || draft.status === 'completed';

function roundOf(valuation: ValuationDraft, rounds: readonly RoundDraft[]): RoundDraft | undefined {
  const own = rounds.filter((round) => round.issuer.value === valuation.entity.value);
  const here = own.filter((round) => round.sentence === valuation.sentence);
  if (here.length > 0) return nearest(valuation, here);
  if (valuation.when !== undefined) return undefined;
  return own.find((round) => !round.background && round.sentence < valuation.sentence);
}

function nearest(valuation: ValuationDraft, rounds: readonly RoundDraft[]): RoundDraft | undefined {
  const at = valuation.amount.span?.[0] ?? 0;
  const distance = (round: RoundDraft): number => Math.abs((round.amount?.span?.[0] ?? 0) - at);
  return [...rounds].sort((one, other) => distance(one) - distance(other))[0];
}

function attach(valuation: ValuationDraft, round: RoundDraft): void {
  const slot = valuation.basis === 'pre' ? 'pre' : valuation.basis === 'post' ? 'post' : 'unspecified';
  round[slot] ??= valuation.amount;
  const isDefault = valuation.status === 'closed' && valuation.when === undefined;
  if (valuation.sentence === round.sentence || isDefault) valuation.status = round.status;
}
