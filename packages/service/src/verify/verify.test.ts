import { describe, expect, test } from 'vitest';
import { readCases, verifyCases, verifyText } from './index.ts';

const unit = { id: 'u', contributed: '100', cap_multiple: '10', gross_entitlement: '5000' };
const good = {
  id: 'good',
  calculator: 'capped_profit',
  source: 'made up',
  inputs: { units: [unit] },
  expected: { total_paid: '1000' },
};
const refused = {
  ...good,
  id: 'refused',
  inputs: { units: [{ ...unit, contributed: '0' }] },
  expected: undefined,
  expected_error: { code: 'OUT_OF_RANGE', path: 'units[0].contributed' },
};
/** As it comes from a file. */
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const told = (value: unknown) =>
  verifyCases(json(value)).map(({ id, differences }) => [id, differences.length === 0]);

test('a file holds a list of cases, or one', () => {
  expect(told([good, refused])).toEqual([
    ['good', true],
    ['refused', true],
  ]);
  expect(told(good)).toEqual([['good', true]]);
  expect(told([])).toEqual([]);
  expect(verifyText(JSON.stringify(good))).toEqual([
    { id: 'good', calculator: 'capped_profit', differences: [] },
  ]);
});

test('a text that is no JSON is one failed case', () => {
  for (const text of ['', '{', 'id: good']) {
    expect(verifyText(text)).toMatchObject([
      { id: 'the file', differences: [{ expected: 'cases in JSON' }] },
    ]);
  }
});

test('what is broken fails alone and does not hide its neighbours', () => {
  const broken = [
    null,
    5,
    'good',
    [good],
    {},
    { ...good, id: 'no inputs', inputs: undefined },
    { ...good, id: 'nothing expected', expected: undefined },
    { ...good, id: 'both expected', expected_error: { code: 'BAD_NUMBER', path: '' } },
    { ...good, id: 'unknown field', expect: {} },
    { ...good, id: 'tolerance without a number', tolerance: { '*': { rel: 'some' } } },
    { ...good, id: 'tolerance below zero', tolerance: { '*': { abs: '-1' } } },
    { ...good, id: 'two tolerances', tolerance: { '*': { abs: '1', rel: '1' } } },
    { ...good, id: 'no such calculator', calculator: 'toString' },
    { ...good, id: 'no such path', expected: { 'units["\\q"]': '1' } },
  ];
  const outcomes = told([good, ...broken, refused]);
  expect(outcomes.map(([, passed]) => passed)).toEqual([true, ...broken.map(() => false), true]);
  expect(outcomes.slice(1, 7).map(([id]) => id)).toEqual(['[1]', '[2]', '[3]', '[4]', '[5]', 'no inputs']);
});

describe('a case that fails says why', () => {
  test.each([
    ['another value', { ...good, expected: { total_paid: '999' } }, 'total_paid', '"999"', '"1000"'],
    [
      'an error that did not come',
      { ...refused, inputs: good.inputs },
      '',
      'OUT_OF_RANGE at units[0].contributed',
      'a result',
    ],
    [
      'another code',
      { ...refused, inputs: { units: [{ ...unit, contributed: '-1' }] } },
      '',
      'OUT_OF_RANGE at units[0].contributed',
      'NEGATIVE_AMOUNT at units[0].contributed: "-1" is below zero, where that means nothing',
    ],
    [
      'inputs that are none',
      { ...good, inputs: null },
      '',
      'a result',
      expect.stringMatching(/^BAD_TYPE at /),
    ],
    [
      'another path',
      { ...refused, expected_error: { code: 'OUT_OF_RANGE', path: 'units[1].contributed' } },
      '',
      'OUT_OF_RANGE at units[1].contributed',
      expect.stringMatching(/^OUT_OF_RANGE at units\[0\]\.contributed: /),
    ],
    ['no calculator', { ...good, calculator: 'x' }, 'calculator', 'the name of a calculator', 'x'],
  ])('%s', (_, one, path, expected, actual) => {
    expect(verifyCases(json(one))[0]?.differences).toEqual([{ path, expected, actual }]);
  });

  test('and one that is none says where it breaks', () => {
    expect(readCases(json({ ...good, expected_error: { code: 'X' } }))).toEqual([
      { ok: false, id: 'good', message: expect.stringMatching(/^expected_error\.path: /) },
    ]);
  });
});
