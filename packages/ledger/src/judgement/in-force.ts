import type { PlainDate } from '@tranche/core/time';
import type { Decision, Judgement } from './judgement.ts';

/**
 * The judgements that stand on a day: made by then and not taken back by then, in the order they were made.
 * An undone undo leaves the first judgement standing. An undo of an unknown judgement changes nothing.
 */
export function judgementsInForce(
  judgements: readonly Judgement[],
  knownOn: PlainDate,
): readonly Judgement[] {
  const known = judgements.filter(({ when }) => when <= knownOn);
  const undone = new Set<string>();
  // An undo can only name what was made before it, so that the last word is read first.
  for (const { id, decision } of known.toReversed()) {
    if (decision.kind === 'undo' && !undone.has(id)) undone.add(decision.judgement);
  }
  return known.filter(({ id, decision }) => decision.kind !== 'undo' && !undone.has(id));
}

/** Those of one kind, with the decision's own type. */
export const decisionsOf = <K extends Decision['kind']>(
  judgements: readonly Judgement[],
  kind: K,
): readonly (Judgement & { readonly decision: Extract<Decision, { kind: K }> })[] =>
  judgements.filter(
    (judgement): judgement is Judgement & { readonly decision: Extract<Decision, { kind: K }> } =>
      judgement.decision.kind === kind,
  );
