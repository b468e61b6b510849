import type { DealSummaryView } from '@tranche/service/views';
import { describe, expect, it } from 'vitest';
import { dealOrderOf, selectDeals } from './order-deals.ts';

const deal = (id: string, rest: Partial<DealSummaryView> = {}): DealSummaryView => ({
  id,
  title: id,
  issuer: 'OpenAI',
  money: 'primary',
  status: 'closed',
  size: 'USD 40bn',
  firstKnown: '2025-01-01',
  lastKnown: '2025-01-01',
  sources: 1,
  statements: 1,
  conflicts: 0,
  ...rest,
});

const DEALS = [
  deal('tender', { sources: 3, lastKnown: '2024-11-27', money: 'secondary', size: 'USD 1.5bn' }),
  deal('forty', { sources: 14, lastKnown: '2025-12-30', conflicts: 4 }),
  deal('mistral', { issuer: 'Mistral AI', sources: 2, lastKnown: '2025-09-09', size: 'EUR 1.7bn' }),
];

const ids = (deals: readonly DealSummaryView[]): readonly string[] => deals.map(({ id }) => id);

describe('the list of deals', () => {
  it.each([
    ['news', ['forty', 'mistral', 'tender']],
    ['sources', ['forty', 'tender', 'mistral']],
    ['conflicts', ['forty', 'tender', 'mistral']],
    ['issuer', ['mistral', 'forty', 'tender']],
  ] as const)('ordered by %s', (order, expected) => {
    expect(ids(selectDeals(DEALS, '', order))).toEqual(expected);
  });

  it('keeps the deals that hold every word, wherever it stands', () => {
    expect(ids(selectDeals(DEALS, 'openai SECONDARY', 'news'))).toEqual(['tender']);
    expect(ids(selectDeals(DEALS, '1.7bn', 'news'))).toEqual(['mistral']);
    expect(selectDeals(DEALS, 'nobody', 'news')).toEqual([]);
  });

  it('falls back to the most sources when the address asks for an order that is not offered', () => {
    expect(dealOrderOf('size')).toBe('sources');
  });
});
