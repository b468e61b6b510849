import { headlineValue } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { Draft, InvestmentDraft, RoundDraft } from '../claims/draft.ts';
import type { Roles } from '../claims/roles.ts';

const HALF = Rational.of(1, 2);

/**
 * Who puts in at least half of a deal leads it when the text names no backers of it otherwise. Applied to every size
 * the text gives of the deal it is about, so that a corrected total keeps its lead.
 */
export function inferLeads(drafts: readonly Draft[], roles: Roles): void {
  const investments = drafts.filter((draft): draft is InvestmentDraft => draft.type === 'investment');
  for (const round of drafts) {
    if (round.type !== 'round' || round.leads.length > 0 || round.background || round.condition !== undefined)
      continue;
    if (round.money !== 'primary' || round.issuer.value !== roles.mainIssuer) continue;
    const largest = investments.find(
      (draft) => draft.issuer.value === round.issuer.value && paysHalf(draft, round),
    );
    if (largest === undefined || round.participants.some((one) => one.value === largest.investor.value.name))
      continue;
    if (round.participants.length > 0 && largest.investor.value !== roles.mainInvestor) continue;
    const { value, span } = largest.investor;
    round.leads.push({ value: value.name, ...(span === undefined ? {} : { span }) });
  }
}

function paysHalf(investment: InvestmentDraft, round: RoundDraft): boolean {
  const [part, whole] = [investment.amount?.value, round.amount?.value];
  if (part === undefined || whole === undefined || part.currency !== whole.currency) return false;
  if (investment.status === 'abandoned' || investment.money !== 'primary') return false;
  return (
    headlineValue(part).compare(headlineValue(whole).times(HALF)) >= 0 &&
    headlineValue(part).compare(headlineValue(whole)) <= 0
  );
}
