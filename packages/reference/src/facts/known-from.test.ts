import type { PartialDate } from '@tranche/core/time';
import { describe, expect, it } from 'vitest';
import { GATHERED_BY, knownFrom } from './known-from.ts';
import { referenceFacts } from './reference-facts.ts';

const since = (date: string, ...published: (string | undefined)[]) =>
  knownFrom(
    date as PartialDate,
    published.map((day) => ({
      title: 'a page',
      url: 'https://example.org',
      ...(day ? { published: day } : {}),
    })),
  );

describe('the day from which a fact is known', () => {
  it('is the earliest publication on or after its own date', () => {
    expect(since('2025-03-31', '2025-12-31', '2025-04-01', '2025-04-02')).toBe('2025-04-01');
    expect(since('2018-06-08', '2018-06-08', '2025-04-01')).toBe('2018-06-08');
  });

  it('does not rest on a page that came before: a plan cannot vouch for the payment', () => {
    // oai-2025-03-tranche-1: planned in pages of March and April, confirmed on 2025-12-31.
    expect(since('2025-04', '2025-12-31', '2025-03-27', '2025-04-01')).toBe('2025-12-31');
  });

  it('is its own date when all pages came before', () => {
    expect(since('2024-10-02', '2024-09-27', '2024-09-28')).toBe('2024-10-02');
  });

  it('is the last day of its own date when no page bears a date', () => {
    expect(since('2025-01')).toBe('2025-01-31');
    expect(since('2025', undefined)).toBe('2025-12-31');
    expect(since('2025-01-21', undefined)).toBe('2025-01-21');
  });

  it('counts a month of publication with its last day', () => {
    expect(since('2025-02-18', '2025-02')).toBe('2025-02-28');
    expect(since('2025-02', '2025-02', '2025-02-19')).toBe('2025-02-28');
  });

  it('is never later than the day by which the facts were gathered', () => {
    expect(since('2026', undefined)).toBe(GATHERED_BY);
    expect(since('2026-02', '2026')).toBe(GATHERED_BY);
    const days = referenceFacts().map((fact) => fact.knownFrom);
    expect(days.filter((day) => day > GATHERED_BY)).toEqual([]);
  });

  it('is unknown for a date that is open at its end', () => {
    expect(since('2025-01/..')).toBeUndefined();
  });
});
