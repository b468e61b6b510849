import { arbitraryExitSecurities } from '@tranche/testkit/arbitrary';
import { equilibria, payoutsUnder } from '@tranche/testkit/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Derivation, evaluate, exactValue, explainConditions, type Quantity } from '../formula/index.ts';
import { Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import type { Claimant } from './claimant.ts';
import { claimantOf, claimsOf } from './claims.ts';
import { payoffAt } from './payoff.ts';
import { payoffOf } from './payoff-of.ts';
import type { ExitClass, ExitSecurities } from './securities.ts';
import { waterfall } from './waterfall.ts';

const r = (text: string): Rational => expectOk(Rational.parse(text));

const preferred = (id: string, shares: string, price: string, more: Partial<ExitClass> = {}): ExitClass => ({
  id,
  kind: 'preferred',
  shares: r(shares),
  originalIssuePrice: r(price),
  ...more,
});
const common = (shares: string): ExitClass => ({ id: 'common', kind: 'common', shares: r(shares) });

const texts = (figures: ReadonlyMap<string, Quantity> | undefined): Record<string, string> =>
  Object.fromEntries([...(figures ?? [])].map(([id, { value }]) => [id, value.toString()]));

/** Companies in which somebody is entitled to the residual. */
const companies = arbitraryExitSecurities().filter((securities) => payoffOf(securities).ok);
const proceeds = fc.integer({ min: 0, max: 900 }).map((thirds) => Rational.of(thirds, 3));
const claimantsOf = (securities: ExitSecurities): readonly Claimant[] =>
  expectOk(claimsOf(securities, new Derivation())).map(claimantOf);

describe('worked examples', () => {
  test('a capped class stands still between its cap and its conversion', () => {
    // VentureSouth, "Capped participating preferreds": 25 of 100 shares for 2M, cap 4x.
    const { output, graph } = expectOk(
      waterfall({
        classes: [
          preferred('A', '25', '80000', { participation: 'capped', capMultiple: r('4') }),
          common('75'),
        ],
        exitValues: [r('31000000')],
      }),
    );
    expect(texts(output.results[0]?.payouts)).toEqual({ A: '8000000', common: '23000000' });
    expect(output.breakpoints.map(({ value }) => value.toString())).toEqual([
      '2000000',
      '26000000',
      '32000000',
    ]);
    expect(explainConditions(graph)).toMatchInlineSnapshot(`
      [
        "A as converted (7.6667m) is at most cap of A (8m): A does not convert, since its shares are worth no more",
        "preference and share of A (9.6667m) is at least cap of A (8m): A has reached its cap",
      ]
    `);
  });

  test('the proof of a payout names who converts, who does not, and which options are exercised', () => {
    const { graph } = expectOk(
      waterfall({
        classes: [preferred('S', '10', '1', { seniority: 2 }), preferred('J', '10', '5'), common('80')],
        options: [
          { id: 'early', shares: r('10'), strike: r('1') },
          { id: 'late', shares: r('10'), strike: r('9') },
        ],
        exitValues: [r('240'), r('40')],
      }),
    );
    expect(explainConditions(graph)).toMatchInlineSnapshot(`
      [
        "S as converted (20) is more than original issue price of all S (10): S converts, since its shares are worth more",
        "J as converted (20) is at most original issue price of all J (50): J does not convert, since its shares are worth no more",
        "value per common share (2 money per share) is more than strike of early (1 money per share): early are exercised, since a share is worth more than the strike",
        "value per common share (2 money per share) is at most strike of late (9 money per share): late lapse, since a share is worth no more than the strike",
        "exit value (40) is at most preferences down to rank 0 (60): a common share is worth nothing before all preferences are paid, so nobody gains by converting",
        "exit value (40) is at least preferences of rank 2 (10): rank 2 is paid in full",
        "left after rank 2 (30) is less than preferences of rank 0 (50): rank 0 is not paid in full",
      ]
    `);
  });
});

describe('over generated companies', () => {
  test('every payout is derived by a formula whose conditions hold, and they sum to the net proceeds', () => {
    fc.assert(
      fc.property(companies, fc.array(proceeds, { maxLength: 4 }), (securities, exitValues) => {
        const deductions = [
          { id: 'debt', kind: 'debt' as const, amount: r('7') },
          { id: 'team', kind: 'carve_out' as const, rate: r('1/10') },
        ];
        const { output, graph } = expectOk(waterfall({ ...securities, deductions, exitValues }));
        const values = evaluate(graph);
        for (const { payouts, netProceeds, exitValue, deductions: taken } of output.results) {
          expect(sum([...payouts.values()].map(({ value }) => value))).toEqual(netProceeds.value);
          const all = sum([netProceeds, ...taken.values()].map(({ value }) => value));
          expect(all).toEqual(exitValue.value);
          for (const { node, value } of payouts.values()) {
            expect(exactValue(values.get(node) ?? { vague: false })).toEqual(value);
          }
        }
      }),
    );
  });

  test('a class split into two halves of equal terms is paid as before, and so is everybody else', () => {
    fc.assert(
      fc.property(companies, proceeds, fc.nat(), (securities, net, pick) => {
        const index = pick % Math.max(1, securities.classes.length);
        const whole = securities.classes[index];
        fc.pre(whole !== undefined);
        const half = (id: string): ExitClass => ({
          ...whole,
          id,
          shares: whole.shares.times(r('1/2')),
          ...(whole.dividend?.unpaid === undefined
            ? {}
            : { dividend: { ...whole.dividend, unpaid: whole.dividend.unpaid.times(r('1/2')) } }),
        });
        const classes = securities.classes.flatMap((one) => (one === whole ? [half('x'), half('y')] : [one]));
        const before = payoffAt(expectOk(payoffOf(securities)), net);
        const after = payoffAt(expectOk(payoffOf({ ...securities, classes })), net);
        expect(after.get('x')).toEqual(after.get('y'));
        for (const [id, paid] of before) {
          expect(id === whole.id ? after.get('x')?.times(r('2')) : after.get(id)).toEqual(paid);
        }
      }),
    );
  });

  test('between two breakpoints payouts are straight lines, and at each the split changes', () => {
    fc.assert(
      fc.property(companies, (securities) => {
        const { segments } = expectOk(payoffOf(securities));
        const claimants = claimantsOf(securities);
        const slow = (net: Rational) =>
          payoutsUnder(claimants, equilibria(claimants, net)[0] ?? new Set(), net);
        const points = segments.map(({ from }) => from);
        points.push((points.at(-1) as Rational).plus(r('100')));
        let before: ReadonlyMap<string, Rational> | undefined;
        for (const [index, from] of points.slice(0, -1).entries()) {
          const to = points[index + 1] as Rational;
          const middle = from.plus(to).times(r('1/2'));
          const [low, mid, high] = [slow(from), slow(middle), slow(to)];
          const slope = new Map(
            [...mid].map(([id, paid]) => {
              const start = low.get(id) as Rational;
              expect(paid.minus(start)).toEqual((high.get(id) as Rational).minus(paid));
              return [id, paid.minus(start).dividedBy(middle.minus(from))];
            }),
          );
          expect(slope).toEqual(segments[index]?.weights);
          expect(slope).not.toEqual(before);
          before = slope;
        }
      }),
      { numRuns: 50 },
    );
  });

  test('bisection with the slow model finds the points from which classes convert and options are exercised', () => {
    fc.assert(
      fc.property(companies, (securities) => {
        const { output } = expectOk(waterfall({ ...securities, exitValues: [] }));
        const claimants = claimantsOf(securities);
        const chooses = (id: string, net: Rational): boolean =>
          equilibria(claimants, net).every((choices) => choices.has(id));
        const from = (id: string): Rational => {
          let [low, high] = [Rational.ZERO, r('4096')];
          for (let step = 0; step < 20; step += 1) {
            const middle = low.plus(high).times(r('1/2'));
            if (chooses(id, middle)) high = middle;
            else low = middle;
          }
          return high;
        };
        const near = (found: Rational, exact: Rational): void => {
          const distance = found.minus(exact);
          expect(distance.sign()).toBeGreaterThanOrEqual(0);
          expect(distance.compare(r('1/200'))).toBeLessThan(0);
        };
        const points = [
          ...[...output.classes].map(([id, { convertsAt }]) => [id, convertsAt] as const),
          ...[...output.options].map(([id, { exercisedAt }]) => [id, exercisedAt] as const),
        ];
        for (const [id, point] of points) {
          const shares = claimants.find((one) => one.id === id)?.shares;
          if (shares?.sign() === 0) continue;
          if (point === null) expect(chooses(id, r('4096'))).toBe(false);
          else near(from(id), point.value);
        }
      }),
      { numRuns: 40 },
    );
  });
});
