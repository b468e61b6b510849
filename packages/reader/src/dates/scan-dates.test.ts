import { expectOk } from '@tranche/core/result';
import { parsePlainDate } from '@tranche/core/time';
import { describe, expect, it } from 'vitest';
import type { Direction } from './index.ts';
import { scanDates } from './index.ts';

const read = (text: string, published: string | undefined, direction: Direction = 'past') =>
  scanDates(text, 0, published === undefined ? {} : { published: expectOk(parsePlainDate(published)) }).map(
    (mention) => mention.resolve(direction),
  );

describe('dates in a report', () => {
  it.each([
    ['in October', '2025-02-07', '2024-10'],
    ['in October of last year', '2025-02-12', '2024-10'],
    ['In October last year', '2025-02-12', '2024-10'],
    ['last year', '2024-06-05', '2023'],
    ['Earlier this year', '2024-10-03', '2024'],
    ['a year ago', '2025-06-13', '2024'],
    ['last week', '2025-12-30', '2025-12'],
    ['last month', '2024-12-02', '2024-11'],
    ['mid-April 2025', '2025-04-01', '2025-04'],
    ['on March 31, 2025', '2025-04-01', '2025-03-31'],
    ['on 18 July 2025', '2025-07-29', '2025-07-18'],
    ['On 3 March', '2025-03-14', '2025-03-03'],
    ['said on Wednesday', '2024-10-03', '2024-10-02'],
    ['said on Monday', '2024-08-19', '2024-08-19'],
    ['spring 2022', '2024-12-02', '2022-spring'],
    ['this autumn', '2024-12-02', '2024-autumn'],
    ['in November last year', '2025-10-02', '2024-11'],
    ['Since September 2024', '2025-04-01', '2024-09/2025-04'],
    ['since 2019', '2024-11-27', '2019/2024'],
    ['in 2023', '2025-01-16', '2023'],
    ['July 2024', '2025-03-14', '2024-07'],
  ])('looking back, "%s" on %s is %s', (text, published, expected) => {
    expect(read(text, published)).toEqual([expected]);
  });

  it.each([
    ['as early as this spring', '2025-02-12', '2025-spring'],
    ['by the end of the year', '2025-08-01', '../2025-12-31'],
    ['before the end of this year', '2025-03-05', '../2025-12-31'],
    ['by year-end', '2025-08-01', '../2025-12-31'],
    ['by 31 March 2026', '2025-07-29', '../2026-03-31'],
    ['on or before June 30', '2025-10-07', '../2026-06-30'],
    ['until the end of March', '2025-09-18', '../2026-03-31'],
    ['for the third quarter', '2025-05-08', '2025-Q3'],
    ['in the first quarter of 2026', '2024-09-24', '2026-Q1'],
    ['in the second half of 2025', '2024-10-15', '2025-H2'],
    ['in December', '2025-05-14', '2025-12'],
    ['next year', '2024-10-03', '2025'],
    ['next summer', '2024-12-02', '2025-summer'],
    ['autumn 2026', '2025-01-16', '2026-autumn'],
    ['over the next 12 to 24 months', '2025-02-07', '2025/2027'],
    ['immediately', '2025-04-02', '2025-04'],
  ])('looking forward, "%s" on %s is %s', (text, published, expected) => {
    expect(read(text, published, 'future')).toEqual([expected]);
  });

  it.each([
    ['two years ago', '2022'],
    ['three months ago', '2024-08'],
    ['ten days ago', '2024-11-05'],
    ['last Friday', '2024-11-08'],
    ['last quarter', '2024-Q3'],
    ["in Q3'24", '2024-Q3'],
    ['3Q24', '2024-Q3'],
    ['H1 2025', '2025-H1'],
    ['in the first half', '2024-H1'],
    ['FY25', '2025'],
    ['in fiscal 2025', '2025'],
    ['the third quarter of fiscal 2025', '2025-Q3'],
    ['by year-end 2025', '../2025-12-31'],
    ['the end of 2025', '2025-12'],
    ['at the start of 2025', '2025'],
    ['as of Dec. 31, 2024', '2024-12-31'],
    ['15/10/2024', '2024-10-15'],
    ['2024/10/15', '2024-10-15'],
    ['5/6/2024', '2024'],
    ['tomorrow', '2024-11-16'],
    ['this morning', '2024-11-15'],
    ['late last month', '2024-10'],
    ['earlier this week', '2024-11'],
    ['within the next six months', '2024/2025'],
  ])('on 15 November 2024, "%s" is %s', (text, expected) => {
    expect(read(text, '2024-11-15')).toEqual([expected]);
  });

  it.each(['a first half dozen', 'of 2Q models', 'the last mile', 'a few years ago', 'version 2.3'])(
    'finds no date in "%s"',
    (text) => {
      expect(read(text, '2024-11-15')).toEqual([]);
    },
  );

  it('leaves relative dates unresolved when the publication date is not known', () => {
    expect(read('in October, and on March 31, 2025', undefined)).toEqual([undefined, '2025-03-31']);
  });

  it('does not take "may" or "march" as verbs for months', () => {
    expect(read('it may add more, and may march on', '2025-01-01')).toEqual([]);
  });
});
