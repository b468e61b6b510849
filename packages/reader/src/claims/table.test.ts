import { claimToJson } from '@tranche/ledger/claim';
import { expect, it } from 'vitest';
import { readReport } from '../read/index.ts';

function roundsIn(...rows: string[]) {
  const read = readReport(`Deals of the week\nPublished: 2024-11-15\n\nDeals.\n${rows.join('\n')}\n`, {
    name: 'table',
  });
  if (!read.ok) throw new Error(read.failure.message);
  return read.value.claims.map(claimToJson).filter(({ type }) => type === 'round');
}

it('takes the unit of bare figures from the head, and says who invested', () => {
  expect(
    roundsIn(
      'Company | Amt. (M$) | Type | Investors | Date',
      '---|---|---|---|---',
      'Mill Labs | 6.5 | Series B | Oak Group, Elm Life Insurance | March 30',
      'Ferry Robotics | 14 | seed | Birch Ventures (lead) and Ash Capital |',
      'Quay Systems | | Series A | Oak Group | March 2',
      'Dock Machines | 90 | acquisition | Harbour Motors | March 3',
    ),
  ).toEqual([
    expect.objectContaining({
      issuer: 'Mill Labs',
      amount: { currency: 'USD', value: 6_500_000, qualifier: 'exact' },
      stage: 'Series B',
      participants: ['Oak Group', 'Elm Life Insurance'],
      date: '2024-03-30',
    }),
    expect.objectContaining({
      issuer: 'Ferry Robotics',
      amount: { currency: 'USD', value: 14_000_000, qualifier: 'exact' },
      participants: ['Birch Ventures', 'Ash Capital'],
    }),
  ]);
});

it('reads sums as the cells print them, and cells between edges that are empty', () => {
  expect(
    roundsIn('| Startup | Stage | Lead investor | Amount |', '| Mill Labs | | Oak Group | €3m |'),
  ).toEqual([
    expect.objectContaining({
      issuer: 'Mill Labs',
      amount: { currency: 'EUR', value: 3_000_000, qualifier: 'exact' },
      leads: ['Oak Group'],
    }),
  ]);
});

it('takes a column called by its unit alone, and the month that stands over the table', () => {
  expect(
    roundsIn(
      'Robot funding of March 2024',
      'Company | Type | M$ |',
      '---|---|---|',
      'Mill Labs | Seed | 4 |',
    ),
  ).toEqual([
    expect.objectContaining({
      issuer: 'Mill Labs',
      amount: { currency: 'USD', value: 4_000_000, qualifier: 'exact' },
      stage: 'seed',
      date: '2024-03',
    }),
  ]);
});
