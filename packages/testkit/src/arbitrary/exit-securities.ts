import { Rational } from '@tranche/core/rational';
import type { ExitClass, ExitOption, ExitSafe, ExitSecurities } from '@tranche/core/waterfall';
import * as fc from 'fast-check';

const whole = (min: number, max: number): fc.Arbitrary<Rational> =>
  fc.integer({ min, max }).map((value) => Rational.of(value));
const half = (max: number): fc.Arbitrary<Rational> =>
  fc.integer({ min: 0, max: 2 * max }).map((value) => Rational.of(value, 2));

const common: fc.Arbitrary<Omit<ExitClass, 'id'>> = fc.record(
  { kind: fc.constant('common' as const), shares: whole(0, 20), conversionRatio: half(2) },
  { requiredKeys: ['kind', 'shares'] },
);

const dividend = fc.record(
  {
    rate: fc.constantFrom(Rational.of(1, 10), Rational.of(1)),
    method: fc.constant('simple' as const),
    years: whole(0, 3),
    base: fc.constantFrom('original_issue_price' as const, 'preference' as const),
    unpaid: whole(0, 9),
    forfeitedOnConversion: fc.boolean(),
  },
  { requiredKeys: ['rate', 'method', 'years'] },
);

const preferred: fc.Arbitrary<Omit<ExitClass, 'id'>> = fc
  .record(
    {
      kind: fc.constant('preferred' as const),
      shares: whole(0, 12),
      originalIssuePrice: whole(0, 6),
      preferenceMultiple: half(3),
      participation: fc.constantFrom('none' as const, 'full' as const, 'capped' as const),
      capMultiple: half(5),
      capIncludesPreference: fc.boolean(),
      seniority: fc.integer({ min: 0, max: 2 }),
      conversionRatio: half(3),
      dividend,
    },
    { requiredKeys: ['kind', 'shares', 'originalIssuePrice', 'capMultiple'] },
  )
  .map(({ dividend, ...terms }) =>
    dividend === undefined || terms.shares.sign() === 0 ? terms : { ...terms, dividend },
  )
  .map(({ capMultiple, capIncludesPreference, ...terms }) =>
    terms.participation !== 'capped'
      ? terms
      : { ...terms, capMultiple, ...(capIncludesPreference === undefined ? {} : { capIncludesPreference }) },
  );

const option: fc.Arbitrary<Omit<ExitOption, 'id'>> = fc.record({ shares: whole(0, 9), strike: whole(0, 8) });

const safe: fc.Arbitrary<Omit<ExitSafe, 'id'>> = fc
  .record({
    amount: whole(0, 9),
    cap: fc.constantFrom('post' as const, 'pre' as const, 'none' as const),
    at: whole(20, 90),
    seniority: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ cap, at, ...terms }) =>
    cap === 'none' ? terms : { ...terms, [cap === 'post' ? 'postMoneyCap' : 'preMoneyCap']: at },
  );

const named = <T>(letter: string, items: readonly T[]): (T & { readonly id: string })[] =>
  items.map((item, index) => ({ ...item, id: `${letter}${index + 1}` }));

/**
 * Everything that may share in an exit, in small numbers so that ties are frequent: zero preferences, ratios and
 * counts, equal ranks, classes that convert at the same point, companies without common stock.
 */
export const arbitraryExitSecurities = (): fc.Arbitrary<ExitSecurities> =>
  fc
    .record({
      common: fc.array(common, { maxLength: 2 }),
      preferred: fc.array(preferred, { maxLength: 4 }),
      options: fc.array(option, { maxLength: 2 }),
      safes: fc.array(safe, { maxLength: 2 }),
    })
    .map(({ common, preferred, options, safes }) => ({
      classes: [...named('c', common), ...named('p', preferred)],
      options: named('o', options),
      safes: named('s', safes),
    }));
