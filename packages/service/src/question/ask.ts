import type { StatedAmount } from '@tranche/core/money';
import { fail, ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { exactNumberOf } from '@tranche/formats/deal-file';
import { viewDeal } from '@tranche/ledger/deal';
import {
  type Asked,
  dealSubject,
  QUESTIONS as OF_LEDGER,
  type Question,
  type QuestionContext,
} from '@tranche/ledger/question';
import type { Ledger } from '@tranche/ledger/statement';
import { leagueDeals } from '@tranche/reference/league';
import { referenceRates } from '@tranche/reference/rates';
import { type AskedDates, resolveDates } from '../answers/index.ts';
import { figuresOf } from '../document/index.ts';
import { judgedEvidence } from '../evidence/index.ts';
import { dealProceedsOf, exitValues, proceedsAnswer } from '../proceeds/index.ts';
import type { AnswerView, QuestionRequest, QuestionView } from '../views/index.ts';
import { answerViewOf } from './answer-view.ts';

const PROCEEDS: QuestionView = {
  name: 'proceeds',
  about: 'who gets what at an exit: computed of a deal file, of a deal as far as the evidence goes',
  of: 'the id of a deal, or a company with one deal',
  takes: ['at'],
};

/** The closed list of questions, as faces show it. */
export const QUESTIONS: readonly QuestionView[] = [...OF_LEDGER.map(viewOf), PROCEEDS];

/**
 * Answers one of the questions from a ledger, as of and as known on two dates. Pure: asked twice, answered the same.
 * Fails: UNKNOWN_QUESTION; UNKNOWN_MEASURE (a `by` it cannot be answered by); MISSING_FIELD (no subject);
 * BAD_NUMBER (`of` is no sum of money, where one is asked about); and as the question's own module says.
 */
export function askLedger(
  ledger: Ledger,
  { question: name, of, by, holder, to, at = [] }: QuestionRequest,
  on: AskedDates,
  today: PlainDate,
): Result<AnswerView> {
  const context: QuestionContext = {
    ...resolveDates(on, today),
    ledger,
    rates: referenceRates(),
    league: leagueDeals(),
    figuresOf,
  };
  if (name === PROCEEDS.name) return proceeds(context, of, at);
  const question = OF_LEDGER.find((one) => one.name === name);
  if (question === undefined) {
    return fail('UNKNOWN_QUESTION', 'question', `"${name.slice(0, 60)}" is not a question`, {
      expected: QUESTIONS.map((one) => one.name).join(', '),
    });
  }
  const asked = askedOf(question, { of, by, holder, to });
  if (!asked.ok) return asked;
  const answer = question.answer(context, asked.value);
  return answer.ok ? ok(answerViewOf(answer.value, judgedEvidence(ledger, context.knownOn))) : answer;
}

function askedOf(
  question: Question,
  { of = question.ofDefault, by = question.by?.[0], holder, to }: Omit<QuestionRequest, 'question' | 'at'>,
): Result<Asked> {
  if (of === undefined) {
    return fail('MISSING_FIELD', 'of', 'the question needs a subject', { expected: question.of });
  }
  if (by !== undefined && !(question.by ?? []).includes(by)) {
    return fail('UNKNOWN_MEASURE', 'by', `"${by.slice(0, 40)}" is not a measure of ${question.name}`, {
      expected: question.by?.join(', ') ?? 'no --by',
    });
  }
  if (question.ofAmount !== true) return ok({ of, by, holder, to });
  const amount = amountIn(of);
  if (amount !== undefined) return ok({ of, by, holder, to, amount });
  return fail('BAD_NUMBER', 'of', `"${of.slice(0, 40)}" is not a sum of money`, { expected: question.of });
}

/** `USD 40bn`, `40bn USD`: a currency code and an exact number. */
function amountIn(text: string): StatedAmount | undefined {
  const found = /^\s*(?:([A-Z]{3})\s+(\S+)|(\S+)\s+([A-Z]{3}))\s*$/.exec(text);
  const currency = found?.[1] ?? found?.[4];
  const value = exactNumberOf(found?.[2] ?? found?.[3] ?? '');
  return currency === undefined || value === undefined ? undefined : { currency, value, qualifier: 'exact' };
}

function proceeds(
  context: QuestionContext,
  of: string | undefined,
  at: readonly string[],
): Result<AnswerView> {
  if (of === undefined)
    return fail('MISSING_FIELD', 'of', 'the question needs a subject', { expected: PROCEEDS.of });
  const deal = dealSubject(context, of);
  if (!deal.ok) return deal;
  const values = exitValues(at);
  if (!values.ok) return values;
  const view = viewDeal(context.ledger, deal.value.id, context);
  if (!view.ok) return view;
  const book = judgedEvidence(context.ledger, context.knownOn);
  return ok(proceedsAnswer(dealProceedsOf(view.value, values.value, book), view.value, book));
}

function viewOf({ name, about, of, ofDefault, by, takes }: Question): QuestionView {
  return {
    name,
    about,
    of,
    ...(ofDefault === undefined ? {} : { ofDefault }),
    ...(by === undefined ? {} : { by: [...by] }),
    ...(takes === undefined ? {} : { takes: [...takes] }),
  };
}
