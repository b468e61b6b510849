import { Derivation, type FormulaGraph, type Quantity, type RoundingPolicy } from '../formula/index.ts';
import type { Rational, RoundingMode } from '../rational/index.ts';
import { fail, invariant, ok, type Result } from '../result/index.ts';
import { ownershipOf, totalShares } from './ownership.ts';

/** A series of preferred stock whose conversion price an issue below it may lower. */
export interface ProtectedSeries {
  readonly id: string;
  readonly shares: Rational;
  /** More than zero. */
  readonly originalIssuePrice: Rational;
  /** Before the issue, more than zero; the original issue price if absent. */
  readonly conversionPrice?: Rational;
  readonly method: 'weighted_average' | 'full_ratchet' | 'none';
  /** The A of the weighted average: shares deemed outstanding before the issue, by the charter's definition. */
  readonly base?: Rational;
  /** What a full ratchet takes for the price of shares issued for nothing. */
  readonly zeroPriceFloor?: Rational;
}

export interface AntiDilutionInput {
  readonly series: readonly ProtectedSeries[];
  /** Shares more than zero, and exactly one of price and consideration (for all of them). */
  readonly issue: {
    readonly shares: Rational;
    readonly price?: Rational;
    readonly consideration?: Rational;
  };
  /** Everyone outside the series. */
  readonly holders?: readonly { readonly id: string; readonly shares: Rational }[];
  readonly rounding?: {
    readonly mode: 'none' | 'price';
    readonly priceDecimals?: number;
    /** Default half_up. */
    readonly priceMode?: RoundingMode;
  };
}

export interface AdjustedSeries {
  readonly triggered: boolean;
  /** What the formula gives, whether or not it applies, before rounding. */
  readonly rawFormulaValue: Quantity;
  readonly newConversionPrice: Quantity;
  readonly adjustmentFactor: Quantity;
  readonly conversionRatio: Quantity;
  readonly asConvertedBefore: Quantity;
  readonly asConvertedAfter: Quantity;
  readonly additionalShares: Quantity;
}

export interface AntiDilution {
  readonly issuePrice: Quantity;
  readonly consideration: Quantity;
  readonly series: ReadonlyMap<string, AdjustedSeries>;
  readonly totalBefore: Quantity;
  readonly totalAfter: Quantity;
  readonly ownershipBefore: ReadonlyMap<string, Quantity>;
  readonly ownershipAfter: ReadonlyMap<string, Quantity>;
}

/**
 * The conversion price of each series after an issue, and what everyone owns then, series as converted.
 * Weighted average `CP × (A + consideration ÷ CP) ÷ (A + shares issued)`; full ratchet: the issue price. Both apply
 * only to an issue strictly below the conversion price, and never raise it. All series look at the state before the
 * issue, so their order does not matter. Units: prices in money per share. Exact but for the named rounding of the
 * new price. Fails: MISSING_FIELD (base, price, price_decimals), UNSUPPORTED_COMBINATION (price beside consideration),
 * NO_SOLUTION (a full ratchet to zero without its floor; a price rounded to zero).
 * Source: NVCA model certificate of incorporation, 4.4.4 and its full-ratchet alternative.
 */
export function antiDilution(
  input: AntiDilutionInput,
): Result<{ readonly output: AntiDilution; readonly graph: FormulaGraph }> {
  const policy = policyOf(input);
  if (!policy.ok) return policy;
  const sheet = new Derivation();
  const issue = deriveIssue(sheet, input.issue);
  const series = input.series.map(
    (one, index) => [one.id, adjust(sheet, one, `series[${index}]`, issue, policy.value)] as const,
  );
  if (series.some(([, { newConversionPrice }]) => newConversionPrice.value.sign() === 0)) {
    return fail('NO_SOLUTION', 'rounding.price_decimals', 'a conversion price is rounded to zero');
  }
  const adjusted = series.map(([id, one]) => [id, withCounts(sheet, id, one)] as const);
  const holders = (input.holders ?? []).map(
    ({ id, shares }, index) =>
      [id, sheet.given(`shares of ${id}`, 'shares', shares, `holders[${index}].shares`)] as const,
  );
  const before = [...holders, ...adjusted.map(([id, one]) => [id, one.asConvertedBefore] as const)];
  const after = [...holders, ...adjusted.map(([id, one]) => [id, one.asConvertedAfter] as const)];
  const sharesOf = ([, shares]: (typeof before)[number]): Quantity => shares;
  const totalBefore = totalShares(sheet, 'all shares before the issue, as converted', before.map(sharesOf));
  const totalAfter = totalShares(sheet, 'all shares after the issue, as converted', [
    ...after.map(sharesOf),
    issue.shares,
  ]);
  return ok({
    output: {
      issuePrice: issue.price,
      consideration: issue.consideration,
      series: new Map(adjusted),
      totalBefore,
      totalAfter,
      ownershipBefore: ownershipOf(sheet, 'before the issue', before, totalBefore),
      ownershipAfter: ownershipOf(sheet, 'after the issue', after, totalAfter),
    },
    graph: sheet.build(),
  });
}

