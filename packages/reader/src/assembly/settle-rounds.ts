import { headlineValue } from '@tranche/core/money';
import type { Draft, RoundDraft, TrancheDraft } from '../claims/draft.ts';

const CONDITIONAL =
  /\b(?:completion of the (?:financing|transaction|investment)|the (?:financing|transaction|investment)) is subject to\b|\bforward-looking statements\b/i;

/** The text says that no part of the commitment is left to pay. */
const PAID_IN_FULL =
  /\b(?:nothing|no (?:amount|part|commitment)) (?:now )?(?:remains?|is|is left) (?:outstanding|unpaid|undrawn|to be paid)\b|(?<!\bnot )(?<!\bnot yet )\b(?:fully (?:paid|funded|drawn)|(?:paid|funded|drawn) in full)\b/i;

/**
 * A round that was announced while part of it is still to be paid is agreed, not closed; one of which nothing is
 * left to pay is completed.
 */
export function settleRounds(drafts: readonly Draft[], text: string): void {
  const tranches = drafts.filter((draft): draft is TrancheDraft => draft.type === 'tranche');
  const conditional = CONDITIONAL.test(text.slice(0, 200_000));
  const paidInFull = PAID_IN_FULL.test(text.slice(0, 200_000));
  for (const round of drafts) {
    if (round.type === 'round' && round.total && mixesMoney(round, drafts, text))
      round.instrument ??= { value: 'debt and equity' };
    if (round.type !== 'round' || round.status !== 'closed' || round.background) continue;
    const open = tranches.some(
      (tranche) => isPartOf(tranche, round) && tranche.status === 'agreed' && !isUndrawn(tranche, text),
    );
    if (open || (conditional && round.money === 'primary')) round.status = 'agreed';
    else if (paidInFull) round.status = 'completed';
  }
}

/** A credit line is there though nothing of it is drawn yet. */
const isUndrawn = ({ quote }: TrancheDraft, text: string): boolean =>
  /\b(?:revolv\w+|unfunded|undrawn|overdraft|credit lines?|lines? of credit)\b/i.test(text.slice(...quote));

/** The text tells shares and loans of this issuer apart. */
function mixesMoney(total: RoundDraft, drafts: readonly Draft[], text: string): boolean {
  const around = text.slice(Math.max(0, total.quote[0] - 80), total.quote[1]);
  if (!/\b(?:borrow\w*|loans?|debt|facility|transactions)\b/i.test(around)) return false;
  const kinds = new Set(
    drafts.map((draft) =>
      draft.type === 'round' && draft !== total && draft.issuer.value === total.issuer.value
        ? draft.money
        : undefined,
    ),
  );
  return kinds.has('debt') && kinds.has('primary');
}

/** Smaller than the round, of the same issuer, and told after it. */
function isPartOf(tranche: TrancheDraft, round: RoundDraft): boolean {
  const whole = round.amount?.value;
  if (whole === undefined || tranche.issuer.value !== round.issuer.value) return false;
  if (tranche.amount.value.currency !== whole.currency) return false;
  return headlineValue(tranche.amount.value).compare(headlineValue(whole)) < 0;
}
