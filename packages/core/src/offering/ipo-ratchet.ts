import { Derivation, type FormulaGraph, type Quantity, WholeNumber } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { fail, invariant, ok, type Result } from '../result/index.ts';
import { type PlainDate, wholeMonthsBetween } from '../time/index.ts';

/** The price a class is promised at an offering; which fields go with which kind, `ipoRatchet` says. */
export interface IpoGuarantee {
  readonly kind: 'price' | 'multiple' | 'compounding';
  readonly price?: Rational;
  /** Of the original issue price. */
  readonly multiple?: Rational;
  /** Of compounding; the original issue price if absent. */
  readonly startPrice?: Rational;
  /** A year's, as a fraction of 1. */
  readonly rate?: Rational;
  /** Periods of whole months: 1, 2, 3, 4, 6 or 12. */
  readonly compoundsPerYear?: number;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

export interface IpoRatchetInput {
  /** Exactly one of shares and invested; all more than zero. */
  readonly class: {
    readonly originalIssuePrice: Rational;
    readonly shares?: Rational;
    readonly invested?: Rational;
    /** The original issue price if absent. */
    readonly conversionPrice?: Rational;
  };
  readonly guarantee: IpoGuarantee;
  readonly ipoPrice: Rational;
  readonly markPrice?: Rational;
  readonly outstanding?: Rational;
}

export interface IpoRatchet {
  readonly guaranteedPrice: Quantity;
  readonly guaranteeMultiple: Quantity;
  /** Null unless the guarantee compounds. */
  readonly wholePeriods: WholeNumber | null;
  readonly shares: Quantity;
  readonly triggered: boolean;
  readonly conversionRatio: Quantity;
  readonly conversionPrice: Quantity;
  readonly asConvertedBefore: Quantity;
  readonly asConvertedShares: Quantity;
  readonly additionalShares: Quantity;
  readonly valueAtIpo: Quantity;
  readonly valueAtMark?: Quantity;
  readonly gainAtMark?: Quantity;
  readonly additionalPercentOfOutstanding?: Quantity;
  readonly ownershipBefore?: Quantity;
  readonly ownershipAfter?: Quantity;
}

/**
 * What a class with a guaranteed price or return converts into at an offering.
 * The ratio is the greater of the present one (original issue price ÷ conversion price) and guaranteed ÷ offering
 * price. A compounding guarantee grows with each whole period completed; a broken one adds nothing.
 * Units: money per share, shares. Exact; shares may be fractions. Fails: MISSING_FIELD (shares or invested; what the
 * kind of guarantee needs), UNSUPPORTED_COMBINATION (both), OUT_OF_RANGE (a period that is no whole number of months;
 * an end before the start, or after more periods than any security lives).
 * Source: docs/reference/calculators.md, ipo_ratchet; worked examples in cases/ipo_ratchet.json.
 */
export function ipoRatchet(
  input: IpoRatchetInput,
): Result<{ readonly output: IpoRatchet; readonly graph: FormulaGraph }> {
  const checked = check(input);
  if (!checked.ok) return checked;
  const sheet = new Derivation();
  const issued = sheet.given(
    'original issue price',
    'money per share',
    input.class.originalIssuePrice,
    'class.original_issue_price',
  );
  const ipoPrice = sheet.given('offering price', 'money per share', input.ipoPrice, 'ipo_price');
  const { shares, invested } = holdingOf(sheet, input.class, issued);
  const { guaranteedPrice, wholePeriods } = guaranteeOf(sheet, input.guarantee, issued);
  const presentPrice =
    input.class.conversionPrice === undefined
      ? issued
      : sheet.given(
          'present conversion price',
          'money per share',
          input.class.conversionPrice,
          'class.conversion_price',
        );
  const presentRatio = sheet.divide('present conversion ratio', 'count', issued, presentPrice);
  const promisedRatio = sheet.divide('guaranteed ÷ offering price', 'count', guaranteedPrice, ipoPrice);
  const conversionRatio = sheet.greatest('conversion ratio', 'count', [presentRatio, promisedRatio]);
  const before = sheet.multiply('shares as converted before', 'shares', [shares, presentRatio]);
  const after = sheet.multiply('shares as converted', 'shares', [shares, conversionRatio]);
  const additionalShares = sheet.subtract('additional shares', 'shares', after, before);
  return ok({
    output: {
      guaranteedPrice,
      guaranteeMultiple: sheet.divide('guaranteed ÷ original issue price', 'count', guaranteedPrice, issued),
      wholePeriods,
      shares,
      triggered: promisedRatio.value.compare(presentRatio.value) > 0,
      conversionRatio,
      conversionPrice: sheet.divide('conversion price', 'money per share', issued, conversionRatio),
      asConvertedBefore: before,
      asConvertedShares: after,
      additionalShares,
      valueAtIpo: sheet.multiply('value at the offering price', 'money', [after, ipoPrice]),
      ...(input.markPrice === undefined ? {} : atMark(sheet, input.markPrice, after, invested)),
      ...(input.outstanding === undefined
        ? {}
        : ofOutstanding(sheet, input.outstanding, before, after, additionalShares)),
    },
    graph: sheet.build(),
  });
}

/** A hundred years of months: beyond any security's life, and few enough to stay quick. */
const MOST_PERIODS = 1200;
const MONTHS_A_YEAR = 12;

function check({ class: terms, guarantee }: IpoRatchetInput): Result<null> {
  const expected = 'shares or invested';
  if (terms.shares === undefined && terms.invested === undefined) {
    return fail('MISSING_FIELD', 'class', 'the size of the class is not given', { expected });
  }
  if (terms.shares !== undefined && terms.invested !== undefined) {
    return fail('UNSUPPORTED_COMBINATION', 'class', 'the size of the class is given twice', { expected });
  }
  const needed = NEEDED[guarantee.kind].find(([field]) => guarantee[field] === undefined);
  if (needed !== undefined) {
    return fail(
      'MISSING_FIELD',
      `guarantee.${needed[1]}`,
      `a guarantee of the kind ${guarantee.kind} needs it`,
    );
  }
  const { kind, compoundsPerYear = 1, from, to } = guarantee;
  if (kind !== 'compounding' || from === undefined || to === undefined) return ok(null);
  if (MONTHS_A_YEAR % compoundsPerYear !== 0) {
    return fail('OUT_OF_RANGE', 'guarantee.compounds_per_year', 'a period is a whole number of months', {
      expected: '1, 2, 3, 4, 6 or 12',
    });
  }
  if (to < from) return fail('OUT_OF_RANGE', 'guarantee.to', 'the end lies before the start');
  return periodsCompleted(from, to, compoundsPerYear) > MOST_PERIODS
    ? fail('OUT_OF_RANGE', 'guarantee.to', `more than ${MOST_PERIODS} periods`)
    : ok(null);
}

const NEEDED = {
  price: [['price', 'price']],
  multiple: [['multiple', 'multiple']],
  compounding: [
    ['rate', 'rate'],
    ['compoundsPerYear', 'compounds_per_year'],
    ['from', 'from'],
    ['to', 'to'],
  ],
} as const;

const periodsCompleted = (from: PlainDate, to: PlainDate, perYear: number): number =>
  Math.floor((wholeMonthsBetween(from, to) * perYear) / MONTHS_A_YEAR);

function holdingOf(
  sheet: Derivation,
  terms: IpoRatchetInput['class'],
  issued: Quantity,
): { readonly shares: Quantity; readonly invested: Quantity } {
  if (terms.shares !== undefined) {
    const shares = sheet.given('shares of the class', 'shares', terms.shares, 'class.shares');
    return { shares, invested: sheet.multiply('invested', 'money', [shares, issued]) };
  }
  invariant(terms.invested !== undefined, 'the size of the class is given');
  const invested = sheet.given('invested', 'money', terms.invested, 'class.invested');
  return { shares: sheet.divide('shares of the class', 'shares', invested, issued), invested };
}

function guaranteeOf(
  sheet: Derivation,
  terms: IpoGuarantee,
  issued: Quantity,
): { readonly guaranteedPrice: Quantity; readonly wholePeriods: WholeNumber | null } {
  const { kind, price, multiple } = terms;
  if (kind === 'price' && price !== undefined) {
    const guaranteedPrice = sheet.given('guaranteed price', 'money per share', price, 'guarantee.price');
    return { guaranteedPrice, wholePeriods: null };
  }
  if (kind === 'multiple' && multiple !== undefined) {
    const times = sheet.given('guaranteed multiple', 'count', multiple, 'guarantee.multiple');
    const guaranteedPrice = sheet.multiply('guaranteed price', 'money per share', [times, issued]);
    return { guaranteedPrice, wholePeriods: null };
  }
  return compounded(sheet, terms, issued);
}

function compounded(sheet: Derivation, terms: IpoGuarantee, issued: Quantity) {
  const { startPrice, rate, compoundsPerYear, from, to } = terms;
  invariant(
    rate !== undefined && compoundsPerYear !== undefined && from !== undefined && to !== undefined,
    'a compounding guarantee has its rate, its periods and its dates',
  );
  const start =
    startPrice === undefined
      ? issued
      : sheet.given('starting price', 'money per share', startPrice, 'guarantee.start_price');
  const perYear = sheet.given(
    'periods a year',
    'count',
    Rational.of(compoundsPerYear),
    'guarantee.compounds_per_year',
  );
  const perPeriod = sheet.divide(
    'rate a period',
    'fraction',
    sheet.given('rate a year', 'fraction', rate, 'guarantee.rate'),
    perYear,
  );
  const one = sheet.assumed('one', 'fraction', Rational.ONE, 'the price itself');
  const growth = sheet.add('growth a period', 'fraction', [one, perPeriod]);
  const periods = sheet.assumed(
    'whole periods completed',
    'count',
    Rational.of(periodsCompleted(from, to, compoundsPerYear)),
    `of ${MONTHS_A_YEAR / compoundsPerYear} months from ${from} to ${to}`,
  );
  const grown = sheet.power('growth over whole periods', 'fraction', growth, periods);
  return {
    guaranteedPrice: sheet.multiply('guaranteed price', 'money per share', [start, grown]),
    wholePeriods: new WholeNumber(periods),
  };
}

function atMark(sheet: Derivation, markPrice: Rational, shares: Quantity, invested: Quantity) {
  const mark = sheet.given('mark', 'money per share', markPrice, 'mark_price');
  const valueAtMark = sheet.multiply('value at the mark', 'money', [shares, mark]);
  const gain = sheet.subtract('gain at the mark, in money', 'money', valueAtMark, invested);
  return { valueAtMark, gainAtMark: sheet.divide('gain at the mark', 'fraction', gain, invested) };
}

function ofOutstanding(
  sheet: Derivation,
  stated: Rational,
  before: Quantity,
  after: Quantity,
  additional: Quantity,
) {
  const outstanding = sheet.given('shares outstanding', 'shares', stated, 'outstanding');
  const diluted = sheet.add('shares outstanding with the additional ones', 'shares', [
    outstanding,
    additional,
  ]);
  return {
    additionalPercentOfOutstanding: sheet.divide(
      'additional ÷ outstanding shares',
      'fraction',
      additional,
      outstanding,
    ),
    ownershipBefore: sheet.divide('ownership of the class before', 'fraction', before, outstanding),
    ownershipAfter: sheet.divide('ownership of the class', 'fraction', after, diluted),
  };
}
