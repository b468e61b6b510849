import { GraphBuilder } from '@tranche/core/formula';
import type { VentureKnowledge } from '../venture/index.ts';
import type { Answer } from './answer.ts';
import type { QuestionContext } from './question.ts';

/** What is said to be committed to a venture, by party. Fails: never. */
export function ventureCommitted(context: QuestionContext, venture: VentureKnowledge): Answer {
  return notYet('committed_drawn', context, venture);
}

/** What of a venture's money adds up and what does not. Fails: never. */
export function ventureReconciled(context: QuestionContext, venture: VentureKnowledge): Answer {
  return notYet('reconcile', context, venture);
}

const notYet = (
  question: string,
  { asOf, knownOn }: QuestionContext,
  { name, statements }: VentureKnowledge,
): Answer => ({
  question,
  subject: name,
  asOf,
  knownOn,
  answer: `cannot tell: what was said of ${name} is not put together`,
  decided: false,
  basis: 'what was said of the venture',
  columns: [],
  rows: [],
  conflicts: [],
  remainders: [],
  missing: [],
  assumptions: [],
  statements: statements.map(({ id }) => id),
  graph: new GraphBuilder().build(),
});
