import { type Failure, fail, ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import type { DealSelector } from '@tranche/formats/deal-file';
import { type AskedDates, dealAnswers, isDealOf, resolveDates } from '../answers/index.ts';
import type { FileAccess } from '../ports/index.ts';
import type { DealSummaryView, DealView } from '../views/index.ts';
import { ledgerOf, loadDealFile, type WithFailures } from './deal-file-ledger.ts';

/**
 * The deal of a deal file, assembled from its sources as of and as known on two dates.
 * Fails: as `loadDealFile`; UNKNOWN_DEAL and AMBIGUOUS_DEAL, naming the deals that are known on the date.
 */
export async function modelDealFile(
  files: FileAccess,
  path: string,
  on: AskedDates,
  today: PlainDate,
): Promise<WithFailures<DealView>> {
  const loaded = await loadDealFile(files, path);
  if (!loaded.ok) return loaded;
  const { file } = loaded.value;
  const answers = dealAnswers(ledgerOf(loaded.value), today);
  const id =
    file.deal.id === undefined
      ? selectDeal(answers.deals(on), file.issuer, file.deal, resolveDates(on, today).knownOn)
      : ok(file.deal.id);
  const view = id.ok ? answers.deal(id.value, on) : id;
  if (!view.ok) return { ok: false, failures: [withFile(view.failure, path)] };
  if (!isDealOf(file.issuer)(view.value)) {
    const message = `${view.value.id} is a deal of ${view.value.issuer}, not of ${file.issuer}`;
    return {
      ok: false,
      failures: [{ code: 'UNKNOWN_DEAL', path: 'deal.id', message, place: { file: path } }],
    };
  }
  const assumptions = [...view.value.assumptions, ...file.assumptions];
  return { ok: true, value: { ...view.value, assumptions } };
}

/** The one deal that a selector means among those known. A deal is of the year its id says it was first dated. */
export function selectDeal(
  deals: readonly DealSummaryView[],
  issuer: string,
  { money, year }: DealSelector,
  knownOn: PlainDate,
): Result<string> {
  const ofIssuer = deals.filter(isDealOf(issuer));
  const meant = ofIssuer.filter(
    (deal) =>
      (money === undefined || deal.money === money) &&
      (year === undefined || deal.id.split('-').includes(String(year))),
  );
  const [first, second] = meant;
  if (first !== undefined && second === undefined) return ok(first.id);
  const known = (first === undefined ? ofIssuer : meant).map((deal) => deal.id).join(', ');
  return first === undefined
    ? fail('UNKNOWN_DEAL', 'deal', `no such deal of ${issuer} was known on ${knownOn}`, {
        ...(known === '' ? {} : { expected: `one of ${known}` }),
      })
    : fail('AMBIGUOUS_DEAL', 'deal', `several deals of ${issuer} are meant`, {
        expected: `deal.id: one of ${known}`,
      });
}

const withFile = (failure: Failure, file: string): Failure => ({
  ...failure,
  place: { file, ...failure.place },
});
