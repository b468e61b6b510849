import { arbitraryExitSecurities } from '@tranche/testkit/arbitrary';
import { equilibria, payoutsUnder, wouldSwitch } from '@tranche/testkit/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Derivation } from '../formula/index.ts';
import { Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { claimantOf, claimsOf } from './claims.ts';
import { payoffAt } from './payoff.ts';
import { checkSecurities } from './securities.ts';
import { solveWaterfall, standingAt } from './solve.ts';

/** Generated claimants of companies in which somebody is entitled to the residual, and net proceeds around all kinks. */
const companies = arbitraryExitSecurities()
  .map((securities) => {
    expectOk(checkSecurities(securities));
    const claims = claimsOf(securities, new Derivation());
    const claimants = claims.ok ? claims.value.map(claimantOf) : [];
    return { claimants, solved: solveWaterfall(claimants) };
  })
  .filter(({ solved }) => solved.ok)
  .map(({ claimants, solved }) => ({ claimants, solved: expectOk(solved) }));
const proceeds = fc
  .record({ whole: fc.integer({ min: 0, max: 300 }), thirds: fc.integer({ min: 0, max: 2 }) })
  .map(({ whole, thirds }) => Rational.of(3 * whole + thirds, 3));

describe('over generated companies', () => {
  test('payouts sum to the net proceeds, none is negative, and more proceeds never lower one', () => {
    fc.assert(
      fc.property(companies, proceeds, proceeds, ({ solved }, one, more) => {
        const payouts = payoffAt(solved.table, one);
        const higher = payoffAt(solved.table, one.plus(more));
        expect(sum(payouts.values())).toEqual(one);
        for (const [id, paid] of payouts) {
          expect(paid.sign()).toBeGreaterThanOrEqual(0);
          expect(higher.get(id)?.compare(paid)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('no claimant gains by choosing otherwise, and every equilibrium of all choices pays the same', () => {
    fc.assert(
      fc.property(companies, proceeds, ({ claimants, solved }, net) => {
        const payouts = payoffAt(solved.table, net);
        const chosen = new Set(
          claimants
            .filter((one) => ['converted', 'exercised'].includes(standingAt(solved, one, net)))
            .map(({ id }) => id),
        );
        expect(payoutsUnder(claimants, chosen, net)).toEqual(payouts);
        expect(wouldSwitch(claimants, chosen, net)).toEqual([]);
        const all = equilibria(claimants, net);
        expect(all.length).toBeGreaterThan(0);
        for (const choices of all) expect(payoutsUnder(claimants, choices, net)).toEqual(payouts);
      }),
    );
  });
});
