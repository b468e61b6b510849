import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { cappedProfit } from './index.ts';

const whole = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((value) => Rational.of(value));
const unit = fc.record({
  contributed: whole.map((value) => value.plus(Rational.ONE)),
  capMultiple: whole,
  grossEntitlement: whole,
  capIncludesCapital: fc.boolean(),
});

test('what is paid and what is left sum to the entitlements, and no unit is paid beyond its cap', () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 5 }), (terms) => {
      const units = terms.map((one, index) => ({ ...one, id: `u${index}` }));
      const { output } = expectOk(cappedProfit({ units }));
      const entitled = sum(units.map(({ grossEntitlement }) => grossEntitlement));
      expect(output.totalPaid.value.plus(output.residual.value)).toEqual(entitled);
      for (const { paid, cap, excess } of output.units.values()) {
        expect(paid.value.compare(cap.value)).toBeLessThanOrEqual(0);
        expect(excess.value.sign()).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('a cap with the capital on top is higher by the contribution', () => {
  const terms = {
    id: 'u',
    contributed: Rational.of(100n),
    capMultiple: Rational.of(10n),
    grossEntitlement: Rational.of(5000n),
  };
  const capOf = (capIncludesCapital: boolean) =>
    expectOk(cappedProfit({ units: [{ ...terms, capIncludesCapital }] }))
      .output.units.get('u')
      ?.cap.value.toString();
  expect([capOf(true), capOf(false)]).toEqual(['1000', '1100']);
});
