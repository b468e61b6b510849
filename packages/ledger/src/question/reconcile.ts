import type { Result } from '@tranche/core/result';
import type { Answer } from './answer.ts';
import type { Asked, Question, QuestionContext } from './question.ts';
import { reconcileDeal } from './reconcile-deal.ts';
import { RULE_NAMES } from './rule.ts';

/** Reconciles a subject of one kind; undefined when the subject is of another kind. */
export type Reconciler = (context: QuestionContext, asked: Asked) => Result<Answer> | undefined;

/** In the order in which they are tried; the last one answers for whatever is left, or says what it would take. */
const RECONCILERS: readonly Reconciler[] = [reconcileDeal];

/** Which sums agree and which leave a remainder. Fails: UNKNOWN_SUBJECT, AMBIGUOUS_SUBJECT. */
export const reconcile: Question = {
  name: 'reconcile',
  about: 'what sums and what does not, with the reports behind each part and each value',
  of: 'the id of a deal, or a company with one deal',
  by: RULE_NAMES,
  answer: (context, asked) => {
    for (const reconciler of RECONCILERS) {
      const answer = reconciler(context, asked);
      if (answer !== undefined) return answer;
    }
    return reconcileDeal(context, asked);
  },
};
