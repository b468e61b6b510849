import type { Judgement } from './judgement.ts';
import { reasonOf } from './reason.ts';

/**
 * The statements that are not to be used, each with who says so and why, by the judgements in force. The last word
 * on a statement counts: accepting it after it was rejected lets it be used again.
 */
export function rejectionsIn(judgements: readonly Judgement[]): ReadonlyMap<string, string> {
  const rejected = new Map<string, string>();
  for (const judgement of judgements) {
    const { decision } = judgement;
    if (decision.kind === 'reject') rejected.set(decision.statement, `rejected by ${reasonOf(judgement)}`);
    if (decision.kind === 'accept') rejected.delete(decision.statement);
  }
  return rejected;
}
