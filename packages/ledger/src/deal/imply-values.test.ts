import { evaluate } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import { expectOk } from '@tranche/core/result';
import { type PlainDate, parsePartialDate, parsePlainDate } from '@tranche/core/time';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimBody } from '../claim/index.ts';
import type { Ledger, Statement } from '../statement/index.ts';
import type { ImpliedValues } from './implied/view.ts';
import { implyValues } from './imply-values.ts';

const day = (text: string): PlainDate => expectOk(parsePlainDate(text));

const usd = (value: Rational) => ({ currency: 'USD', value, qualifier: 'exact' }) as const;

const stake = (holder: string, percent: Rational, value: Rational): ClaimBody => ({
  type: 'stake',
  holder,
  entity: 'Mill',
  percent,
  qualifier: 'exact',
  value: usd(value),
  when: expectOk(parsePartialDate('2025-05-01')),
  status: 'completed',
});

const ledgerOf = (...bodies: readonly ClaimBody[]): Ledger => ({
  sources: [],
  claims: [],
  judgements: [],
  facts: bodies.map(
    (body, index): Statement => ({
      id: `fact-${index}`,
      kind: 'fact',
      body,
      knownFrom: day('2025-05-01'),
      tier: 'filing',
      origin: `fact-${index}`,
      denied: false,
    }),
  ),
});

const implied = (...bodies: readonly ClaimBody[]): ImpliedValues =>
  expectOk(implyValues(ledgerOf(...bodies), 'Mill', { asOf: day('2025-06-01'), knownOn: day('2025-06-01') }));

const billions = fc.integer({ min: 1, max: 10_000 }).map((tenths) => Rational.of(tenths * 100_000_000));
const percents = fc.integer({ min: 10, max: 999 }).map((tenths) => Rational.of(tenths, 10));

describe('the value of the whole by a share and its worth', () => {
  it('times the share is the worth again, and lies in the range that the printed share leaves', () => {
    fc.assert(
      fc.property(billions, percents, (worth, percent) => {
        const { valuations, graph } = implied(stake('Harrow', percent, worth));
        const values = evaluate(graph);
        const [only] = valuations;
        const point = values.get(only?.value ?? '')?.low ?? Rational.ZERO;
        expect(point.times(percent).dividedBy(Rational.of(100)).equals(worth)).toBe(true);
        const range = values.get(only?.range ?? '');
        expect(range?.low?.compare(point)).toBeLessThanOrEqual(0);
        expect(range?.high?.compare(point)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 40 },
    );
  });

  it('agrees between holders of shares that are rounded from one value', () => {
    fc.assert(
      fc.property(
        billions,
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        (whole, one, other) => {
          const worthOf = (percent: number): Rational => whole.times(Rational.of(percent, 100));
          const { agreements } = implied(
            stake('Harrow', Rational.of(one), worthOf(one)),
            stake('Bellows', Rational.of(other), worthOf(other)),
          );
          expect(agreements.map(({ agrees }) => agrees)).toEqual([true]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('does not agree where the ranges leave no common value', () => {
    // 27 % of 500 is 135; 10 % worth 60 is a whole of 571 to 632.
    const { agreements, graph } = implied(
      stake('Harrow', Rational.of(27), Rational.of(135)),
      stake('Bellows', Rational.of(10), Rational.of(60)),
    );
    expect(agreements.map(({ agrees }) => agrees)).toEqual([false]);
    expect(
      evaluate(graph)
        .get(agreements[0]?.remainder ?? '')
        ?.low?.toString(),
    ).toBe('-100');
  });

  it('is not told for a share without a sum', () => {
    const { value: _, ...bare } = stake('Harrow', Rational.of(27), Rational.of(135)) as Extract<
      ClaimBody,
      { type: 'stake' }
    >;
    expect(implied(bare).valuations).toEqual([]);
  });
});
