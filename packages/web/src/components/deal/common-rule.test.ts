import { describe, expect, it } from 'vitest';
import { commonRuleOf } from './common-rule.ts';

const terms = (...rules: string[]) => rules.map((rule) => ({ rule }));

describe('the rule said once for many terms', () => {
  it('is the one that chose most of them', () => {
    expect(commonRuleOf(terms('all agree', 'tier', 'tier'))).toBe('tier');
  });

  it('is none when each was chosen by its own, or nothing was chosen', () => {
    expect(commonRuleOf(terms('all agree', 'tier'))).toBeUndefined();
    expect(commonRuleOf([])).toBeUndefined();
  });
});
