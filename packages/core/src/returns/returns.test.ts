import { day, rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, exactValue } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { addDays } from '../time/index.ts';
import { type ReturnsInput, returns } from './index.ts';

const outputOf = (input: ReturnsInput) => expectOk(returns(input)).output;
const failureOf = (input: ReturnsInput) => {
  const result = returns(input);
  return result.ok ? undefined : { code: result.failure.code, path: result.failure.path };
};

test('the multiples of a fund part of the way: 42.2 and 91 on 87.5', () => {
  // portled.com, "How to calculate fund performance metrics": 0.48, 1.04 and 1.52.
  const { dpi, rvpi, tvpi, gain, irr } = outputOf({
    paidIn: rational('87.5'),
    distributed: rational('42.2'),
    nav: rational('91'),
  });
  const decimals = [dpi, rvpi, tvpi].map(({ value }) => value.toDecimal(2));
  expect([...decimals, gain.value.toString(), irr]).toEqual(['0.48', '1.04', '1.52', '457/10', undefined]);
});

test('a rate is told with its accuracy, and stands in the graph as solved', () => {
  const periodicFlows = ['-100', '110'].map(rational);
  const { output, graph } = expectOk(returns({ periodicFlows }));
  expect(output.irr).toMatchObject({ accuracy: '1e-15 relative', value: rational('1/10') });
  const node = graph.nodes.find(({ id }) => id === output.irr?.node);
  expect(node).toMatchObject({ kind: 'input', grounds: [{ kind: 'rule', id: 'solved' }] });
});

const EPOCH = day('2010-01-01');
const dated = fc.record({
  date: fc.integer({ min: 0, max: 3000 }).map((days) => addDays(EPOCH, days)),
  amount: fc.integer({ min: -1000, max: 1000 }).map((amount) => Rational.of(amount)),
});
const paidFlows = fc
  .array(dated, { minLength: 1, maxLength: 6 })
  .filter((flows) => flows.some(({ amount }) => amount.sign() < 0));
const money = fc.nat({ max: 5000 }).map((value) => Rational.of(value));

describe('laws', () => {
  test('total value is what was distributed and what is held, and the gain is what it exceeds paid-in by', () => {
    fc.assert(
      fc.property(paidFlows, money, (flows, nav) => {
        const { dpi, rvpi, tvpi, gain, paidIn } = outputOf({ flows, nav });
        expect(tvpi.value).toEqual(dpi.value.plus(rvpi.value));
        expect(gain.value).toEqual(tvpi.value.minus(Rational.ONE).times(paidIn.value));
      }),
    );
  });

  test('a net asset value earns what a last distribution of the same size does', () => {
    fc.assert(
      fc.property(paidFlows, money, (flows, nav) => {
        const navDate = addDays(EPOCH, 3001);
        const held = outputOf({ flows, nav, navDate });
        const received = outputOf({ flows: [...flows, { date: navDate, amount: nav }] });
        const rates = ({ irrRoots = [] }: typeof held) => irrRoots.map(({ value }) => value.toString());
        expect(rates(held)).toEqual(rates(received));
        expect(held.tvpi.value).toEqual(received.tvpi.value);
      }),
      { numRuns: 30 },
    );
  });

  test('an index that stands still makes the market equivalent the total multiple', () => {
    fc.assert(
      fc.property(paidFlows, money, (flows, nav) => {
        const dates = [...new Set(flows.map(({ date }) => date))].sort();
        const index = dates.map((date) => ({ date, value: Rational.of(7) }));
        const { output, graph } = expectOk(returns({ flows, nav, index }));
        expect(output.ksPme?.value).toEqual(output.tvpi.value);
        const explained = evaluate(graph).get(output.ksPme?.node ?? '');
        expect(explained && exactValue(explained)).toEqual(output.tvpi.value);
      }),
      { numRuns: 30 },
    );
  });

  test('flows that did what the index did are its equivalent: a ratio of one', () => {
    const levels = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(levels, (values) => {
        const index = values.map((value, at) => ({
          date: addDays(EPOCH, at * 30),
          value: Rational.of(value),
        }));
        const [first, last] = [index[0], index.at(-1)];
        if (first === undefined || last === undefined) return;
        const flows = [
          { date: first.date, amount: first.value.negated() },
          { date: last.date, amount: last.value },
        ];
        expect(outputOf({ flows, index }).ksPme?.value).toEqual(Rational.ONE);
      }),
    );
  });
});

test('of two faults the one in the earlier field is told', () => {
  const flows = [{ date: EPOCH, amount: Rational.of(-1) }];
  const index = [{ date: addDays(EPOCH, 1), value: Rational.ONE }];
  expect(failureOf({ flows, periodicFlows: [], index })).toEqual({
    code: 'UNSUPPORTED_COMBINATION',
    path: '',
  });
  expect(failureOf({ flows: [], index })).toEqual({ code: 'OUT_OF_RANGE', path: 'flows' });
  expect(failureOf({ flows, index })).toEqual({ code: 'RATE_NOT_FOUND', path: 'flows[0].date' });
});
