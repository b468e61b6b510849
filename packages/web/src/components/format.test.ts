import { describe, expect, it } from 'vitest';
import { beyondFigure, counted, formatDate, wordsOf } from './format.ts';

describe('dates on the page', () => {
  it.each([
    ['2025-04-01', '1 Apr 2025'],
    ['2025-04', 'Apr 2025'],
    ['2025', '2025'],
    ['2025-spring', 'spring 2025'],
    ['2025-Q3', 'Q3 2025'],
    ['../2025-12-31', 'by 31 Dec 2025'],
    ['2025-04/2025-06', 'Apr 2025 to Jun 2025'],
    ['2025-04-01/..', 'from 1 Apr 2025'],
    ['year-end', 'year-end'],
  ])('%s reads %s', (date, text) => {
    expect(formatDate(date)).toBe(text);
  });
});

describe('words on the page', () => {
  it('are those of the schema without underscores', () => {
    expect(wordsOf('cannot_tell')).toBe('cannot tell');
  });

  it('say beside a figure only what the figure does not say', () => {
    expect(beyondFigure('USD 300bn, post-money', 'USD 300bn')).toBe('post-money');
    expect(beyondFigure('USD 40bn', 'USD 40bn')).toBe('');
    expect(beyondFigure('over USD 500bn', 'at least USD 500bn')).toBe('over USD 500bn');
  });

  it('agree with their number', () => {
    expect([counted(1, 'source'), counted(0, 'source'), counted(2, 'day')]).toEqual([
      '1 source',
      '0 sources',
      '2 days',
    ]);
  });
});
