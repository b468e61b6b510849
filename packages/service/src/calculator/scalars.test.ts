import { rational } from '@tranche/testkit/build';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  accrual,
  amount,
  anyNumber,
  currency,
  date,
  failureOf,
  flag,
  fraction,
  id,
  integer,
  list,
  object,
  oneOf,
  positive,
  properFraction,
} from './index.ts';

/** What a leaf makes of a value: the value itself, or the code and path of its failure. */
function read(type: z.ZodType, input: unknown): unknown {
  const result = type.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const { code, path } = failureOf(result.error);
  return `${code} ${path}`.trim();
}

describe('numbers', () => {
  test.each(['12', '-0.1', '20/23', '007', '0.10', '4/010'])('%s is a number', (text) => {
    expect(read(anyNumber(''), text)).toEqual(rational(text));
  });

  test.each([
    '',
    ' 1',
    '+1',
    '1e9',
    '.5',
    '5.',
    '1,000',
    '1/0',
    '1/00',
    '1/-2',
    '--1',
    '1\n',
    '١',
    'NaN',
    '9'.repeat(2001),
    5,
    null,
    true,
    ['1'],
    {},
  ])('%j is none', (value) => {
    expect(read(anyNumber(''), value)).toBe('BAD_NUMBER');
  });

  test('an absent one is missing, not bad', () => {
    const one = object({ a: anyNumber(''), b: amount('').optional() });
    expect(read(one, {})).toBe('MISSING_FIELD a');
    expect(read(one, { a: '1' })).toEqual({ a: rational('1') });
    expect(read(one, { a: '1', b: null })).toBe('BAD_NUMBER b');
  });

  test.each([
    ['amount', amount, ['0', '1/3'], { '-1': 'NEGATIVE_AMOUNT' }],
    ['positive', positive, ['1/3'], { '-1': 'NEGATIVE_AMOUNT', '0': 'OUT_OF_RANGE', '-0': 'OUT_OF_RANGE' }],
    ['fraction', fraction, ['0', '1'], { '-1/9': 'NEGATIVE_AMOUNT', '1.0001': 'OUT_OF_RANGE' }],
    ['properFraction', properFraction, ['0', '0.999'], { '-1/9': 'NEGATIVE_AMOUNT', '1': 'OUT_OF_RANGE' }],
  ] as const)('%s has its range', (_, type, good, bad) => {
    for (const text of good) expect(read(type(''), text)).toEqual(rational(text));
    for (const [text, code] of Object.entries(bad)) expect(read(type(''), text)).toBe(code);
  });
});

describe('other leaves', () => {
  test.each([
    [
      'a calendar day',
      date(''),
      '2024-02-29',
      ['2023-02-29', '2024-2-29', '29.02.2024', '2024-02-29T00:00', '', 5],
      'BAD_DATE',
    ],
    ['three capital letters', currency(''), 'USD', ['usd', 'US', 'USDT', '', 5], 'BAD_CURRENCY'],
    ['one of a list', oneOf('', ['none', 'full']), 'none', ['None', '', 5, null], 'BAD_ENUM'],
    ['true or false', flag(''), true, ['true', 1, null], 'BAD_TYPE'],
    ['a whole number of JSON', integer('', 1, 12), 12, ['12', 1.5, null, Number.NaN], 'BAD_NUMBER'],
    ['a whole number within its range', integer('', 1, 12), 1, [0, 13], 'OUT_OF_RANGE'],
    ['a whole number not below zero', integer('', 1, 12), 1, [-1], 'NEGATIVE_AMOUNT'],
    ['a name', id(''), 'A 1', [5, null, {}], 'BAD_TYPE'],
    ['a name that is not empty', id(''), '__proto__', [''], 'MISSING_FIELD'],
  ] as const)('%s is taken, and what is none is refused', (_, type, good, bad, code) => {
    expect(read(type, good)).toBe(good);
    for (const value of bad) expect(read(type, value)).toBe(code);
    expect(read(object({ x: type }), {})).toBe('MISSING_FIELD x');
  });

  test('an accrual takes years or dates; which of them go together, the computation says', () => {
    expect(read(accrual, { rate: '0.08', method: 'simple', years: '1', from: '2024-01-01' })).toMatchObject({
      years: rational('1'),
    });
    expect(read(accrual, { method: 'simple' })).toBe('MISSING_FIELD rate');
    expect(read(accrual, { rate: '0.1', method: 'compound', compounds_per_year: 0 })).toBe(
      'OUT_OF_RANGE compounds_per_year',
    );
    expect(read(accrual, { rate: '0.1', method: 'daily' })).toBe('BAD_ENUM method');
  });
});

