import { type Failure, fail, ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import type { DealSelector } from '@tranche/formats/deal-file';
import { type AskedDates, type DealAnswers, dealAnswers, isDealOf, resolveDates } from '../answers/index.ts';
import type { FileAccess } from '../ports/index.ts';
import type { DealSummaryView, DealView, ModelView } from '../views/index.ts';
import { answerModel, isModel } from './answer-model.ts';
import { type DealFileContent, ledgerOf, loadDealFile, type WithFailures } from './deal-file-ledger.ts';

/** What a deal file answers: the deal its sources tell of, the questions on its own figures, or both. */
export interface Modelled {
  readonly deal?: DealView;
  readonly model?: ModelView;
}

/**
 * What a deal file answers as of and as known on two dates. Its own figures are what its author knows, on any date.
 * Fails: as `loadDealFile`; UNKNOWN_DEAL and AMBIGUOUS_DEAL, naming the deals that are known on the date; and as the
 * calculators, each at the line and column of the field that failed.
 */
export async function modelDealFile(
  files: FileAccess,
  path: string,
  on: AskedDates,
  today: PlainDate,
): Promise<WithFailures<Modelled>> {
  const loaded = await loadDealFile(files, path);
  if (!loaded.ok) return loaded;
  const { file, placeOf } = loaded.value;
  const deal = file.deal === undefined ? undefined : dealOfFile(loaded.value, path, on, today);
  if (deal?.ok === false) return { ok: false, failures: [deal.failure] };
  const model = isModel(file) ? answerModel(file, placeOf, resolveDates(on, today).asOf) : undefined;
  if (model?.ok === false) return model;
  return {
    ok: true,
    value: {
      ...(deal === undefined ? {} : { deal: deal.value }),
      ...(model === undefined ? {} : { model: model.value }),
    },
  };
}

/** The deal of a deal file, assembled from its sources. */
function dealOfFile(
  content: DealFileContent,
  path: string,
  on: AskedDates,
  today: PlainDate,
): Result<DealView> {
  const { file } = content;
  const found = dealAnswersOfFile(content, path, on, today);
  const view = found.ok ? found.value.answers.deal(found.value.id, on) : found;
  if (!view.ok) return { ok: false, failure: withFile(view.failure, path) };
  if (!isDealOf(file.issuer)(view.value)) {
    const message = `${view.value.id} is a deal of ${view.value.issuer}, not of ${file.issuer}`;
    return fail('UNKNOWN_DEAL', 'deal.id', message, { place: { file: path } });
  }
  return ok({ ...view.value, assumptions: [...view.value.assumptions, ...file.assumptions] });
}

/** The ledger that a deal file amounts to, to ask, and the id of the deal it means. */
export function dealAnswersOfFile(
  content: DealFileContent,
  path: string,
  on: AskedDates,
  today: PlainDate,
): Result<{ readonly answers: DealAnswers; readonly id: string }> {
  const { issuer, deal: selector = {} } = content.file;
  const answers = dealAnswers(ledgerOf(content), today);
  const id =
    selector.id === undefined
      ? selectDeal(answers.deals(on), issuer, selector, resolveDates(on, today).knownOn)
      : ok(selector.id);
  return id.ok ? ok({ answers, id: id.value }) : { ok: false, failure: withFile(id.failure, path) };
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
