import { ok, type Result } from '@tranche/core/result';
import { parsePlainDate } from '@tranche/core/time';
import { judge } from '@tranche/ledger/judging';
import type { Ledger } from '@tranche/ledger/statement';
import { toStored } from '../log/index.ts';
import type { Clock, LogStore } from '../ports/index.ts';
import type { JudgementRequest, JudgementView } from '../views/index.ts';
import { judgementViewOf } from './judgement-view.ts';

type Judging = (
  request: JudgementRequest,
) => Promise<Result<{ readonly judgement: JudgementView; readonly added: boolean }>>;

/**
 * Takes judgements one after another: each is held against the ledger with those before it, and appended. The same
 * sent twice is kept once. Fails as `judge` of the ledger; BAD_DATE; as `LogStore.append`.
 */
export function judging(
  log: LogStore,
  readLedger: () => Promise<Result<{ readonly ledger: Ledger }>>,
  clock: Clock,
): Judging {
  const take: Judging = async ({ when, ...request }) => {
    const day = when === undefined ? undefined : parsePlainDate(when, 'when');
    if (day !== undefined && !day.ok) return day;
    const before = await readLedger();
    if (!before.ok) return before;
    const today = clock.today();
    const judged = judge(before.value.ledger, { ...request, when: day?.value }, today);
    if (!judged.ok) return judged;
    const { judgement, isNew } = judged.value;
    if (isNew) {
      const appended = await log.append([toStored({ kind: 'judgement_made', judgement })]);
      if (!appended.ok) return appended;
    }
    const after = await readLedger();
    return after.ok
      ? ok({ judgement: judgementViewOf(after.value.ledger, judgement.id, today), added: isNew })
      : after;
  };
  let last: Promise<unknown> = Promise.resolve();
  return (request) => {
    const next = last.then(() => take(request));
    // One that breaks must not keep the next from being taken.
    last = next.catch(() => undefined);
    return next;
  };
}
