import type { Derivation } from '../formula/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Installment } from './schedule.ts';

/** What becomes of installments dated before the grant: vesting may start earlier than it is granted. */
export type BeforeGrant = 'accumulate_on_grant_date' | 'accumulate_on_next_installment' | 'as_scheduled';

/**
 * The installments once those before the grant have their date. They vest together on the day of the grant, together
 * with the next installment on or after it, or as scheduled. An installment on the day of the grant takes them in
 * either way; where no installment follows they vest on the day of the grant.
 * Fails: MISSING_FIELD (before_grant) when there are such installments and no rule for them.
 */
export function settleBeforeGrant(
  sheet: Derivation,
  installments: readonly Installment[],
  grantDate: PlainDate | undefined,
  rule: BeforeGrant | undefined,
): Result<readonly Installment[]> {
  const early = installments.filter(({ date }) => grantDate !== undefined && date < grantDate);
  if (grantDate === undefined || early.length === 0) return ok(installments);
  if (rule === undefined) {
    return fail('MISSING_FIELD', 'before_grant', 'installments fall before the grant');
  }
  if (rule === 'as_scheduled') return ok(installments);
  const [next, ...later] = installments.slice(early.length);
  const joins = next !== undefined && (rule === 'accumulate_on_next_installment' || next.date === grantDate);
  const date = joins ? next.date : grantDate;
  const parts = joins ? [...early, next] : early;
  const quantity = sheet.add(
    `vests on ${date}, with what fell before the grant`,
    'shares',
    parts.map((one) => one.quantity),
    { date },
  );
  return ok([{ date, quantity }, ...(joins || next === undefined ? later : [next, ...later])]);
}
