import { arbitraryExitSecurities } from '@tranche/testkit/arbitrary';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { payoffAt, payoffOf } from '../waterfall/index.ts';
import { proceedsFor } from './certain-proceeds.ts';

const tables = arbitraryExitSecurities()
  .map(payoffOf)
  .filter(({ ok }) => ok)
  .map(expectOk);
const proceeds = fc.integer({ min: 1, max: 900 }).map((thirds) => Rational.of(thirds, 3));

test('the proceeds found pay exactly what was asked, and others nearby do not', () => {
  fc.assert(
    fc.property(tables, proceeds, (table, net) => {
      for (const [id, paid] of payoffAt(table, net)) {
        if (paid.sign() === 0) continue;
        const found = proceedsFor(table, id, paid);
        const nearby = [net.times(Rational.of(1001, 1000)), net.times(Rational.of(999, 1000))];
        const isFlat = nearby.some((one) => payoffAt(table, one).get(id)?.equals(paid));
        if (typeof found !== 'string') {
          expect(payoffAt(table, found).get(id)).toEqual(paid);
          expect(found).toEqual(net);
        }
        if (isFlat) expect(typeof found).toBe('string');
      }
    }),
  );
});