/** How the new price is rounded, if at all, once everything that the method of each series needs is there. */
function policyOf({ series, issue, rounding }: AntiDilutionInput): Result<RoundingPolicy | undefined> {
  for (const [index, { method, base }] of series.entries()) {
    if (method === 'weighted_average' && base === undefined) {
      return fail('MISSING_FIELD', `series[${index}].base`, 'a weighted average needs its base');
    }
  }
  const { price, consideration } = issue;
  const expected = 'price or consideration';
  if (price === undefined && consideration === undefined) {
    return fail('MISSING_FIELD', 'issue', 'no price is given', { expected });
  }
  if (price !== undefined && consideration !== undefined) {
    return fail('UNSUPPORTED_COMBINATION', 'issue', 'the price is given twice', { expected });
  }
  const ratchetsToZero = series.some(
    ({ method, zeroPriceFloor }) => method === 'full_ratchet' && zeroPriceFloor === undefined,
  );
  if ((price ?? consideration)?.sign() === 0 && ratchetsToZero) {
    return fail(
      'NO_SOLUTION',
      price === undefined ? 'issue.consideration' : 'issue.price',
      'a full ratchet to a price of zero gives no finite number of shares',
      { expected: 'a zero_price_floor of each series with a full ratchet' },
    );
  }
  if (rounding?.mode !== 'price') return ok(undefined);
  const { priceDecimals: decimals, priceMode: mode = 'half_up' } = rounding;
  return decimals === undefined
    ? fail('MISSING_FIELD', 'rounding.price_decimals', 'rounding a price needs its decimals')
    : ok({ decimals, mode });
}

interface Issue {
  readonly shares: Quantity;
  readonly price: Quantity;
  readonly consideration: Quantity;
}

function deriveIssue(sheet: Derivation, terms: AntiDilutionInput['issue']): Issue {
  const shares = sheet.given('shares issued', 'shares', terms.shares, 'issue.shares');
  if (terms.price !== undefined) {
    const price = sheet.given('issue price', 'money per share', terms.price, 'issue.price');
    return { shares, price, consideration: sheet.multiply('consideration', 'money', [shares, price]) };
  }
  invariant(terms.consideration !== undefined, 'an issue has a price or a consideration');
  const consideration = sheet.given('consideration', 'money', terms.consideration, 'issue.consideration');
  const price = sheet.divide('issue price', 'money per share', consideration, shares);
  return { shares, price, consideration };
}

interface Adjustment {
  readonly triggered: boolean;
  readonly shares: Quantity;
  readonly originalIssuePrice: Quantity;
  readonly oldPrice: Quantity;
  readonly rawFormulaValue: Quantity;
  readonly newConversionPrice: Quantity;
}

