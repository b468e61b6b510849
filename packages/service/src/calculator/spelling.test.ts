import { Rational } from '@tranche/core/rational';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { respell } from './index.ts';
import { toSnake } from './spelling.ts';

test('fields take the spelling of the code at every depth; values, ids and lists are kept', () => {
  const shares = Rational.of(3n);
  const respelt = respell({
    exit_values: ['the_value'],
    day_count: '30_360',
    as_of: [{ original_issue_price: shares, kept: null, absent: undefined }],
  });
  expect(respelt).toEqual({
    exitValues: ['the_value'],
    dayCount: '30_360',
    asOf: [{ originalIssuePrice: shares, kept: null }],
  });
  expect(respelt.asOf[0]).not.toHaveProperty('absent');
  expect(respelt.asOf[0]?.originalIssuePrice).toBe(shares);
});

test('a field of JSON comes back from its spelling in the code', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]*$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      // A word that begins with a digit would run into the one before it; no field has one.
      const field = words.join('_');
      const [respelt = ''] = Object.keys(respell({ [field]: 1 }));
      expect(toSnake(respelt)).toBe(field);
    }),
  );
});
