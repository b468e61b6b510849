import type { PlainDate } from '@tranche/core/time';
import type { Decision, Judgement } from './judgement.ts';

/** A judgement as it stands on a day: in force, or taken back by another one. */
export interface JudgementStanding {
  readonly judgement: Judgement;
  /** Id of the judgement that took it back, and was not taken back itself. */
  readonly undoneBy?: string;
}

/**
 * What had been judged by the end of a day, and what of it stands: in the order of the days, and within a day in the
 * order in which it was recorded. An undone undo leaves the first judgement standing; an undo of an unknown
 * judgement changes nothing.
 */
export function standingsOf(
  judgements: readonly Judgement[],
  knownOn: PlainDate,
): readonly JudgementStanding[] {
  const known = judgements
    .filter(({ when }) => when <= knownOn)
    .toSorted((one, other) => (one.when < other.when ? -1 : one.when > other.when ? 1 : 0));
  const undoneBy = new Map<string, string>();
  // An undo can only name what was made before it, so that the last word is read first.
  for (const { id, decision } of known.toReversed()) {
    if (decision.kind !== 'undo' || undoneBy.has(id) || undoneBy.has(decision.judgement)) continue;
    undoneBy.set(decision.judgement, id);
  }
  return known.map((judgement) => {
    const by = undoneBy.get(judgement.id);
    return by === undefined ? { judgement } : { judgement, undoneBy: by };
  });
}

/** The judgements that stand on a day and decide something: those of `standingsOf` that are neither undone nor an undo. */
export const judgementsInForce = (
  judgements: readonly Judgement[],
  knownOn: PlainDate,
): readonly Judgement[] =>
  standingsOf(judgements, knownOn).flatMap(({ judgement, undoneBy }) =>
    undoneBy === undefined && judgement.decision.kind !== 'undo' ? [judgement] : [],
  );

/** Those of one kind, with the decision's own type. */
export const decisionsOf = <K extends Decision['kind']>(
  judgements: readonly Judgement[],
  kind: K,
): readonly (Judgement & { readonly decision: Extract<Decision, { kind: K }> })[] =>
  judgements.filter(
    (judgement): judgement is Judgement & { readonly decision: Extract<Decision, { kind: K }> } =>
      judgement.decision.kind === kind,
  );