function adjust(
  sheet: Derivation,
  terms: ProtectedSeries,
  path: string,
  issue: Issue,
  policy: RoundingPolicy | undefined,
): Adjustment {
  const { id, method } = terms;
  const price = (label: string, value: Rational, field: string): Quantity =>
    sheet.given(`${label} of ${id}`, 'money per share', value, `${path}.${field}`);
  const originalIssuePrice = price('original issue price', terms.originalIssuePrice, 'original_issue_price');
  const oldPrice =
    terms.conversionPrice === undefined
      ? originalIssuePrice
      : price('conversion price before the issue', terms.conversionPrice, 'conversion_price');
  const rawFormulaValue = formulaOf(sheet, terms, path, issue, oldPrice);
  const triggered = method !== 'none' && issue.price.value.compare(oldPrice.value) < 0;
  if (method !== 'none') {
    sheet.require(
      issue.price,
      triggered ? 'less_than' : 'at_least',
      oldPrice,
      triggered ? `the conversion price of ${id} is adjusted` : `the conversion price of ${id} stays`,
    );
  }
  return {
    triggered,
    shares: sheet.given(`shares of ${id}`, 'shares', terms.shares, `${path}.shares`),
    originalIssuePrice,
    oldPrice,
    rawFormulaValue,
    newConversionPrice: triggered ? lowered(sheet, id, rawFormulaValue, oldPrice, policy) : oldPrice,
  };
}

function formulaOf(
  sheet: Derivation,
  { id, method, base, zeroPriceFloor }: ProtectedSeries,
  path: string,
  issue: Issue,
  oldPrice: Quantity,
): Quantity {
  if (method === 'weighted_average' && base !== undefined) {
    const deemed = sheet.given(`shares deemed outstanding for ${id}`, 'shares', base, `${path}.base`);
    const atOldPrice = sheet.divide(
      `shares the consideration buys at the conversion price of ${id}`,
      'shares',
      issue.consideration,
      oldPrice,
    );
    const asIfAtOldPrice = sheet.add(`deemed and bought at the conversion price of ${id}`, 'shares', [
      deemed,
      atOldPrice,
    ]);
    const afterIssue = sheet.add(`deemed for ${id} and issued`, 'shares', [deemed, issue.shares]);
    const priced = sheet.multiply(`money behind those shares at the conversion price of ${id}`, 'money', [
      oldPrice,
      asIfAtOldPrice,
    ]);
    return sheet.divide(`weighted average price of ${id}`, 'money per share', priced, afterIssue);
  }
  if (method === 'full_ratchet') {
    return zeroPriceFloor !== undefined && issue.price.value.sign() === 0
      ? sheet.given(
          `price of ${id} deemed paid for nothing`,
          'money per share',
          zeroPriceFloor,
          `${path}.zero_price_floor`,
        )
      : issue.price;
  }
  return oldPrice;
}

/** The new price, which a floor or a rounding upwards must not lift above the old one. */
function lowered(
  sheet: Derivation,
  id: string,
  raw: Quantity,
  oldPrice: Quantity,
  policy: RoundingPolicy | undefined,
): Quantity {
  const rounded =
    policy === undefined
      ? raw
      : sheet.round(`formula value of ${id}, rounded`, 'money per share', raw, policy);
  return sheet.least(`new conversion price of ${id}`, 'money per share', [rounded, oldPrice]);
}

function withCounts(sheet: Derivation, id: string, adjustment: Adjustment): AdjustedSeries {
  const { triggered, shares, originalIssuePrice, oldPrice, rawFormulaValue, newConversionPrice } = adjustment;
  const ratioAt = (price: Quantity, when: string): Quantity =>
    sheet.divide(`common shares for one share of ${id} ${when}`, 'count', originalIssuePrice, price);
  const convertedAt = (ratio: Quantity, when: string): Quantity =>
    sheet.multiply(`shares of ${id} as converted ${when}`, 'shares', [shares, ratio]);
  const conversionRatio = ratioAt(newConversionPrice, 'after the issue');
  const asConvertedBefore = convertedAt(ratioAt(oldPrice, 'before the issue'), 'before the issue');
  const asConvertedAfter = convertedAt(conversionRatio, 'after the issue');
  return {
    triggered,
    rawFormulaValue,
    newConversionPrice,
    adjustmentFactor: sheet.divide(
      `new ÷ old conversion price of ${id}`,
      'fraction',
      newConversionPrice,
      oldPrice,
    ),
    conversionRatio,
    asConvertedBefore,
    asConvertedAfter,
    additionalShares: sheet.subtract(
      `additional shares of ${id}`,
      'shares',
      asConvertedAfter,
      asConvertedBefore,
    ),
  };
}
