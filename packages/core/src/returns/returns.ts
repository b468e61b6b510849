import { type DayCount, yearFraction } from '../accrual/index.ts';
import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { TimedFlow } from './discount-polynomial.ts';
import { internalRates, RATE_ACCURACY } from './internal-rates.ts';
import { type IndexValue, type PublicMarket, publicMarket } from './public-market.ts';

export interface DatedFlow {
  readonly date: PlainDate;
  /** Below zero paid in, above zero received. */
  readonly amount: Rational;
}

/** Dated flows, or periodic ones, or the two totals; never two of these. */
export interface ReturnsInput {
  readonly flows?: readonly DatedFlow[];
  /** A flow at the end of each equal period; the first is at time zero. */
  readonly periodicFlows?: readonly Rational[];
  /** Value not yet distributed; nothing unless given. */
  readonly nav?: Rational;
  /** The latest date of the flows unless given. */
  readonly navDate?: PlainDate;
  readonly dayCount?: DayCount;
  /** Above zero. */
  readonly paidIn?: Rational;
  readonly distributed?: Rational;
  readonly index?: readonly IndexValue[];
}

export interface Returns extends Partial<PublicMarket> {
  /** A year's, or a period's of periodic flows; null unless there is exactly one. Absent without flows. */
  readonly irr?: Quantity | null;
  readonly irrRoots?: readonly Quantity[];
  readonly irrUnique?: boolean;
  readonly paidIn: Quantity;
  readonly distributed: Quantity;
  readonly nav: Quantity;
  readonly dpi: Quantity;
  readonly rvpi: Quantity;
  readonly tvpi: Quantity;
  readonly gain: Quantity;
}

/**
 * The internal rate of return, the multiples of what was paid in, and how the same flows would have done in an index.
 * Shapes: flows in any order; the first listed is the time origin. Units: money of one currency; rates a year, or a
 * period of `periodicFlows`. Exact: all but the rates, which are right to `RATE_ACCURACY`, and complete.
 * Fails: UNSUPPORTED_COMBINATION (flows of two kinds; dates beside periods), MISSING_FIELD (no flows and no totals; one
 * total; an index without dated flows), OUT_OF_RANGE (nothing was paid in), OUT_OF_ORDER (index), RATE_NOT_FOUND (a
 * flow on a day without an index value).
 * Source: docs/reference/calculators.md, returns; worked examples in cases/returns.json.
 */
export function returns(
  input: ReturnsInput,
): Result<{ readonly output: Returns; readonly graph: FormulaGraph }> {
  const kind = kindOf(input);
  if (!kind.ok) return kind;
  const { index, dayCount = 'actual_365' } = input;
  const sheet = new Derivation();
  const nothing = sheet.assumed('nothing', 'money', Rational.ZERO, 'no flow, no money');
  const nav =
    input.nav === undefined
      ? sheet.assumed('net asset value', 'money', Rational.ZERO, 'nothing is left unless given')
      : sheet.given('net asset value', 'money', input.nav, 'nav', dateOf(input.navDate));
  const amounts = flowsOf(sheet, input);
  const totals = totalsOf(sheet, nothing, input, amounts);
  const { paidIn, distributed } = totals;
  if (paidIn.value.sign() === 0) return fail('OUT_OF_RANGE', kind.value, 'nothing was paid in');
  const value = sheet.add('distributed and still held', 'money', [distributed, nav]);
  const multiples = {
    ...totals,
    nav,
    dpi: sheet.divide('distributed to paid-in', 'count', distributed, paidIn),
    rvpi: sheet.divide('residual value to paid-in', 'count', nav, paidIn),
    tvpi: sheet.divide('total value to paid-in', 'count', value, paidIn),
    gain: sheet.subtract('gain', 'money', value, paidIn),
  };
  if (input.flows === undefined && input.periodicFlows === undefined) {
    return ok({ output: multiples, graph: sheet.build() });
  }
  const rates = ratesOf(sheet, timedFlows(input, dayCount));
  if (index === undefined || input.flows === undefined) {
    return ok({ output: { ...rates, ...multiples }, graph: sheet.build() });
  }
  const dated = input.flows.map(({ date }, at) => ({ date, amount: amounts[at] ?? nothing }));
  const market = publicMarket(sheet, { nothing, flows: dated, nav, index });
  if (!market.ok) return market;
  return ok({ output: { ...rates, ...multiples, ...market.value }, graph: sheet.build() });
}

