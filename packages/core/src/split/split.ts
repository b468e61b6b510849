import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import { Rational, type RoundingMode } from '../rational/index.ts';
import { ok, type Result } from '../result/index.ts';

/** What becomes of a fraction of a share: it stays, is dropped, or is rounded half up. */
export type ShareRounding = 'exact' | 'floor' | 'nearest';

export interface SplitStock {
  readonly id: string;
  readonly shares: Rational;
  /** What was paid for each share. */
  readonly price?: Rational;
}

export interface SplitOption {
  readonly id: string;
  readonly shares: Rational;
  readonly strike: Rational;
}

/** Terms of a share class that are stated per share, and the number authorized. */
export interface SplitClass {
  readonly id: string;
  readonly shares?: Rational;
  readonly originalIssuePrice?: Rational;
  /** The original issue price if absent. */
  readonly conversionPrice?: Rational;
  readonly dividendPerShare?: Rational;
  readonly authorized?: Rational;
}

export interface SplitInput {
  /** `old` shares become `new` ones; both more than zero. */
  readonly ratio: { readonly new: Rational; readonly old: Rational };
  readonly stock?: readonly SplitStock[];
  readonly options?: readonly SplitOption[];
  readonly classes?: readonly SplitClass[];
  readonly rounding?: {
    /** Default exact. */
    readonly shares?: ShareRounding;
    /** Default exact. */
    readonly options?: ShareRounding;
    readonly strikeDecimals?: number;
    /** Default up; read only beside `strikeDecimals`. */
    readonly strikeMode?: RoundingMode;
  };
  /** Money for a whole share after the split. */
  readonly cashInLieuPrice?: Rational;
}

export interface SplitResult {
  readonly factor: Quantity;
  readonly stock: ReadonlyMap<
    string,
    {
      readonly shares: Quantity;
      readonly exactShares: Quantity;
      /** Exact less rounded shares; below zero where rounding gave the holder more. */
      readonly fraction: Quantity;
      readonly price?: Quantity;
      readonly aggregate?: Quantity;
      readonly cashInLieu?: Quantity;
    }
  >;
  readonly options: ReadonlyMap<
    string,
    {
      readonly shares: Quantity;
      readonly exactShares: Quantity;
      readonly strike: Quantity;
      readonly exactStrike: Quantity;
      readonly aggregateStrike: Quantity;
    }
  >;
  readonly classes: ReadonlyMap<
    string,
    {
      readonly originalIssuePrice: Quantity;
      readonly conversionPrice: Quantity;
      readonly dividendPerShare: Quantity;
      readonly preferenceAmount: Quantity;
      readonly authorized: Quantity;
    }
  >;
}

/**
 * Stock, options and class terms after a split (factor above 1) or a reverse split (below 1).
 * Shares and authorized numbers multiply by the factor; prices, strikes and dividends per share divide by it, so that
 * aggregates and preferences in money stay as they are until shares or strikes are rounded.
 * Shapes: one result per id. Units: shares, money per share. Exact but for the named roundings. Never fails.
 * Source: docs/reference/calculators.md, split.
 */
export function split(
  input: SplitInput,
): Result<{ readonly output: SplitResult; readonly graph: FormulaGraph }> {
  const { ratio, stock = [], options = [], classes = [] } = input;
  const sheet = new Derivation();
  const factor = sheet.divide(
    'new shares for one old share',
    'count',
    sheet.given('new shares', 'count', ratio.new, 'ratio.new'),
    sheet.given('old shares', 'count', ratio.old, 'ratio.old'),
  );
  const terms = { sheet, factor, input };
  return ok({
    output: {
      factor,
      stock: new Map(stock.map((one, index) => [one.id, splitStock(terms, one, `stock[${index}]`)])),
      options: new Map(options.map((one, index) => [one.id, splitOption(terms, one, `options[${index}]`)])),
      classes: new Map(classes.map((one, index) => [one.id, splitClass(terms, one, `classes[${index}]`)])),
    },
    graph: sheet.build(),
  });
}

interface Terms {
  readonly sheet: Derivation;
  readonly factor: Quantity;
  readonly input: SplitInput;
}

