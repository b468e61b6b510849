import type { PartialDate, PlainDate } from '@tranche/core/time';
import type { Draft, RoundDraft, ValuationDraft } from '../claims/draft.ts';

/** Ties each valuation to the round it was set by: one of its sentence, else the one the text is about. */
export function linkValuations(drafts: readonly Draft[], published: PlainDate | undefined): void {
  const rounds = drafts.filter((draft): draft is RoundDraft => draft.type === 'round');
  for (const draft of drafts) {
    if (draft.type !== 'valuation' || draft.earlier === true || draft.byName === true) continue;
    const round = roundOf(draft, rounds);
    if (round !== undefined) attach(draft, round);
    if (round !== undefined && round.sentence === draft.sentence) round.date ??= draft.when;
    if (draft.when === undefined && round !== undefined) draft.when = round.date;
    if (round === undefined) takeStatusOfPurchase(draft, drafts);
    if (
      draft.when === undefined &&
      published !== undefined &&
      (round !== undefined || isInDeal(draft, drafts)) &&
      (isDone(draft) || (round !== undefined && round.status === 'closed')) &&
      !(round?.background ?? false)
    ) {
      draft.when = { value: published.slice(0, 7) as PartialDate };
    }
  }
}

/** A price set by one investor's purchase is as firm as the purchase. */
function takeStatusOfPurchase(valuation: ValuationDraft, drafts: readonly Draft[]): void {
  if (valuation.status !== 'closed' || valuation.when !== undefined) return;
  const purchase = drafts.find(
    (draft) =>
      draft.type === 'investment' &&
      draft.issuer.value === valuation.entity.value &&
      draft.sentence < valuation.sentence,
  );
  if (purchase?.type === 'investment') valuation.status = purchase.status;
}

/** How far behind its round a valuation may stand in a sentence ("valued at A when it raised B"). */
const AHEAD = 60;

/** The company whose price it is gets money in this text. */
const isInDeal = (valuation: ValuationDraft, drafts: readonly Draft[]): boolean =>
  drafts.some(
    (draft) =>
      (draft.type === 'round' || draft.type === 'investment' || draft.type === 'tranche') &&
      draft.issuer.value === valuation.entity.value,
  );

const isDone = (draft: ValuationDraft): boolean => draft.status === 'closed' || draft.status === 'completed';

function roundOf(valuation: ValuationDraft, rounds: readonly RoundDraft[]): RoundDraft | undefined {
  const own = rounds.filter((round) => round.issuer.value === valuation.entity.value && !round.total);
  const at = valuation.amount.span?.[0] ?? 0;
  const here = own.filter(
    (round) => round.sentence === valuation.sentence && (round.amount?.span?.[0] ?? 0) < at + AHEAD,
  );
  if (here.length > 0) return nearest(valuation, here);
  if (valuation.when !== undefined) return undefined;
  return own.find(
    (round) => !round.background && round.sentence < valuation.sentence && canPrice(valuation, round),
  );
}

/** A price that was dropped, or that is still negotiated beside a deal that is done, is not that deal's. */
function canPrice(valuation: ValuationDraft, round: RoundDraft): boolean {
  if (valuation.status === 'abandoned') return false;
  return !(valuation.status === 'in_talks' && (round.status === 'closed' || round.status === 'completed'));
}

/** Shares before loans, then the round named last before the valuation. */
function nearest(valuation: ValuationDraft, rounds: readonly RoundDraft[]): RoundDraft | undefined {
  const at = valuation.amount.span?.[0] ?? 0;
  const distance = (round: RoundDraft): number => {
    const from = at - (round.amount?.span?.[0] ?? 0);
    return (round.money === 'debt' ? 2000 : 0) + (from >= 0 ? from : 500 - from);
  };
  return [...rounds].sort((one, other) => distance(one) - distance(other))[0];
}

function attach(valuation: ValuationDraft, round: RoundDraft): void {
  const slot = valuation.basis === 'pre' ? 'pre' : valuation.basis === 'post' ? 'post' : 'unspecified';
  round[slot] ??= valuation.amount;
  const isDefault = valuation.status === 'closed' && valuation.when === undefined;
  const isToldAfter = (round.amount?.span?.[0] ?? 0) < (valuation.amount.span?.[0] ?? 0);
  const isTalkedAbout = valuation.status === 'planned' && round.status === 'in_talks';
  if ((valuation.sentence === round.sentence && isToldAfter) || isDefault || isTalkedAbout)
    valuation.status = round.status;
}
