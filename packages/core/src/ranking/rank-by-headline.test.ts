import { bounds, exactly } from '@tranche/testkit/build';
import { expect, test } from 'vitest';
import { rankByHeadline } from './index.ts';

test('"up to 40" leads "over 13" and 14 by its headline, and the ranking is marked', () => {
  const rows = [
    { id: 'Ant', bounds: exactly('14') },
    { id: 'Microsoft', bounds: bounds('13') },
    { id: 'OpenAI', bounds: bounds('0', '40') },
  ];
  const ranking = rankByHeadline(rows);
  expect(ranking).toMatchObject({ decided: true, leader: 'OpenAI', contenders: ['OpenAI'], vague: true });
  expect(ranking.order.map(({ id }) => id)).toEqual(['OpenAI', 'Ant', 'Microsoft']);
});

test('exact amounts rank as they are, and unmarked', () => {
  const rows = [
    { id: 'Ant', bounds: exactly('14') },
    { id: 'Didi', bounds: exactly('5.5') },
  ];
  expect(rankByHeadline(rows)).toMatchObject({ decided: true, leader: 'Ant', vague: false });
});

test('a row of which nothing is known has no headline and still contends', () => {
  const rows = [
    { id: 'Ant', bounds: exactly('14') },
    { id: 'undisclosed', bounds: bounds('0') },
  ];
  expect(rankByHeadline(rows)).toMatchObject({ decided: false, unknown: ['undisclosed'] });
});
