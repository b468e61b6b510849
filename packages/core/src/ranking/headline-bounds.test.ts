import { bounds, exactly } from '@tranche/testkit/build';
import { expect, test } from 'vitest';
import { headlineBounds, rankByBounds } from './index.ts';

test('"up to 40" leads "over 13" and 14 by its headline, and the ranking is marked', () => {
  const rows = [
    { id: 'Ant', bounds: headlineBounds(exactly('14')) },
    { id: 'Microsoft', bounds: headlineBounds(bounds('13')) },
    { id: 'OpenAI', bounds: headlineBounds(bounds('0', '40')) },
  ];
  const ranking = rankByBounds(rows);
  expect(ranking).toMatchObject({ decided: true, leader: 'OpenAI', contenders: ['OpenAI'], vague: true });
  expect(ranking.order.map(({ id }) => id)).toEqual(['OpenAI', 'Ant', 'Microsoft']);
});

test('an exact amount is its own headline, unmarked', () => {
  expect(headlineBounds(exactly('14'))).toEqual(exactly('14'));
});

test('what nothing is known of has no headline and stays open', () => {
  expect(headlineBounds(bounds('0'))).toEqual(bounds('0'));
});
