import { describe, expect, test } from 'vitest';
import { differences, valueAt } from './compare.ts';

const OUTPUT = {
  total: '3/2',
  flag: true,
  none: null,
  results: [{ payouts: { A: '1', 'Series A': '2' } }, { payouts: { A: '3', 'Series A': '4' } }],
  vested: { '2024-01-31': '10' },
  holders: { 'J. Doe': '5', J: { ' Doe': '6' }, 'a[0]': '7', 'say "hi"': '8', 'back\\slash': '9', 7: '11' },
  dates: ['2024-01-31'],
};

describe('a path leads to', () => {
  test.each([
    ['', OUTPUT],
    ['total', '3/2'],
    ['results[1].payouts.A', '3'],
    ['results[1].payouts["A"]', '3'],
    ['results[0].payouts.Series A', '2'],
    ['results[0].payouts["Series A"]', '2'],
    ['vested["2024-01-31"]', '10'],
    ['vested.2024-01-31', '10'],
    // An id may hold what else divides a path.
    ['holders.J. Doe', '5'],
    ['holders["J. Doe"]', '5'],
    ['holders["J"][" Doe"]', '6'],
    ['holders.a[0]', '7'],
    ['holders["a[0]"]', '7'],
    ['holders["say \\"hi\\""]', '8'],
    ['holders["back\\\\slash"]', '9'],
    ['holders[7]', '11'],
    ['holders.7', '11'],
    ['dates[0]', '2024-01-31'],
    ['none', null],
  ] as const)('%s', (path, value) => {
    expect(valueAt(OUTPUT, path)).toEqual(value);
  });

  test.each([
    'Total',
    'total.x',
    'results[2]',
    'results[-1]',
    'results.0',
    'results["0"]',
    'results[0',
    'results[0]]',
    'results[0].',
    'total[0]',
    'none.x',
    'holders["J. Doe"',
    'holders["\\q"]',
    'holders["\n"]',
    'toString',
    'constructor',
    '__proto__',
    'holders["__proto__"]',
    '..',
    '[',
    '""',
  ])('nothing: %s', (path) => {
    expect(valueAt(OUTPUT, path)).toBeUndefined();
  });
});

describe('values agree', () => {
  const agree = (expected: Record<string, unknown>, tolerance = {}) =>
    differences(OUTPUT, expected, tolerance).map(({ path }) => path);

  test('as rationals, however they are spelt, and otherwise when identical', () => {
    expect(agree({ total: '1.5', flag: true, none: null, 'dates[0]': '2024-01-31' })).toEqual([]);
    expect(agree({ total: 1.5, 'results[0].payouts.A': 1 })).toEqual([]);
    expect(agree({ total: '1.5000000001' })).toEqual(['total']);
    expect(agree({ flag: 'true', none: false, absent: null, total: null, 'dates[0]': '2024-02-01' })).toEqual(
      ['flag', 'none', 'absent', 'total', 'dates[0]'],
    );
  });

  test('item by item: an object may name some of its fields, a list names all of its items', () => {
    expect(agree({ results: [{ payouts: { A: '1' } }, {}], 'results[1]': { payouts: { A: '3' } } })).toEqual(
      [],
    );
    expect(agree({ results: [{ payouts: { A: '1' } }] })).toEqual(['results']);
    expect(agree({ results: [{ payouts: { 'Series A': '9' } }, { payouts: { B: '1' } }] })).toEqual([
      'results[0].payouts["Series A"]',
      'results[1].payouts.B',
    ]);
    expect(agree({ vested: {}, total: {} })).toEqual(['total']);
  });

  test('within the tolerance of their path, or else of all, its limit included', () => {
    expect(agree({ total: '1.6' }, { total: { abs: '0.1' } })).toEqual([]);
    expect(agree({ total: '1.6001' }, { total: { abs: '0.1' } })).toEqual(['total']);
    expect(agree({ total: '2' }, { '*': { rel: '0.25' } })).toEqual([]);
    expect(agree({ total: '2' }, { '*': { rel: '0.2499' } })).toEqual(['total']);
    expect(agree({ total: '2' }, { total: { abs: '0' }, '*': { rel: '1' } })).toEqual(['total']);
    expect(
      agree({ results: [{ payouts: { A: '2' } }, {}] }, { 'results[0].payouts.A': { abs: '1' } }),
    ).toEqual([]);
    expect(agree({ total: '0' }, { '*': { rel: '0.5' } })).toEqual(['total']);
    expect(agree({ flag: false, 'dates[0]': '2024-02-01' }, { '*': { abs: '1e9' } })).toEqual([
      'flag',
      'dates[0]',
    ]);
  });

  test('and what does not is told with both sides', () => {
    expect(differences(OUTPUT, { total: '2', absent: 'x' })).toEqual([
      { path: 'total', expected: '"2"', actual: '"3/2"' },
      { path: 'absent', expected: '"x"', actual: 'nothing' },
    ]);
  });
});
