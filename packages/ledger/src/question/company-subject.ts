import type { GraphBuilder } from '@tranche/core/formula';
import { fail, ok, type Result } from '@tranche/core/result';
import { type IssuerKnowledge, knowledgeOf } from '../deal/index.ts';
import type { Answer } from './answer.ts';
import type { QuestionContext } from './question.ts';
import { partySubject } from './subject.ts';

/** A company of which something is known on the day. Fails: UNKNOWN_SUBJECT. */
export function companySubject(context: QuestionContext, of: string): Result<IssuerKnowledge> {
  const { id } = partySubject(context, of);
  const knowledge = knowledgeOf(context.ledger, id, context.knownOn);
  if (knowledge.statements.length > 0) return ok(knowledge);
  return fail(
    'UNKNOWN_SUBJECT',
    'of',
    `nothing is known of "${of.slice(0, 80)}" as a company on ${context.knownOn}`,
    { expected: 'a company by name' },
  );
}

/** Answers about one company, onto a graph. */
export type CompanyAnswer = (
  context: QuestionContext,
  builder: GraphBuilder,
  company: IssuerKnowledge,
) => Answer;

/** What would tell who controls a company. */
export const controlMissing = (company: string): string =>
  `who appoints the board of ${company}, or holds most of its votes`;
