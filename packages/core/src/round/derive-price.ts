import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import { deriveClaims, linesBefore } from './derive-lines.ts';
import type { ResolvedRound } from './resolve.ts';
import { addAll, LineSheet, type Maybe, type QuantityLine, subtractMaybe } from './sheet-line.ts';
import type { RoundSolution } from './solve.ts';
import type { StatedQuantities } from './stated-quantities.ts';

/** The price and the counts that depend on each other, exact, before any rounding. */
export interface PriceQuantities {
  readonly price: Quantity;
  /** The agreed pre-money; undefined where the price or the ownership is given instead. */
  readonly agreedPreMoney: Maybe;
  /** F + Q + E, adjusted. */
  readonly outstanding: Quantity;
  /** F + Q + E + D. */
  readonly preMoneyCapitalization: Quantity;
  /** F + Q + E + S. */
  readonly companyCapitalization: Quantity;
  readonly poolIncrease: Quantity;
}

/**
 * Derives the price by the formula that holds on the segment of the solution, and states what proves that the round
 * lies on it: each protection triggered or not, the pool short of its target or not.
 */
export function derivePrice(
  sheet: Derivation,
  round: ResolvedRound,
  stated: StatedQuantities,
  solution: RoundSolution,
): PriceQuantities {
  const lines = new LineSheet(sheet);
  const { outstanding, counted, uncounted } = linesBefore(sheet, lines, round, stated, solution);
  const agreedPreMoney = agreedPreMoneyOf(sheet, round, stated);
  const claims = deriveClaims(sheet, round, stated, solution, agreedPreMoney);

  const { poolTarget: target } = stated;
  const { topUp } = solution.choices;
  const room =
    topUp && target
      ? sheet.subtract('left beside the pool target', 'fraction', stated.one, target)
      : undefined;
  const share =
    room && target && sheet.divide('pool increase for each share converted', 'fraction', target, room);
  const own =
    room && target
      ? lines.over(
          'before the round with the pool at its target',
          lines.sum('not counted to the target, and the target of the new money', [
            ...uncounted,
            {
              shares: undefined,
              money: sheet.multiply('target of the new money', 'money', [target, stated.newMoney]),
            },
          ]),
          room,
        )
      : lines.sum('before the round with the pool increase', [
          outstanding,
          { shares: stated.poolIncrease, money: undefined },
        ]);

  const ofPool =
    share &&
    claims.ofPreMoney &&
    sheet.multiply('claims on the pool increase', 'fraction', [claims.ofPreMoney, share]);
  const claimed = addAll(sheet, 'claims on what converts', 'fraction', [claims.ofCompany, ofPool]);
  const left = claimed && sheet.subtract('left beside the claims', 'fraction', stated.one, claimed);
  const converted = lines.over(
    'converted',
    lines.sum('converted, before they count themselves', [
      { shares: undefined, money: claims.money },
      lines.times(
        'claims on the outstanding shares',
        outstanding,
        addAll(sheet, 'claims on outstanding shares', 'fraction', [claims.ofCompany, claims.ofOutstanding]),
      ),
      lines.times('claims on the pre-money capitalization', own, claims.ofPreMoney),
    ]),
    left,
  );
  const withPool = lines.sum('before the new money, without those converted', [
    own,
    lines.times('pool increase for those converted', converted, share),
  ]);

  const price = priceOf(sheet, lines, round, stated, agreedPreMoney, { outstanding, withPool, converted });
  const at = (label: string, line: QuantityLine): Quantity => {
    const count = lines.at(label, line, price);
    return count ?? sheet.assumed(label, 'shares', Rational.ZERO, 'none');
  };
  const outstandingCount = at('outstanding, promised and in the pool', outstanding);
  const convertedCount = at('shares that all convertibles become', converted);
  const preMoneyCapitalization = at('pre-money capitalization', withPool);
  const poolIncrease = sheet.subtract(
    roundsLater(round.rounding) ? 'pool increase before rounding' : 'pool increase',
    'shares',
    preMoneyCapitalization,
    outstandingCount,
  );
  invariant(
    price.value.equals(solution.price) &&
      convertedCount.value.equals(solution.converted) &&
      poolIncrease.value.equals(solution.poolIncrease),
    'the derivation of a round gives what was solved',
  );
  if (target !== undefined) {
    const newShares = sheet.divide('shares for the new money', 'shares', stated.newMoney, price);
    const total = sheet.add('all shares with the pool', 'shares', [
      preMoneyCapitalization,
      convertedCount,
      newShares,
    ]);
    const wanted = sheet.multiply('shares the pool target asks for', 'shares', [target, total]);
    const has = at(
      'counted to the pool target, without an increase',
      lines.sum('counted to the pool target', counted),
    );
    if (topUp)
      sheet.require(has, 'less_than', wanted, 'the pool is topped up, since it falls short of its target');
    else sheet.require(has, 'at_least', wanted, 'the pool is not topped up, since it reaches its target');
  }
  for (const [index, { holding }] of round.antiDilution.entries()) {
    const old = stated.protections[index]?.conversionPrice ?? price;
    if (solution.choices.triggered[index]) {
      sheet.require(
        price,
        'less_than',
        old,
        `the conversion price of ${holding} is adjusted, since the price is below it`,
      );
    } else
      sheet.require(
        price,
        'at_least',
        old,
        `the conversion price of ${holding} stays, since the price is not below it`,
      );
  }
  return {
    price,
    agreedPreMoney,
    outstanding: outstandingCount,
    preMoneyCapitalization,
    companyCapitalization: sheet.add('company capitalization that caps are measured by', 'shares', [
      outstandingCount,
      convertedCount,
    ]),
    poolIncrease,
  };
}