function splitStock({ sheet, factor, input }: Terms, { id, shares, price }: SplitStock, path: string) {
  const old = sheet.given(`shares of ${id} before`, 'shares', shares, `${path}.shares`);
  const exactShares = sheet.multiply(`shares of ${id} after, exact`, 'shares', [old, factor]);
  const rounded = inWholeShares(sheet, `shares of ${id} after`, exactShares, input.rounding?.shares);
  const fraction = sheet.subtract(`fraction of ${id}`, 'shares', exactShares, rounded);
  const pricing =
    price === undefined
      ? undefined
      : sheet.divide(
          `price of ${id} after`,
          'money per share',
          sheet.given(`price of ${id} before`, 'money per share', price, `${path}.price`),
          factor,
        );
  return {
    shares: rounded,
    exactShares,
    fraction,
    ...(pricing === undefined
      ? {}
      : {
          price: pricing,
          aggregate: sheet.multiply(`aggregate price of ${id}`, 'money', [rounded, pricing]),
        }),
    ...(input.cashInLieuPrice === undefined
      ? {}
      : { cashInLieu: cashFor(sheet, id, fraction, input.cashInLieuPrice) }),
  };
}

function cashFor(sheet: Derivation, id: string, fraction: Quantity, price: Rational): Quantity {
  const perShare = sheet.given('cash for a whole share', 'money per share', price, 'cash_in_lieu_price');
  const none = sheet.assumed('no fraction', 'shares', Rational.ZERO, 'a share rounded up is not paid back');
  const lost = sheet.greatest(`fraction of ${id} not issued`, 'shares', [fraction, none]);
  return sheet.multiply(`cash in lieu of ${id}`, 'money', [lost, perShare]);
}

function splitOption({ sheet, factor, input }: Terms, { id, shares, strike }: SplitOption, path: string) {
  const { options, strikeDecimals: decimals, strikeMode: mode = 'up' } = input.rounding ?? {};
  const old = sheet.given(`options of ${id} before`, 'shares', shares, `${path}.shares`);
  const exactShares = sheet.multiply(`options of ${id} after, exact`, 'shares', [old, factor]);
  const rounded = inWholeShares(sheet, `options of ${id} after`, exactShares, options);
  const oldStrike = sheet.given(`strike of ${id} before`, 'money per share', strike, `${path}.strike`);
  const exactStrike = sheet.divide(`strike of ${id} after, exact`, 'money per share', oldStrike, factor);
  const newStrike =
    decimals === undefined
      ? exactStrike
      : sheet.round(`strike of ${id} after`, 'money per share', exactStrike, { decimals, mode });
  return {
    shares: rounded,
    exactShares,
    strike: newStrike,
    exactStrike,
    aggregateStrike: sheet.multiply(`aggregate strike of ${id}`, 'money', [rounded, newStrike]),
  };
}

const WHOLE_SHARES = { floor: 'down', nearest: 'half_up' } as const;

function inWholeShares(
  sheet: Derivation,
  label: string,
  exact: Quantity,
  rounding: ShareRounding = 'exact',
): Quantity {
  return rounding === 'exact'
    ? exact
    : sheet.round(label, 'shares', exact, { decimals: 0, mode: WHOLE_SHARES[rounding] });
}

function splitClass({ sheet, factor }: Terms, terms: SplitClass, path: string) {
  const { id } = terms;
  const before = (label: string, unit: string, value: Rational | undefined, field: string): Quantity =>
    value === undefined
      ? sheet.assumed(`${label} of ${id} before`, unit, Rational.ZERO, `none is stated: ${path}.${field}`)
      : sheet.given(`${label} of ${id} before`, unit, value, `${path}.${field}`);
  const divided = (label: string, quantity: Quantity): Quantity =>
    sheet.divide(`${label} of ${id} after`, 'money per share', quantity, factor);
  const multiplied = (label: string, quantity: Quantity): Quantity =>
    sheet.multiply(`${label} of ${id} after`, 'shares', [quantity, factor]);
  const issued = before(
    'original issue price',
    'money per share',
    terms.originalIssuePrice,
    'original_issue_price',
  );
  const originalIssuePrice = divided('original issue price', issued);
  const shares = multiplied('shares', before('shares', 'shares', terms.shares, 'shares'));
  return {
    originalIssuePrice,
    conversionPrice:
      terms.conversionPrice === undefined
        ? originalIssuePrice
        : divided(
            'conversion price',
            before('conversion price', 'money per share', terms.conversionPrice, 'conversion_price'),
          ),
    dividendPerShare: divided(
      'dividend per share',
      before('dividend per share', 'money per share', terms.dividendPerShare, 'dividend_per_share'),
    ),
    preferenceAmount: sheet.multiply(`preference amount of ${id}`, 'money', [shares, originalIssuePrice]),
    authorized: multiplied(
      'authorized shares',
      before('authorized shares', 'shares', terms.authorized, 'authorized'),
    ),
  };
}
