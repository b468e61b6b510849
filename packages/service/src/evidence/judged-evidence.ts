import type { PlainDate } from '@tranche/core/time';
import { type Judgement, judgementsAbout, judgementsOn } from '@tranche/ledger/judgement';
import type { Ledger } from '@tranche/ledger/statement';
import type { JudgementMarkView } from '../views/index.ts';
import { type EvidenceBook, evidenceBook } from './evidence-book.ts';

/** What was said, each with what people had decided about it by a day, as far as it stands. */
export function judgedEvidence(ledger: Ledger, knownOn: PlainDate): EvidenceBook {
  const book = evidenceBook(ledger);
  const inForce = judgementsOn(ledger.judgements, knownOn);
  if (inForce.length === 0) return book;
  return {
    of: (ids) =>
      book.of(ids).map((evidence) => {
        const judgements = judgementsAbout(inForce, [evidence.id]).flatMap((one) => markOf(one) ?? []);
        return judgements.length === 0 ? evidence : { ...evidence, judgements };
      }),
  };
}

function markOf({ id, decision, by, when, why }: Judgement): JudgementMarkView | undefined {
  const mark = (kind: JudgementMarkView['kind'], text: string) => ({ id, kind, text, by, when, why });
  switch (decision.kind) {
    case 'accept':
      return mark('accept', 'accepted');
    case 'reject':
      return mark('reject', 'rejected');
    case 'prefer':
      return mark('prefer', `preferred for ${decision.field} of ${decision.deal}`);
    case 'split':
      return decision.of === 'deals' ? mark('split', `split off ${decision.from}`) : undefined;
    case 'note':
      return mark('note', decision.text);
    case 'merge':
    case 'undo':
      return undefined;
  }
}
