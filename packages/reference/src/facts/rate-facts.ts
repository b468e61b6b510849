import { Rational } from '@tranche/core/rational';
import type { KindOfFact } from './said.ts';

/** A published rate, as the conversion of one unit of the base. */
export const rateFact: KindOfFact = {
  says: (fact) => {
    const base = fact.required('base', fact.text('base'));
    return fact.table('rates').map(([currency, value]) => ({
      part: currency,
      body: {
        type: 'fx',
        from: { currency: base, value: Rational.ONE },
        to: { currency, value },
      },
      remark: `${fact.subject}, ${fact.date}.`,
    }));
  },
  leaves: ['checks'],
};
