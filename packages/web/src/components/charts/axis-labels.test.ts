import { describe, expect, it } from 'vitest';
import { axisLabel } from './axis-labels.ts';

describe('numbers on an axis', () => {
  it.each([
    [40e9, 'USD', '40bn'],
    [1.5e12, 'JPY', '1.5tn'],
    [0, 'USD', '0'],
    [250e6, 'USD', '250m'],
    [0.1333333, 'fraction', '13.33 %'],
    [7.2886, 'CNY per USD', '7.289'],
  ])('%d of %s reads %s', (value, unit, text) => {
    expect(axisLabel(value, unit)).toBe(text);
  });
});
