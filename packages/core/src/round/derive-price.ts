import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
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

  const room = sheet.subtract('left beside the pool target', 'fraction', stated.one, stated.poolTarget);
  const { topUp } = solution.choices;
  const share = topUp
    ? sheet.divide('pool increase for each share converted', 'fraction', stated.poolTarget, room)
    : undefined;
  const own = topUp
    ? lines.over(
        'before the round with the pool at its target',
        lines.sum('not counted to the target', [
          uncounted,
          {
            shares: undefined,
            money: sheet.multiply('target of the new money', 'money', [stated.poolTarget, stated.newMoney]),
          },
        ]),
        room,
      )
    : lines.sum('before the round with the pool increase', [
        outstanding,
        { shares: round.pool.mode === 'increase' ? stated.poolIncrease : undefined, money: undefined },
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
  const convertedCount = at('converted shares before rounding', converted);
  const preMoneyCapitalization = at('pre-money capitalization', withPool);
  const poolIncrease = sheet.subtract(
    'pool increase before rounding',
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
  if (round.pool.mode === 'target_post') {
    const newShares = sheet.divide('new shares before rounding', 'shares', stated.newMoney, price);
    const total = sheet.add('all shares before rounding', 'shares', [
      preMoneyCapitalization,
      convertedCount,
      newShares,
    ]);
    const target = sheet.multiply('shares the pool target asks for', 'shares', [stated.poolTarget, total]);
    const has = at('counted to the pool target, without an increase', counted);
    if (topUp)
      sheet.require(has, 'less_than', target, 'the pool is topped up, since it falls short of its target');
    else sheet.require(has, 'at_least', target, 'the pool is not topped up, since it reaches its target');
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
    companyCapitalization: sheet.add('company capitalization before rounding', 'shares', [
      outstandingCount,
      convertedCount,
    ]),
    poolIncrease,
  };
}

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
  { price: { form }, pool, pricingMethod }: ResolvedRound,
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
  return sheet.divide('price per share before rounding', 'money per share', money, line.shares);

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

/** F + Q + E, split into what a pool target counts and what it does not. */
function linesBefore(
  sheet: Derivation,
  lines: LineSheet,
  { holdings, antiDilution, pool }: ResolvedRound,
  stated: StatedQuantities,
  { choices }: RoundSolution,
): Readonly<Record<'outstanding' | 'counted' | 'uncounted', QuantityLine>> {
  const counted: QuantityLine[] = [];
  const uncounted: QuantityLine[] = [];
  for (const [index, { id, kind }] of holdings.entries()) {
    const shares = stated.holdings[index];
    const place = antiDilution.findIndex(({ holding }) => holding === id);
    const line =
      shares !== undefined && choices.triggered[place]
        ? adjustedLine(sheet, id, shares, stated, place)
        : { shares, money: undefined };
    (pool.counts === 'granted_and_ungranted' && kind === 'options_outstanding' ? counted : uncounted).push(
      line,
    );
  }
  const promised = {
    shares: stated.optionsPromised.value.sign() === 0 ? undefined : stated.optionsPromised,
    money: undefined,
  };
  (pool.counts === 'granted_and_ungranted' ? counted : uncounted).push(promised);
  counted.push({
    shares: stated.unissuedPool.value.sign() === 0 ? undefined : stated.unissuedPool,
    money: undefined,
  });
  return {
    outstanding: lines.sum('outstanding, promised and in the pool', [...uncounted, ...counted]),
    counted: lines.sum('counted to the pool target', counted),
    uncounted: lines.sum('not counted to the pool target', uncounted),
  };
}

/** A protected holding below its conversion price: each share becomes (A + N ÷ P) ÷ (A + N ÷ old price), or old price ÷ P. */
function adjustedLine(
  sheet: Derivation,
  id: string,
  shares: Quantity,
  { protections, newMoney }: StatedQuantities,
  index: number,
): QuantityLine {
  const { conversionPrice, base } = protections[index] ?? {};
  invariant(conversionPrice !== undefined, 'a triggered protection is stated');
  if (base === undefined) {
    const money = sheet.multiply(`paid for ${id} at its old conversion price`, 'money', [
      shares,
      conversionPrice,
    ]);
    return { shares: undefined, money };
  }
  const atOld = sheet.divide(
    `shares for the new money at the old price of ${id}`,
    'shares',
    newMoney,
    conversionPrice,
  );
  const divisor = sheet.add(`weighted average of ${id} at the old price`, 'shares', [base, atOld]);
  const each = sheet.divide(`weight of a share of ${id}`, 'count', shares, divisor);
  return {
    shares: sheet.multiply(`adjusted ${id}, shares whatever the price`, 'shares', [each, base]),
    money: sheet.multiply(`adjusted ${id}, money turned into shares at the price`, 'money', [each, newMoney]),
  };
}

/** What the convertibles take together on their chosen lines. */
function deriveClaims(
  sheet: Derivation,
  { convertibles }: ResolvedRound,
  stated: StatedQuantities,
  { choices }: RoundSolution,
  agreedPreMoney: Maybe,
): Readonly<Record<'money' | 'ofCompany' | 'ofPreMoney' | 'ofOutstanding', Maybe>> {
  const money: Maybe[] = [];
  const of = {
    company_capitalization: [] as Maybe[],
    pre_money_capitalization: [] as Maybe[],
    outstanding: [] as Maybe[],
  };
  for (const [index, { id, balance, cap, kept, fixedPercentage }] of stated.convertibles.entries()) {
    const base = convertibles[index]?.cap?.base;
    const choice = choices.convertibles[index];
    if (choice === 'fixed_percentage') of.company_capitalization.push(fixedPercentage);
    else if (choice === 'cap' && cap !== undefined && base !== undefined) {
      const fraction = sheet.divide(`share of the cap that ${id} has paid`, 'fraction', balance, cap);
      if (base !== 'round_pre_money_shares') of[base].push(fraction);
      else if (agreedPreMoney !== undefined) {
        money.push(sheet.multiply(`worth of ${id} at the round price`, 'money', [fraction, agreedPreMoney]));
      }
    } else if (choice === 'discount' && kept !== undefined) {
      money.push(sheet.divide(`worth of ${id} at the round price`, 'money', balance, kept));
    } else money.push(balance);
  }
  const total = (label: string, parts: readonly Maybe[]): Maybe => addAll(sheet, label, 'fraction', parts);
  return {
    money: addAll(sheet, 'worth of what converts at the round price or a part of it', 'money', money),
    ofCompany: total('claims on the company capitalization', of.company_capitalization),
    ofPreMoney: total('claims on the pre-money capitalization', of.pre_money_capitalization),
    ofOutstanding: total('claims on the outstanding shares alone', of.outstanding),
  };
}
