import type { PlainDate } from '@tranche/core/time';
import { type Judgement, judgementsInForce } from '@tranche/ledger/judgement';
import type { Ledger } from '@tranche/ledger/statement';
import type { JudgementMarkView } from '../views/index.ts';
import { type EvidenceBook, evidenceBook } from './evidence-book.ts';

/** What was said, each with what people had decided about it by a day, as far as it stands. */
export function judgedEvidence(ledger: Ledger, knownOn: PlainDate): EvidenceBook {
  const book = evidenceBook(ledger);
  const marks = new Map<string, JudgementMarkView[]>();
  for (const judgement of judgementsInForce(ledger.judgements, knownOn)) {
    const marked = markOf(judgement);
    if (marked === undefined) continue;
    marks.set(marked.statement, [...(marks.get(marked.statement) ?? []), marked.mark]);
  }
  if (marks.size === 0) return book;
  return {
    of: (ids) =>
      book.of(ids).map((evidence) => {
        const judgements = marks.get(evidence.id);
        return judgements === undefined ? evidence : { ...evidence, judgements };
      }),
  };
}

function markOf({
  id,
  decision,
  by,
  when,
  why,
}: Judgement): { readonly statement: string; readonly mark: JudgementMarkView } | undefined {
  const mark = (statement: string, kind: JudgementMarkView['kind'], text: string) => ({
    statement,
    mark: { id, kind, text, by, when, why },
  });
  switch (decision.kind) {
    case 'accept':
      return mark(decision.statement, 'accept', 'accepted');
    case 'reject':
      return mark(decision.statement, 'reject', 'rejected');
    case 'prefer':
      return mark(decision.statement, 'prefer', `preferred for ${decision.field} of ${decision.deal}`);
    case 'split':
      return decision.of === 'deals'
        ? mark(decision.statement, 'split', `split off ${decision.from}`)
        : undefined;
    case 'note':
      return mark(decision.about, 'note', decision.text);
    case 'merge':
    case 'undo':
      return undefined;
  }
}
