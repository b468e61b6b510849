import { Derivation, type FormulaGraph, type Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { fail, invariant, ok, type Result } from '../result/index.ts';
import { type ContractPiece, contractPieces, contractWorth } from './contract-pieces.ts';
import { COMMON, type ContractClass, type ContractTerms, checkContract } from './contract-terms.ts';
import { type ExitDensity, exitDensity } from './exit-density.ts';
import { findRoot } from './find-root.ts';
import { exactlyOf } from './floating.ts';

export interface ContractValue {
  /** Price of the priced class × all shares and the unissued pool. */
  readonly postMoney: Quantity;
  /** What the company is worth, given that the priced class is worth what it invested. */
  readonly fairValue: Quantity;
  /** Post-money ÷ fair value − 1. */
  readonly overvaluation: Quantity;
  /** Of each class, and of the common stock under `common`; they sum to the fair value. */
  readonly values: ReadonlyMap<string, Quantity>;
  readonly perShare: ReadonlyMap<string, Quantity>;
  /** Price of the priced class ÷ value of a common share − 1. */
  readonly commonOvervaluation: Quantity;
}

const ACCURACY = '1e-12 relative';

/**
 * What a company and its classes are worth in the model of Gornall and Strebulaev: its value follows geometric Brownian
 * motion until it exits, at an exponential time, by a sale or (the likelier the higher the value) an offering; each pays
 * by the contracts. The value of the company is the one at which the priced class is worth what it invested.
 * Units: money; rates a year, continuous. Accuracy: 1e-12 relative; prices and counts are exact.
 * Fails: as `checkContract`; NO_SOLUTION at priced_class, where no value of the company, or more than one, makes the
 * class worth what it invested (a veto that ends can lower a payout).
 * Source: Gornall and Strebulaev, "Squaring Venture Capital Valuations with Reality", Journal of Financial Economics 135
 * (2020); docs/reference/calculators.md, contract_value; worked examples in cases/contract_value.json.
 */
export function contractValue(
  terms: ContractTerms,
): Result<{ readonly output: ContractValue; readonly graph: FormulaGraph }> {
  const checked = checkContract(terms);
  if (!checked.ok) return checked;
  const priced = checked.value;
  const density = exitDensity(
    ...([terms.exitRate, terms.volatility, terms.rate].map((one) => one.toApproximateNumber()) as [
      number,
      number,
      number,
    ]),
  );
  const pieces = contractPieces(terms);
  const found = fairValueOf(terms, priced, pieces, density);
  if (!found.ok) return found;

  const sheet = new Derivation();
  const counts = new Map<string, Quantity>([
    [COMMON, sheet.given('common shares', 'shares', terms.commonShares, 'common_shares')],
    ...terms.classes.map(
      ({ id, shares }, index) =>
        [id, sheet.given(`shares of ${id}`, 'shares', shares, `classes[${index}].shares`)] as const,
    ),
  ]);
  const solved = (label: string, value: number, method: string): Quantity =>
    sheet.solved(label, 'money', exactlyOf(value), method, { accuracy: ACCURACY });
  const fairValue = solved(
    'fair value of the company',
    found.value,
    `the value at which ${priced.id} is worth what it invested`,
  );
  const values = new Map(
    [...counts.keys()].map((id) => [
      id,
      solved(
        `value of ${id}`,
        contractWorth(pieces, density, id, found.value),
        'its payouts over all exits, weighted by the discounted density of the exit value',
      ),
    ]),
  );
  const perShare = new Map(
    [...values].map(([id, value]) => [
      id,
      sheet.divide(`value of a share of ${id}`, 'money per share', value, counts.get(id) as Quantity),
    ]),
  );
  const [count, worth, common] = [counts.get(priced.id), values.get(priced.id), perShare.get(COMMON)];
  invariant(count !== undefined && worth !== undefined && common !== undefined, 'all are valued');
  const index = terms.classes.indexOf(priced);
  const invested = sheet.given(
    `invested by ${priced.id}`,
    'money',
    priced.invested,
    `classes[${index}].invested`,
  );
  proveWorth(sheet, priced.id, worth, invested);
  const price = sheet.divide(`price of a share of ${priced.id}`, 'money per share', invested, count);
  const { unissuedPool } = terms;
  const shares = sheet.add('all shares, with the unissued pool', 'shares', [
    ...counts.values(),
    ...(unissuedPool === undefined
      ? []
      : [sheet.given('unissued pool', 'shares', unissuedPool, 'unissued_pool')]),
  ]);
  const postMoney = sheet.multiply('post-money valuation', 'money', [price, shares]);
  const one = sheet.assumed('one', 'fraction', Rational.ONE, 'the value itself');
  const excess = (label: string, high: Quantity, low: Quantity): Quantity =>
    sheet.subtract(label, 'fraction', sheet.divide(`${label}, and one`, 'fraction', high, low), one);
  return ok({
    output: {
      postMoney,
      fairValue,
      overvaluation: excess('post-money above fair value', postMoney, fairValue),
      values,
      perShare,
      commonOvervaluation: excess('price above the value of a common share', price, common),
    },
    graph: sheet.build(),
  });
}

/** States that the priced class is worth what it invested, to a part in 10^10. */
function proveWorth(sheet: Derivation, id: string, worth: Quantity, invested: Quantity): void {
  const part = sheet.assumed(
    'what the method leaves open',
    'fraction',
    Rational.of(1n, 10n ** 10n),
    'a part in 10^10',
  );
  const allowed = sheet.multiply('allowed', 'money', [invested, part]);
  const because = `at the fair value ${id} is worth what it invested`;
  sheet.require(worth, 'at_least', sheet.subtract('invested, at least', 'money', invested, allowed), because);
  sheet.require(worth, 'at_most', sheet.add('invested, at most', 'money', [invested, allowed]), because);
}

/** Steps in ln(value) between which the worth of a class is taken to cross what it invested at most once. */
const SCAN_STEP = 0.05;
const MOST_SCAN_STEPS = 20_000;

/**
 * Looks along all values of the company, from the investment (a part is never worth more than the whole) to far beyond
 * the last kink, where the worth of the class only rises.
 */
function fairValueOf(
  { commonShares, classes }: ContractTerms,
  { id, shares, invested }: ContractClass,
  pieces: readonly ContractPiece[],
  density: ExitDensity,
): Result<number> {
  const sought = invested.toApproximateNumber();
  const gapAt = (logValue: number): number =>
    contractWorth(pieces, density, id, Math.exp(logValue)) / sought - 1;
  const all = classes.reduce((sum, one) => sum.plus(one.shares), commonShares);
  const lastKink = pieces.at(-1)?.from ?? 0;
  const far = Math.log(
    1000 * Math.max(lastKink, all.dividedBy(shares).times(invested).toApproximateNumber()),
  );
  const crossings: (readonly [low: number, high: number])[] = [];
  let low = Math.log(sought);
  let isAbove = false;
  for (let step = 0; step < MOST_SCAN_STEPS && (low < far || !isAbove); step += 1) {
    const high = low + SCAN_STEP;
    const isAboveNext = gapAt(high) >= 0;
    if (isAboveNext !== isAbove) crossings.push([low, high]);
    [low, isAbove] = [high, isAboveNext];
  }
  const [crossing] = crossings;
  if (crossing === undefined || !isAbove) {
    return fail(
      'NO_SOLUTION',
      'priced_class',
      'no value of the company makes the class worth what it invested',
    );
  }
  if (crossings.length > 1) {
    return fail(
      'NO_SOLUTION',
      'priced_class',
      'more than one value of the company makes the class worth what it invested',
    );
  }
  return ok(Math.exp(findRoot(gapAt, ...crossing)));
}
