import { invariant } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import type { DealView } from '@tranche/ledger/deal';
import { type JudgementStanding, judgementsAbout, standingsOf } from '@tranche/ledger/judgement';
import type { Ledger } from '@tranche/ledger/statement';
import { judgedEvidence } from '../evidence/index.ts';
import type { JudgementView } from '../views/index.ts';
import { statementsIn, wordsOf } from './words.ts';

/** Everything that was judged by a day, the latest first, each with whether it stands on that day. */
export const judgementViews = (ledger: Ledger, knownOn: PlainDate): readonly JudgementView[] =>
  standingsOf(ledger.judgements, knownOn).map(viewer(ledger, knownOn)).reverse();

/** One that is in the ledger. */
export function judgementViewOf(ledger: Ledger, id: string, knownOn: PlainDate): JudgementView {
  const found = standingsOf(ledger.judgements, knownOn).find(({ judgement }) => judgement.id === id);
  invariant(found !== undefined, `the ledger holds the judgement ${id}`);
  return viewer(ledger, knownOn)(found);
}

/** Those about a deal, or about something that is or was joined to it. */
export function judgementsOnDeal(
  ledger: Ledger,
  { id, statements, knownOn }: Pick<DealView, 'id' | 'statements' | 'knownOn'>,
): readonly JudgementView[] {
  const about = judgementsAbout(ledger.judgements, [id, ...statements.map((statement) => statement.id)]);
  const ids = new Set(about.map((judgement) => judgement.id));
  return standingsOf(ledger.judgements, knownOn)
    .filter(({ judgement }) => ids.has(judgement.id))
    .map(viewer(ledger, knownOn))
    .reverse();
}

function viewer(ledger: Ledger, knownOn: PlainDate): (standing: JudgementStanding) => JudgementView {
  const book = judgedEvidence(ledger, knownOn);
  return ({ judgement, undoneBy }) => {
    const { id, decision, by, when, why } = judgement;
    return {
      id,
      decision: { ...decision },
      text: wordsOf(ledger, decision),
      by,
      when,
      why,
      inForce: undoneBy === undefined,
      ...(undoneBy === undefined ? {} : { undoneBy }),
      evidence: book.of(statementsIn(judgement)),
    };
  };
}
