import { type Accrual, accrue, checkAccrual } from '../accrual/index.ts';
import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import { type Distribution, distribute, type FundTerms, type Tiers } from './distribute.ts';

/** One investment of a fund that is distributed deal by deal. */
export interface FundDeal {
  readonly id: string;
  readonly cost: Rational;
  readonly proceeds: Rational;
}

export interface FundWaterfallInput {
  /** By the whole fund, or deal by deal with a clawback. */
  readonly style: 'european' | 'american';
  /** Of the european style. */
  readonly contributed?: Rational;
  readonly proceeds?: Rational;
  /** Of the american style. */
  readonly deals?: readonly FundDeal[];
  /** The manager's share of profit; below 1. */
  readonly carry: Rational;
  /** What investors get on their contributions before the manager shares; none unless given. */
  readonly preferredReturn?: Accrual;
  /** `gpShare` 0 is none, as is its absence. */
  readonly catchUp?: { readonly gpShare: Rational };
}

export interface FundWaterfall {
  /** Of the whole fund. */
  readonly tiers: Tiers;
  readonly lp: Quantity;
  readonly gp: Quantity;
  readonly lpMultiple: Quantity;
  readonly interimGp: Quantity;
  readonly clawback: Quantity;
  readonly deals?: ReadonlyMap<string, { readonly lp: Quantity; readonly gp: Quantity }>;
  readonly wholeFundGp: Quantity;
}

/**
 * What a fund's investors (lp) and its manager (gp) get: capital, then the preferred return, then the catch-up, then
 * the split.
 * American style: each deal by itself, so that the manager's interim share grows with every profitable deal; what that
 * share exceeds the share of the whole fund by is clawed back, and `lp` and `gp` are after that.
 * Units: money of one currency. Exact: the tiers sum to the proceeds, and so do `lp` and `gp`.
 * Fails: MISSING_FIELD, UNSUPPORTED_COMBINATION (amounts of the other style), OUT_OF_RANGE (nothing contributed; a
 * catch-up that does not exceed carry), and those of `checkAccrual` at `preferred_return`.
 * Source: docs/reference/calculators.md, fund_waterfall; worked examples in cases/fund_waterfall.json.
 */
export function fundWaterfall(
  input: FundWaterfallInput,
): Result<{ readonly output: FundWaterfall; readonly graph: FormulaGraph }> {
  const checked = check(input);
  if (!checked.ok) return checked;
  const sheet = new Derivation();
  const terms = termsOf(sheet, input);
  const whole = input.style === 'american' ? wholeOf(sheet, input.deals ?? []) : givenWhole(sheet, input);
  if (whole.contributed.value.sign() === 0) return fail('OUT_OF_RANGE', 'deals', 'the deals cost nothing');
  const { tiers, gp: wholeFundGp } = distribute(sheet, terms, whole);
  const deals = input.style === 'american' ? dealsOf(sheet, terms, input.deals ?? []) : undefined;
  const interimGp =
    deals === undefined
      ? wholeFundGp
      : sheet.add(
          'to the manager, deal by deal',
          'money',
          [...deals.values()].map(({ gp }) => gp),
        );
  const excess = sheet.subtract('interim above the whole fund', 'money', interimGp, wholeFundGp);
  const clawback = sheet.greatest('clawback', 'money', [terms.nothing, excess]);
  const gp = sheet.subtract('to the manager', 'money', interimGp, clawback);
  const lp = sheet.subtract('to the investors', 'money', whole.proceeds, gp);
  const lpMultiple = sheet.divide('to the investors ÷ contributed', 'count', lp, whole.contributed);
  return ok({
    output: {
      tiers,
      lp,
      gp,
      lpMultiple,
      interimGp,
      clawback,
      ...(deals === undefined ? {} : { deals }),
      wholeFundGp,
    },
    graph: sheet.build(),
  });
}

function check(input: FundWaterfallInput): Result<FundWaterfallInput> {
  const { style, carry, preferredReturn, catchUp } = input;
  const fields = [
    ['contributed', input.contributed, 'european'],
    ['proceeds', input.proceeds, 'european'],
    ['deals', input.deals, 'american'],
  ] as const;
  for (const [field, value, of] of fields) {
    if (of === style && value === undefined) {
      return fail('MISSING_FIELD', field, `the ${style} style needs it`);
    }
    if (of !== style && value !== undefined) {
      return fail('UNSUPPORTED_COMBINATION', field, `the ${style} style does not use it`, {
        expected: style === 'american' ? 'deals' : 'contributed and proceeds',
      });
    }
  }
  if (preferredReturn !== undefined) {
    const accrual = checkAccrual(preferredReturn, 'preferred_return');
    if (!accrual.ok) return accrual;
  }
  const share = catchUp?.gpShare;
  if (share !== undefined && share.sign() !== 0 && share.compare(carry) <= 0) {
    return fail('OUT_OF_RANGE', 'catch_up.gp_share', 'the manager cannot catch up with no more than carry', {
      expected: `0 for none, or more than ${carry}`,
    });
  }
  return ok(input);
}

function termsOf(sheet: Derivation, { carry, preferredReturn, catchUp }: FundWaterfallInput): FundTerms {
  const nothing = sheet.assumed('nothing', 'money', Rational.ZERO, 'no money is left, or due');
  const share = catchUp?.gpShare ?? Rational.ZERO;
  return {
    nothing,
    carry: sheet.given('carry', 'fraction', carry, 'carry'),
    ...(preferredReturn === undefined ? {} : { accrued: accrue(sheet, preferredReturn, 'preferred_return') }),
    ...(share.sign() === 0
      ? {}
      : { catchUp: sheet.given("manager's share of the catch-up", 'fraction', share, 'catch_up.gp_share') }),
  };
}

const givenWhole = (
  sheet: Derivation,
  { contributed = Rational.ZERO, proceeds = Rational.ZERO }: FundWaterfallInput,
): Distribution => ({
  name: 'the fund',
  contributed: sheet.given('contributed', 'money', contributed, 'contributed'),
  proceeds: sheet.given('proceeds', 'money', proceeds, 'proceeds'),
});

const given = (sheet: Derivation, { id, cost, proceeds }: FundDeal, index: number): Distribution => ({
  name: id,
  contributed: sheet.given(`cost of ${id}`, 'money', cost, `deals[${index}].cost`),
  proceeds: sheet.given(`proceeds of ${id}`, 'money', proceeds, `deals[${index}].proceeds`),
});

function wholeOf(sheet: Derivation, deals: readonly FundDeal[]): Distribution {
  const all = deals.map((deal, index) => given(sheet, deal, index));
  const nothing = sheet.assumed('nothing', 'money', Rational.ZERO, 'no money is left, or due');
  return {
    name: 'the fund',
    contributed: sheet.add('cost of all deals', 'money', [nothing, ...all.map((one) => one.contributed)]),
    proceeds: sheet.add('proceeds of all deals', 'money', [nothing, ...all.map((one) => one.proceeds)]),
  };
}

const dealsOf = (sheet: Derivation, terms: FundTerms, deals: readonly FundDeal[]) =>
  new Map(
    deals.map((deal, index) => {
      const { lp, gp } = distribute(sheet, terms, given(sheet, deal, index));
      return [deal.id, { lp, gp }] as const;
    }),
  );
