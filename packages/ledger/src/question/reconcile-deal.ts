import { ok, type Result } from '@tranche/core/result';
import { viewDealWithEffects } from '../deal/index.ts';
import type { Answer } from './answer.ts';
import { conflictsOf, remaindersOf } from './deal-answer.ts';
import type { Asked, QuestionContext } from './question.ts';
import { ruledBy } from './rule.ts';
import { dealSubject } from './subject.ts';

/** Every sum of a deal that should agree. Fails: UNKNOWN_SUBJECT, AMBIGUOUS_SUBJECT. */
export function reconcileDeal(asked: QuestionContext, { of, by }: Asked): Result<Answer> {
  const context = ruledBy(asked, by);
  const subject = dealSubject(context, of);
  if (!subject.ok) return subject;
  const found = viewDealWithEffects(context.ledger, subject.value.id, context, context.rule);
  if (!found.ok) return found;
  const view = found.value;
  const open = view.reconciliations.filter(({ agrees }) => !agrees).length;
  return ok({
    question: 'reconcile',
    subject: view.id,
    asOf: view.asOf,
    knownOn: view.knownOn,
    answer: `${view.title}: ${view.reconciliations.length} sums, ${open} of which leave a remainder`,
    decided: true,
    isNo: open > 0,
    basis: 'parts as they are stated beside the whole as it is stated',
    columns: [],
    rows: [],
    conflicts: conflictsOf(view),
    remainders: remaindersOf(view),
    missing: [],
    assumptions: view.assumptions,
    statements: view.statements.map(({ id }) => id),
    graph: view.graph,
  });
}