describe('lists', () => {
  const holders = list(object({ id: id(''), shares: amount('') }), 'id');
  const holder = (name: string, shares = '1') => ({ id: name, shares });

  test('name a text once', () => {
    expect(read(holders, [])).toEqual([]);
    expect(read(holders, [holder('a'), holder('b')])).toHaveLength(2);
    expect(read(holders, [holder('a'), holder('b'), holder('a'), holder('b')])).toBe('DUPLICATE_ID [2].id');
    expect(read(holders, [holder('constructor'), holder('__proto__')])).toHaveLength(2);
    expect(read(holders, { id: 'a' })).toBe('BAD_TYPE');
  });

  test('of pairs name each pair once, whatever its texts', () => {
    const edges = list(object({ owner: id(''), asset: id('') }), 'owner', 'asset');
    const edge = (owner: string, asset: string) => ({ owner, asset });
    expect(read(edges, [edge('a', 'b, c'), edge('a, b', 'c'), edge('b, c', 'a')])).toHaveLength(3);
    expect(read(edges, [edge('a', 'b'), edge('a', 'b')])).toBe('DUPLICATE_ID [1]');
  });
});

describe('of several faults the first is told', () => {
  const input = object({
    kind: oneOf('', ['a', 'b']),
    classes: list(object({ id: id(''), shares: amount(''), price: positive('').optional() }), 'id'),
    total: amount(''),
  });
  const good = { kind: 'a', classes: [{ id: 'x', shares: '1' }], total: '1' };

  test.each([
    ['by the order of the fields, not of the input', { total: 'x', classes: 5, kind: 'c' }, 'BAD_ENUM kind'],
    [
      'a missing field before a wrong one that comes later',
      { classes: [], total: 'x' },
      'MISSING_FIELD kind',
    ],
    [
      'within an item by its fields',
      { ...good, classes: [{ id: 'x', shares: '-1', price: '0' }] },
      'NEGATIVE_AMOUNT classes[0].shares',
    ],
    [
      'of items by their order',
      { ...good, classes: [{ id: 'x', shares: '1', price: '0' }, { id: 5 }] },
      'OUT_OF_RANGE classes[0].price',
    ],
    [
      'an id used twice before a fault in a later item',
      { ...good, classes: [good.classes[0], good.classes[0], { id: 'y', shares: 'x' }] },
      'DUPLICATE_ID classes[1].id',
    ],
    [
      'an id used twice before a fault in the rest of its item',
      { ...good, classes: [good.classes[0], { id: 'x', shares: 'x' }] },
      'DUPLICATE_ID classes[1].id',
    ],
    [
      'a fault in an earlier item before an id used twice',
      { ...good, classes: [{ id: 'x', shares: 'x' }, good.classes[0]] },
      'BAD_NUMBER classes[0].shares',
    ],
    ['a list before a later field', { ...good, classes: [{}], total: 'x' }, 'MISSING_FIELD classes[0].id'],
    [
      'an unknown field of an item after its known ones',
      { ...good, classes: [{ id: 'x', share: '1' }] },
      'MISSING_FIELD classes[0].shares',
    ],
    ['an unknown field after the known ones', { ...good, extra: 1, total: '-1' }, 'NEGATIVE_AMOUNT total'],
    ['an unknown field alone', { ...good, extra: 1 }, 'UNKNOWN_FIELD extra'],
    [
      'an unknown field of an item',
      { ...good, classes: [{ id: 'x', shares: '1', kind: 'y' }] },
      'UNKNOWN_FIELD classes[0].kind',
    ],
  ])('%s', (_, value, expected) => {
    expect(read(input, value)).toBe(expected);
  });

  test.each([null, undefined, [], 'text', 5])('%j is no input at all', (value) => {
    expect(read(input, value)).toMatch(/^(BAD_TYPE|MISSING_FIELD)$/);
  });

  test('a field named like a part of every object is unknown too', () => {
    const odd: unknown = JSON.parse('{"kind":"a","classes":[],"total":"1","__proto__":{"kind":"b"}}');
    expect(read(input, odd)).toBe('UNKNOWN_FIELD __proto__');
    expect(read(input, { ...good, constructor: 1 })).toBe('UNKNOWN_FIELD constructor');
  });
});