/** The field that says what was paid in, once it is clear that there is one and no other. */
function kindOf(input: ReturnsInput): Result<'flows' | 'periodic_flows' | 'paid_in'> {
  const { flows, periodicFlows, paidIn, distributed, navDate, index } = input;
  const totals = paidIn !== undefined || distributed !== undefined;
  if ([flows !== undefined, periodicFlows !== undefined, totals].filter(Boolean).length > 1) {
    return fail('UNSUPPORTED_COMBINATION', '', 'what was paid is given twice', {
      expected: 'flows; or periodic_flows; or paid_in and distributed',
    });
  }
  if (periodicFlows !== undefined) {
    const dated = navDate !== undefined ? 'nav_date' : index !== undefined ? 'index' : undefined;
    return dated === undefined
      ? ok('periodic_flows')
      : fail('UNSUPPORTED_COMBINATION', dated, 'periodic flows have no dates', { expected: 'flows' });
  }
  if (flows !== undefined) return ok('flows');
  const missing = (field: string): Result<never> =>
    fail('MISSING_FIELD', field, 'the field is missing', {
      expected: 'flows; or periodic_flows; or paid_in and distributed',
    });
  if (!totals || index !== undefined) return missing('flows');
  if (paidIn === undefined) return missing('paid_in');
  return distributed === undefined ? missing('distributed') : ok('paid_in');
}

const flowsOf = (sheet: Derivation, { flows, periodicFlows }: ReturnsInput): readonly Quantity[] => [
  ...(flows ?? []).map(({ date, amount }, index) =>
    sheet.given(`flow of ${date}`, 'money', amount, `flows[${index}].amount`, { date }),
  ),
  ...(periodicFlows ?? []).map((amount, index) =>
    sheet.given(`flow of period ${index}`, 'money', amount, `periodic_flows[${index}]`),
  ),
];

function totalsOf(
  sheet: Derivation,
  nothing: Quantity,
  { paidIn, distributed }: ReturnsInput,
  amounts: readonly Quantity[],
): Pick<Returns, 'paidIn' | 'distributed'> {
  if (paidIn !== undefined && distributed !== undefined) {
    return {
      paidIn: sheet.given('paid in', 'money', paidIn, 'paid_in'),
      distributed: sheet.given('distributed', 'money', distributed, 'distributed'),
    };
  }
  const below = amounts.filter(({ value }) => value.sign() < 0);
  const above = amounts.filter(({ value }) => value.sign() > 0);
  const negative = sheet.add('flows below zero', 'money', [nothing, ...below]);
  return {
    paidIn: sheet.subtract('paid in', 'money', nothing, negative),
    distributed: sheet.add('distributed', 'money', [nothing, ...above]),
  };
}

/** Flows and net asset value at their years from the first listed flow, or by periods. */
function timedFlows(input: ReturnsInput, dayCount: DayCount): readonly TimedFlow[] {
  const { flows = [], periodicFlows, nav = Rational.ZERO, navDate } = input;
  if (periodicFlows !== undefined) {
    const last = Rational.of(Math.max(periodicFlows.length - 1, 0));
    return [
      ...periodicFlows.map((amount, period) => ({ years: Rational.of(period), amount })),
      { years: last, amount: nav },
    ];
  }
  const [first] = flows;
  if (first === undefined) return [];
  const latest = flows.reduce((last, { date }) => (date > last ? date : last), first.date);
  return [...flows, { date: navDate ?? latest, amount: nav }].map(({ date, amount }) => ({
    years: yearFraction(first.date, date, dayCount),
    amount,
  }));
}

function ratesOf(
  sheet: Derivation,
  flows: readonly TimedFlow[],
): Pick<Returns, 'irr' | 'irrRoots' | 'irrUnique'> {
  const method =
    'the rates above −100 % at which the present value of the flows and the net asset value is zero';
  const irrRoots = internalRates(flows).map((rate) =>
    sheet.solved('internal rate of return', 'fraction', rate, method, { accuracy: RATE_ACCURACY }),
  );
  const [only] = irrRoots;
  const irrUnique = irrRoots.length === 1;
  return { irr: irrUnique && only !== undefined ? only : null, irrRoots, irrUnique };
}

const dateOf = (date: PlainDate | undefined) => (date === undefined ? {} : { date });
