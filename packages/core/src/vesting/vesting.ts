import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import { Rational, sum } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type { PlainDate } from '../time/index.ts';
import { type BeforeGrant, settleBeforeGrant } from './before-grant.ts';
import { type EventVesting, eventInstallments, expiryOf } from './event.ts';
import { type Installment, installmentsOf, type VestingSchedule } from './schedule.ts';

export interface VestingInput {
  readonly quantity: Rational;
  readonly grantDate?: PlainDate;
  readonly beforeGrant?: BeforeGrant;
  /** At most one of schedule, vestings and event; without any, everything vests on the day of the grant. */
  readonly schedule?: VestingSchedule;
  /** In the order of their dates; they sum to the quantity. */
  readonly vestings?: readonly { readonly date: PlainDate; readonly quantity: Rational }[];
  readonly event?: EventVesting;
  readonly asOf?: readonly PlainDate[];
}

export interface Vesting {
  readonly installments: readonly (Installment & { readonly cumulative: Quantity })[];
  readonly total: Quantity;
  readonly firstDate: PlainDate | null;
  readonly lastDate: PlainDate | null;
  /** Of an event: the day from which it vests nothing any more. */
  readonly expires: PlainDate | null;
  readonly vested: ReadonlyMap<string, Quantity>;
}

/**
 * What vests when: by a schedule, by listed vestings, by an event, or all on the day of the grant.
 * Shapes: installments in the order of their dates; `vested` has the total up to and including each day asked for.
 * Units: shares. Exact; the installments of a schedule sum to the quantity, an event vests its portion of it.
 * Fails: UNSUPPORTED_COMBINATION (more than one way), MISSING_FIELD (grant_date without any, before_grant),
 * OUT_OF_ORDER and SUM_MISMATCH (vestings), and what the schedule and the event say.
 * Source: Open Cap Format, vesting terms (docs/reference/calculators.md, vesting).
 */
export function vesting(
  input: VestingInput,
): Result<{ readonly output: Vesting; readonly graph: FormulaGraph }> {
  const ways = [input.schedule, input.vestings, input.event].filter((way) => way !== undefined);
  if (ways.length > 1) {
    return fail('UNSUPPORTED_COMBINATION', '', 'vesting goes one way', {
      expected: 'one of schedule, vestings and event',
    });
  }
  const sheet = new Derivation();
  const quantity = sheet.given('quantity granted', 'shares', input.quantity, 'quantity');
  const planned = plan(sheet, quantity, input);
  if (!planned.ok) return planned;
  const settled = settleBeforeGrant(sheet, planned.value, input.grantDate, input.beforeGrant);
  if (!settled.ok) return settled;
  const none = sheet.assumed('nothing vested', 'shares', Rational.ZERO, 'before the first installment');
  const installments = withTotals(sheet, settled.value);
  const last = installments.at(-1);
  return ok({
    output: {
      installments,
      total: last?.cumulative ?? none,
      firstDate: installments[0]?.date ?? null,
      lastDate: last?.date ?? null,
      expires: input.event === undefined ? null : expiryOf(input.event),
      vested: new Map(
        (input.asOf ?? []).map((day) => [
          day,
          installments.findLast(({ date }) => date <= day)?.cumulative ?? none,
        ]),
      ),
    },
    graph: sheet.build(),
  });
}

function plan(sheet: Derivation, quantity: Quantity, input: VestingInput): Result<readonly Installment[]> {
  const { schedule, vestings, event, grantDate } = input;
  if (schedule !== undefined) return installmentsOf(sheet, quantity, schedule);
  if (vestings !== undefined) return listedVestings(sheet, quantity, vestings);
  if (event !== undefined) return eventInstallments(sheet, quantity, event);
  return grantDate === undefined
    ? fail('MISSING_FIELD', 'grant_date', 'without vesting terms everything vests on the day of the grant')
    : ok([{ date: grantDate, quantity }]);
}

function listedVestings(
  sheet: Derivation,
  quantity: Quantity,
  vestings: NonNullable<VestingInput['vestings']>,
): Result<readonly Installment[]> {
  const late = vestings.findIndex(({ date }, index) => date < (vestings[index - 1]?.date ?? date));
  if (late >= 0) return fail('OUT_OF_ORDER', `vestings[${late}].date`, 'the dates do not ascend');
  if (!sum(vestings.map((one) => one.quantity)).equals(quantity.value)) {
    return fail('SUM_MISMATCH', 'vestings', 'the vestings do not sum to the quantity', {
      expected: quantity.value.toString(),
    });
  }
  return ok(
    vestings.map((one, index) => ({
      date: one.date,
      quantity: sheet.given(`vests on ${one.date}`, 'shares', one.quantity, `vestings[${index}].quantity`, {
        date: one.date,
      }),
    })),
  );
}

function withTotals(sheet: Derivation, installments: readonly Installment[]): Vesting['installments'] {
  let before: Quantity | undefined;
  return installments.map(({ date, quantity }) => {
    const cumulative =
      before === undefined
        ? quantity
        : sheet.add(`vested by ${date}`, 'shares', [before, quantity], { date });
    before = cumulative;
    return { date, quantity, cumulative };
  });
}
