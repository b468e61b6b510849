import type { Decision, Judgement } from './judgement.ts';

/**
 * The judgements about any of these statements, deals or names, in the order they were made; an undo is about what
 * it takes back. Takes time by the ids, and not by how many judgements there are.
 */
export function judgementsAbout(
  judgements: readonly Judgement[],
  ids: Iterable<string>,
): readonly Judgement[] {
  const places = placesOf(judgements);
  if (places.size === 0) return [];
  const found = new Set<number>();
  for (const id of ids) for (const place of places.get(id) ?? []) found.add(place);
  return [...found].sort((one, other) => one - other).flatMap((place) => judgements[place] ?? []);
}

/** A list of judgements never changes, so that it is looked through once. */
const byList = new WeakMap<readonly Judgement[], ReadonlyMap<string, readonly number[]>>();

function placesOf(judgements: readonly Judgement[]): ReadonlyMap<string, readonly number[]> {
  const known = byList.get(judgements);
  if (known !== undefined) return known;
  const places = new Map<string, number[]>();
  const subjects = new Map<string, readonly string[]>();
  for (const [place, { id, decision }] of judgements.entries()) {
    const about = decision.kind === 'undo' ? (subjects.get(decision.judgement) ?? []) : subjectsOf(decision);
    subjects.set(id, about);
    for (const subject of about) {
      const list = places.get(subject);
      if (list === undefined) places.set(subject, [place]);
      else list.push(place);
    }
  }
  byList.set(judgements, places);
  return places;
}

function subjectsOf(decision: Exclude<Decision, { kind: 'undo' }>): readonly string[] {
  switch (decision.kind) {
    case 'accept':
    case 'reject':
      return [decision.statement];
    case 'prefer':
      return [decision.deal, decision.statement];
    case 'merge':
      return [decision.into, decision.other];
    case 'split':
      return decision.of === 'parties' ? [decision.name] : [decision.statement, decision.from];
    case 'note':
      return [decision.about];
  }
}
