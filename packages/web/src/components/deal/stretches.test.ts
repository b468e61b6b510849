import type { TimelineView } from '@tranche/service/views';
import { describe, expect, it } from 'vitest';
import { drawable, stretchesOf } from './stretches.ts';

type Series = TimelineView['series'][number];

const point = (knownOn: string, high?: number): Series['points'][number] => ({
  knownOn,
  text: high === undefined ? 'unknown' : `up to USD ${high}bn`,
  evidence: [],
  ...(high === undefined ? {} : { high }),
});

const series = (field: string, points: Series['points']): Series => ({
  field,
  label: field,
  unit: 'USD',
  points,
});

describe('the story of a figure', () => {
  it('holds each value from its day until the next one, and the last without end', () => {
    const stretches = stretchesOf([
      point('2025-02-12', 40),
      point('2025-04-01', 40),
      point('2025-12-31', 41),
    ]);
    expect(stretches.map(({ from, until }) => [from, until])).toEqual([
      ['2025-02-12', '2025-04-01'],
      ['2025-04-01', '2025-12-31'],
      ['2025-12-31', undefined],
    ]);
  });

  it('draws a figure that had a number at some point, and not one that never had', () => {
    const all = [
      series('size', [point('2025-01-01'), point('2025-02-12', 40)]),
      series('drawn', [point('2025-01-01')]),
    ];
    expect(drawable(all).map(({ field }) => field)).toEqual(['size']);
  });
});
