import { knowledgeOf } from '../deal/index.ts';
import { isVenture, knowledgeOfVenture, type VentureKnowledge } from '../venture/index.ts';
import type { QuestionContext } from './question.ts';

/**
 * What is known of a venture or programme, where `of` names one; undefined where it names a deal, or a company that
 * has deals and is nowhere called a venture.
 */
export function ventureSubject(context: QuestionContext, of: string): VentureKnowledge | undefined {
  const { ledger, knownOn } = context;
  const knowledge = knowledgeOfVenture(ledger, of, knownOn);
  if (!isVenture(knowledge)) return undefined;
  if (knowledge.statements.some(({ body: { type } }) => type === 'venture')) return knowledge;
  return knowledgeOf(ledger, knowledge.id, knownOn).deals.length > 0 ? undefined : knowledge;
}
