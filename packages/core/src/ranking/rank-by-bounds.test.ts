import { arbitraryBoundedPoint, arbitraryMoney } from '@tranche/testkit/arbitrary';
import { bounds, exactly } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bounds } from '../money/index.ts';
import { rankByBounds } from './index.ts';

const rows = (given: Readonly<Record<string, Bounds>>) =>
  Object.entries(given).map(([id, known]) => ({ id, bounds: known }));
const ranks = (given: Readonly<Record<string, Bounds>>): readonly string[] =>
  rankByBounds(rows(given)).order.map(({ rank, id }) => `${rank} ${id}`);

describe('who is first', () => {
  test('a committed 30 leads 13 and 1.3', () => {
    const given = { Thrive: exactly('1.3'), SoftBank: exactly('30'), Microsoft: bounds('13', '13', true) };
    expect(rankByBounds(rows(given))).toEqual({
      order: [
        { rank: 1, id: 'SoftBank' },
        { rank: 2, id: 'Microsoft' },
        { rank: 3, id: 'Thrive' },
      ],
      decided: true,
      leader: 'SoftBank',
      contenders: ['SoftBank'],
      unknown: [],
      vague: true,
    });
  });

  test('"over 13" may be above 14, so nothing is decided', () => {
    const ranking = rankByBounds(rows({ A: exactly('14'), B: bounds('13'), C: exactly('12') }));
    expect(ranking).toMatchObject({ decided: false, contenders: ['A', 'B'] });
    expect(ranking).not.toHaveProperty('leader');
    expect(ranking.order.map(({ rank }) => rank)).toEqual([1, 1, 3]);
  });

  test('equal amounts tie: decided, but without a single leader', () => {
    const ranking = rankByBounds(
      rows({ B: exactly('10'), A: exactly('10'), C: exactly('6.6'), D: exactly('5') }),
    );
    expect(ranking).toMatchObject({ decided: true, contenders: ['A', 'B'] });
    expect(ranking).not.toHaveProperty('leader');
    expect(ranking.order.map(({ rank, id }) => `${rank} ${id}`)).toEqual(['1 A', '1 B', '3 C', '4 D']);
  });

  test('"up to 10" can reach 10 but not pass it, so 10 leads', () => {
    const ranking = rankByBounds(rows({ A: bounds('0', '10'), B: exactly('10') }));
    expect(ranking).toMatchObject({ decided: true, leader: 'B', contenders: ['B', 'A'] });
  });

  test('a row of which nothing is known contends and leaves nothing decided', () => {
    const ranking = rankByBounds(rows({ A: exactly('30'), B: bounds('0'), C: bounds() }));
    expect(ranking).toMatchObject({ decided: false, contenders: ['A', 'B', 'C'], unknown: ['B', 'C'] });
  });

  test('an only row is first whatever is known of it, and without rows nothing is decided', () => {
    expect(rankByBounds(rows({ A: bounds() }))).toMatchObject({
      decided: true,
      leader: 'A',
      contenders: ['A'],
    });
    expect(rankByBounds([])).toMatchObject({ order: [], decided: false, contenders: [] });
  });

  test('rows that bounds do not separate stand by what is certain of them', () => {
    expect(ranks({ C: bounds('5', '12'), B: bounds('5'), A: bounds('8', '9'), D: exactly('4') })).toEqual([
      '1 A',
      '1 B',
      '1 C',
      '4 D',
    ]);
  });
});

describe('over any rows', () => {
  const anyRows = fc
    .array(arbitraryBoundedPoint(arbitraryMoney()), { maxLength: 7 })
    .map((pointed) => pointed.map((row, index) => ({ id: `row ${index}`, ...row })));

  test('a row is outranked by just the rows that are certainly greater', () => {
    fc.assert(
      fc.property(anyRows, (given) => {
        for (const { rank, id } of rankByBounds(given).order) {
          const high = given.find((row) => row.id === id)?.bounds.high;
          const above = given.filter(
            ({ bounds: { low } }) => high !== undefined && low && low.compare(high) > 0,
          );
          expect(rank).toBe(1 + above.length);
        }
      }),
    );
  });

  test('whatever values the bounds allow, no row exceeds a decided leader, and the greatest is a contender', () => {
    fc.assert(
      fc.property(anyRows, (given) => {
        fc.pre(given.length > 0);
        const { leader, contenders } = rankByBounds(given);
        const greatest = given.reduce((most, row) => (row.point.compare(most.point) > 0 ? row : most));
        expect(contenders).toContain(greatest.id);
        const led = given.find(({ id }) => id === leader);
        if (led) expect(led.point.compare(greatest.point)).toBe(0);
      }),
    );
  });

  test('a leader is a contender of rank one, and the order holds each row once', () => {
    fc.assert(
      fc.property(anyRows, (given) => {
        const { order, decided, leader, contenders } = rankByBounds(given);
        expect(order.map(({ id }) => id).sort()).toEqual(given.map(({ id }) => id).sort());
        if (leader === undefined) return;
        expect(decided).toBe(true);
        expect(contenders).toContain(leader);
        expect(order[0]?.id).toBe(leader);
      }),
    );
  });

  test('the order of the rows does not change the ranking', () => {
    fc.assert(
      fc.property(anyRows, (given) => {
        const { unknown, ...ranking } = rankByBounds(given);
        const { unknown: unknownReversed, ...reversed } = rankByBounds([...given].reverse());
        expect(reversed).toEqual(ranking);
        expect([...unknownReversed].reverse()).toEqual(unknown);
      }),
    );
  });
});
