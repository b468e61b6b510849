import { arbitraryMoney } from '@tranche/testkit/arbitrary';
import { exactly, inputOf, rational, usd } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBounds } from '../display/index.ts';
import { exactValue, GraphBuilder } from '../formula/index.ts';
import { impliedStakes, impliedValuation, type StakeTerms } from './index.ts';

/** The readings of terms given in billions of dollars, each as its exact fraction and its basis. */
function readings(terms: StakeTerms): readonly (readonly [string | undefined, string])[] {
  const builder = new GraphBuilder();
  const nodes = Object.entries(terms).map(([name, billions]) => [name, usd(builder, name, `${billions}e9`)]);
  const stakes = impliedStakes(builder, Object.fromEntries(nodes));
  return stakes.map(({ basis, node }) => [exactValue(builder.boundsOf(node))?.toString(), basis] as const);
}

describe('the stake that new money buys', () => {
  // SoftBank Group's release of 1 April 2025: up to 40 billion at a post-money of 300.
  test('40 at a post-money of 300 is two fifteenths, 13.33 percent', () => {
    expect(readings({ amount: '40', postMoney: '300' })).toEqual([['2/15', 'of post-money']]);
  });

  test('40 at a pre-money of 260 is the same', () => {
    expect(readings({ amount: '40', preMoney: '260' })).toEqual([
      ['2/15', 'of post-money: pre-money plus amount'],
    ]);
  });

  test('after the resizing to 41 it is 41 of 300 or 41 of 301, and which is not said', () => {
    expect(readings({ amount: '41', postMoney: '300', statedFor: '40' })).toEqual([
      ['41/300', 'of post-money as stated; not unique'],
      ['41/301', 'of post-money moved by the resizing; not unique'],
    ]);
  });

  test('an amount stated for itself leaves one reading', () => {
    expect(readings({ amount: '40', postMoney: '300', statedFor: '40' })).toEqual([
      ['2/15', 'of post-money'],
    ]);
  });

  test('a valuation without a basis is read both ways', () => {
    expect(readings({ amount: '40', unspecified: '300' }).map(([value]) => value)).toEqual(['2/15', '2/17']);
    expect(readings({ amount: '41', unspecified: '300', statedFor: '40' }).map(([value]) => value)).toEqual([
      '41/300',
      '41/301',
      '41/341',
    ]);
  });

  // Bloomberg on 2 October 2025: employees of OpenAI sold shares for 6.6 billion at 500.
  test('6.6 of existing shares at 500 are 1.32 percent, whether before or after', () => {
    expect(readings({ amount: '6.6', salePrice: '500' })).toEqual([
      ['33/2500', 'of all shares; no new money'],
    ]);
  });

  test('without a valuation nothing is implied', () => {
    expect(readings({ amount: '40' })).toEqual([]);
  });

  test('pre-money and post-money that do not fit give two stakes that differ', () => {
    expect(readings({ amount: '40', preMoney: '260', postMoney: '310' }).map(([value]) => value)).toEqual([
      '2/15',
      '4/31',
    ]);
  });

  test('an amount known within bounds gives the stakes at its ends, not wider ones', () => {
    const builder = new GraphBuilder();
    const preMoney = usd(builder, 'pre-money', '260e9');
    const amount = inputOf(builder, 'amount', 'USD', {
      low: rational('15e9'),
      high: rational('25e9'),
      vague: false,
    });
    const [stake] = impliedStakes(builder, { amount, preMoney });
    expect(stake && builder.boundsOf(stake.node)).toEqual({
      low: rational('15/275'),
      high: rational('25/285'),
      vague: false,
    });
    const upTo = usd(builder, 'up to', '40e9', 'up_to');
    const [most] = impliedStakes(builder, { amount: upTo, preMoney });
    expect(most && formatBounds(builder.boundsOf(most.node), 'fraction')).toBe('up to 13.33 %');
  });
});

describe('the valuation that a stake implies', () => {
  test('49 percent for 14.3 billion values the whole at 29.18 billion', () => {
    // Meta's purchase of Scale AI in June 2025, as reported.
    const builder = new GraphBuilder();
    const amount = usd(builder, 'amount', '14.3e9');
    const fraction = inputOf(builder, 'stake', 'fraction', exactly('0.49'));
    const { valuation, preMoney } = impliedValuation(builder, { amount, fraction });
    expect(formatBounds(builder.boundsOf(valuation), 'USD')).toBe('USD 29.1837bn');
    expect(preMoney && formatBounds(builder.boundsOf(preMoney), 'USD')).toBe('USD 14.8837bn');
  });

  test('an existing stake has a value and no pre-money', () => {
    const builder = new GraphBuilder();
    const value = usd(builder, 'value', '135e9');
    const fraction = inputOf(builder, 'stake', 'fraction', exactly('0.27'));
    const implied = impliedValuation(builder, { value, fraction });
    expect(implied).not.toHaveProperty('preMoney');
    expect(builder.boundsOf(implied.valuation)).toEqual(exactly('500e9'));
  });

  test('"up to" a share leaves it open above', () => {
    const builder = new GraphBuilder();
    const amount = usd(builder, 'amount', '10e9');
    const fraction = inputOf(builder, 'stake', 'fraction', {
      low: rational('0'),
      high: rational('0.2'),
      vague: false,
    });
    const { valuation } = impliedValuation(builder, { amount, fraction });
    expect(formatBounds(builder.boundsOf(valuation), 'USD')).toBe('at least USD 50bn');
  });

  test('is the valuation whose implied stake it is', () => {
    fc.assert(
      fc.property(arbitraryMoney(), arbitraryMoney(), (money, before) => {
        fc.pre(money.sign() > 0);
        const builder = new GraphBuilder();
        const amount = inputOf(builder, 'amount', 'USD', { low: money, high: money, vague: false });
        const stated = inputOf(builder, 'pre-money', 'USD', { low: before, high: before, vague: false });
        const [stake] = impliedStakes(builder, { amount, preMoney: stated });
        const { preMoney = '' } = impliedValuation(builder, { amount, fraction: stake?.node ?? '' });
        expect(exactValue(builder.boundsOf(preMoney))?.toString()).toBe(before.toString());
      }),
    );
  });
});