const roundsLater = (rounding: ResolvedRound['rounding']): boolean => rounding?.mode === 'price_then_shares';

function agreedPreMoneyOf(
  sheet: Derivation,
  { price: { form } }: ResolvedRound,
  { price, newMoney }: StatedQuantities,
): Maybe {
  if (form === 'preMoney') return price;
  return form === 'postMoney' ? sheet.subtract('pre-money', 'money', price, newMoney) : undefined;
}

function priceOf(
  sheet: Derivation,
  lines: LineSheet,
  { price: { form }, pool, pricingMethod, rounding }: ResolvedRound,
  stated: StatedQuantities,
  agreedPreMoney: Maybe,
  count: Readonly<Record<'outstanding' | 'withPool' | 'converted', QuantityLine>>,
): Quantity {
  if (form === 'pricePerShare') return stated.price;
  const all = form === 'ownershipSold' || pricingMethod === 'dollars_invested';
  const counted = [all || pool.placement === 'pre_money' ? count.withPool : count.outstanding];
  if (all || pricingMethod === 'percent_ownership_fixed') counted.push(count.converted);
  const line = lines.sum('counted by the price', counted);
  const money = subtractMaybe(
    sheet,
    'money for the shares whatever the price',
    'money',
    moneyPriced(),
    line.money,
  );
  invariant(line.shares !== undefined, 'a price is divided among some shares');
  const label = roundsLater(rounding) ? 'price per share before rounding' : 'price per share';
  return sheet.divide(label, 'money per share', money, line.shares);

  function moneyPriced(): Quantity {
    if (agreedPreMoney === undefined) {
      const rest = sheet.subtract('ownership of all others', 'fraction', stated.one, stated.price);
      const ratio = sheet.divide('others for each new share', 'count', rest, stated.price);
      return sheet.multiply('value of all other shares', 'money', [ratio, stated.newMoney]);
    }
    return pricingMethod === 'dollars_invested'
      ? sheet.add('pre-money and balances', 'money', [
          agreedPreMoney,
          ...stated.convertibles.map(({ balance }) => balance),
        ])
      : agreedPreMoney;
  }
}
