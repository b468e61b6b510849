import { headlineValue } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { Draft, InvestmentDraft, RoundDraft } from '../claims/draft.ts';
import type { Roles } from '../claims/reading.ts';

const HALF = Rational.of(1, 2);

/**
 * The investor the text is about leads the deal it is about when no lead is named and it puts in at least half.
 * Applied to every size the text gives of that deal, so that a corrected total keeps its lead.
 */
export function inferLeads(drafts: readonly Draft[], roles: Roles): void {
  const investor = roles.mainInvestor;
  if (investor === undefined) return;
  const own = drafts.filter(
    (draft): draft is InvestmentDraft => draft.type === 'investment' && draft.investor.value === investor,
  );
  for (const round of drafts) {
    if (round.type !== 'round' || round.leads.length > 0 || round.background || round.condition !== undefined)
      continue;
    if (round.money !== 'primary' || round.issuer.value !== roles.mainIssuer) continue;
    const largest = own.find((draft) => paysHalf(draft, round));
    if (largest === undefined) continue;
    const { value, span } = largest.investor;
    round.leads.push({ value: value.name, ...(span === undefined ? {} : { span }) });
  }
}

function paysHalf(investment: InvestmentDraft, round: RoundDraft): boolean {
  const [part, whole] = [investment.amount?.value, round.amount?.value];
  if (part === undefined || whole === undefined || part.currency !== whole.currency) return false;
  if (investment.status === 'abandoned' || investment.money === 'secondary') return false;
  return (
    headlineValue(part).compare(headlineValue(whole).times(HALF)) >= 0 &&
    headlineValue(part).compare(headlineValue(whole)) <= 0
  );
}
