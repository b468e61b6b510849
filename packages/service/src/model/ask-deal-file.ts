import { ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { type AskedDates, resolveDates } from '../answers/index.ts';
import type { FileAccess } from '../ports/index.ts';
import { exitValues } from '../proceeds/index.ts';
import { askLedger, QUESTIONS } from '../question/index.ts';
import type { AnswerView, DealProceedsView, ModelView, QuestionRequest } from '../views/index.ts';
import { answerModel, isModel } from './answer-model.ts';
import { ledgerOf, loadDealFile, type WithFailures } from './deal-file-ledger.ts';
import { dealAnswersOfFile } from './model-deal-file.ts';

/** The proceeds of an exit of a deal file: computed from its own figures, or as far as its sources go. */
export type FileProceeds =
  | { readonly kind: 'model'; readonly view: ModelView }
  | { readonly kind: 'deal'; readonly view: DealProceedsView };

/**
 * Who gets what at an exit of a deal file. Without values those of its `exit` count. Fails: as `modelDealFile` and
 * `exitValues`.
 */
export async function proceedsOfDealFile(
  files: FileAccess,
  path: string,
  { at, on, today }: { readonly at: readonly string[]; readonly on: AskedDates; readonly today: PlainDate },
): Promise<WithFailures<FileProceeds>> {
  const loaded = await loadDealFile(files, path);
  if (!loaded.ok) return loaded;
  const { file, placeOf } = loaded.value;
  if (isModel(file)) {
    const values = at.length === 0 ? ok(undefined) : exitValues(at);
    if (!values.ok) return failed(values);
    const asked =
      values.value === undefined
        ? { ask: 'proceeds' as const }
        : { ask: 'proceeds' as const, at: [...values.value] };
    const model = answerModel(file, placeOf, resolveDates(on, today).asOf, [{ question: asked, path: [] }]);
    return model.ok ? { ok: true, value: { kind: 'model', view: model.value } } : model;
  }
  const deal = dealAnswersOfFile(loaded.value, path, on, today);
  const view = deal.ok ? deal.value.answers.proceeds(deal.value.id, at, on) : deal;
  return view.ok ? { ok: true, value: { kind: 'deal', view: view.value } } : failed(view);
}

/**
 * Any question of the closed list, asked of the reports of a deal file instead of those of a workspace. What is left
 * out as its subject is the deal that the file means, where it means one. Fails: as `loadDealFile`, `askLedger`.
 */
export async function askDealFile(
  files: FileAccess,
  path: string,
  {
    question,
    on,
    today,
  }: { readonly question: QuestionRequest; readonly on: AskedDates; readonly today: PlainDate },
): Promise<WithFailures<AnswerView>> {
  const loaded = await loadDealFile(files, path);
  if (!loaded.ok) return loaded;
  const ledger = ledgerOf(loaded.value);
  const takesDefault = QUESTIONS.some(
    ({ name, ofDefault }) => name === question.question && ofDefault !== undefined,
  );
  const of = question.of ?? (takesDefault ? undefined : loaded.value.file.deal?.id);
  const answer = askLedger(ledger, { ...question, of }, on, today);
  return answer.ok ? { ok: true, value: answer.value } : failed(answer);
}

const failed = (result: Extract<Result<never>, { readonly ok: false }>): WithFailures<never> => ({
  ok: false,
  failures: [result.failure],
});
