import type { PlainDate } from '@tranche/core/time';
import { type Decision, judgementsAbout, standingsOf } from '../judgement/index.ts';
import type { Ledger } from '../statement/index.ts';
import type { DealEvent } from './view.ts';

/**
 * What people decided about a deal by a day: each judgement on the day from which it counted, and its taking back on
 * the day from which it no longer did. What was taken back on its own day never counted.
 */
export function judgedEvents(
  ledger: Ledger,
  subjects: readonly string[],
  knownOn: PlainDate,
): readonly DealEvent[] {
  const made = judgementsAbout(ledger.judgements, subjects).filter(({ when }) => when <= knownOn);
  const byId = new Map(made.map((judgement) => [judgement.id, judgement]));
  const named = new Set(subjects);
  const days = [...new Set(made.map(({ when }) => when))].sort();
  let before: ReadonlyMap<string, string | undefined> = new Map();
  return days.flatMap((day) => {
    const now = new Map(standingsOf(made, day).map(({ judgement, undoneBy }) => [judgement.id, undoneBy]));
    const last = before;
    before = now;
    return made.flatMap((judgement): readonly DealEvent[] => {
      const { id, decision } = judgement;
      if (decision.kind === 'undo') return [];
      const [counted, counts] = [stands(last, id), stands(now, id)];
      if (counted === counts) return [];
      const undo = counts ? now.get(last.get(id) ?? '') : now.get(id);
      const by = judgement.when === day ? judgement : byId.get(undo ?? '');
      if (by === undefined) return [];
      const what = `${judgement.by} ${wordsOf(decision)}`;
      const text =
        by === judgement ? what : `${by.by} ${counts ? 'lets it stand again' : 'took back'} that ${what}`;
      return [
        {
          knownFrom: day,
          kind: 'judged',
          text: `${text}: ${by.why}`,
          statements: Object.values(decision).filter((one) => named.has(one)),
        },
      ];
    });
  });
}

const stands = (standings: ReadonlyMap<string, string | undefined>, id: string): boolean =>
  standings.has(id) && standings.get(id) === undefined;

function wordsOf(decision: Exclude<Decision, { kind: 'undo' }>): string {
  switch (decision.kind) {
    case 'accept':
      return 'accepted a statement';
    case 'reject':
      return 'rejected a statement';
    case 'prefer':
      return `preferred a statement for ${decision.field}`;
    case 'merge':
      return `made ${decision.other} part of ${decision.into}`;
    case 'split':
      return decision.of === 'deals'
        ? `took a statement out of ${decision.from}`
        : `took ${decision.name} for a party of its own`;
    case 'note':
      return `noted “${decision.text}”`;
  }
}
