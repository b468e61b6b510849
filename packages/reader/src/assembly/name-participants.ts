import { headlineValue } from '@tranche/core/money';
import type { Draft, InvestmentDraft, RoundDraft } from '../claims/draft.ts';
import type { Roles } from '../claims/roles.ts';

const TALK = new Set(['rumoured', 'in_talks', 'planned']);

/** An investor with a sum of its own in the deal the text is about takes part in it, unless it leads. */
export function nameParticipants(drafts: readonly Draft[], roles: Roles): void {
  const round = drafts.find(
    (draft): draft is RoundDraft =>
      draft.type === 'round' &&
      !draft.background &&
      !draft.total &&
      draft.money === 'primary' &&
      draft.issuer.value === roles.mainIssuer,
  );
  if (round === undefined) return;
  for (const draft of drafts) {
    if (draft.type !== 'investment' || !belongs(draft, round) || isOfOther(draft, round, drafts)) continue;
    const { value, span } = draft.investor;
    if ([...round.leads, ...round.participants].some((one) => one.value === value.name)) continue;
    round.participants.push({ value: value.name, ...(span === undefined ? {} : { span }) });
  }
}

/** The money of another round, which it is the whole of. */
const isOfOther = (investment: InvestmentDraft, round: RoundDraft, drafts: readonly Draft[]): boolean =>
  drafts.some(
    (one) =>
      one.type === 'round' &&
      one !== round &&
      one.issuer.value === investment.issuer.value &&
      one.amount?.span?.[0] !== undefined &&
      one.amount.span[0] === investment.amount?.span?.[0],
  );

function belongs(investment: InvestmentDraft, round: RoundDraft): boolean {
  const [part, whole] = [investment.amount?.value, round.amount?.value];
  if (part === undefined || whole === undefined || part.currency !== whole.currency) return false;
  if (investment.issuer.value !== round.issuer.value || investment.money === 'secondary') return false;
  if (investment.status === 'abandoned' || investment.status === 'completed' || investment.denied)
    return false;
  if (TALK.has(investment.status) !== TALK.has(round.status) && round.status !== 'planned') return false;
  const year = investment.when?.value.slice(0, 4);
  const roundYear = round.date?.value.slice(0, 4);
  if (year !== undefined && roundYear !== undefined && year < roundYear) return false;
  return headlineValue(part).compare(headlineValue(whole)) < 0;
}
