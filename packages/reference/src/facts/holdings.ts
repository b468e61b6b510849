import type { ClaimBody } from '@tranche/ledger/claim';
import { controlSaid, issuerOf, type KindOfFact, type Said, statedValuations } from './said.ts';

/**
 * One edge of an ownership register: held directly. What the relation says besides is the basis, for a partner's
 * share is one in a partnership; a general partner controls whatever its share.
 */
export const holdingFact: KindOfFact = {
  says: (fact) => {
    const holder = fact.party(fact.required('owner', fact.text('owner')));
    const entity = fact.party(fact.required('asset', fact.text('asset')));
    const percent = fact.required('percentage', fact.percent('percentage'));
    const relation = fact.required('relation', fact.text('relation'));
    const stake: ClaimBody = {
      type: 'stake',
      holder,
      entity,
      percent,
      qualifier: 'exact',
      ...(relation === 'direct' ? {} : { basis: relation }),
      through: 'direct',
      when: fact.date,
      status: 'completed',
    };
    const said: Said[] = [{ part: 'stake', body: stake }];
    if (relation.includes('control')) {
      const control = {
        type: 'control',
        holder,
        entity,
        how: relation,
        when: fact.date,
        status: 'completed',
      } as const;
      said.push({ part: 'control', body: control });
    }
    return said;
  },
  leaves: [],
};

/** A stated total through all levels of a structure; it is not a holding beside the direct ones. */
export const lookThroughFact: KindOfFact = {
  says: (fact) => {
    const holder = fact.party(fact.subject);
    const entity = fact.party(fact.required('asset', fact.text('asset')));
    const values = [
      fact.required('percentage', fact.percent('percentage')),
      ...fact.percents('alternatives'),
    ];
    return values.map((percent, index) => ({
      part: index === 0 ? 'stake' : `alternative-${index}`,
      body: {
        type: 'stake',
        holder,
        entity,
        percent,
        qualifier: 'exact',
        through: 'look_through',
        when: fact.date,
        status: 'completed',
      },
    }));
  },
  leaves: ['check'],
};

export const stakeFact: KindOfFact = {
  says: (fact, find) => {
    const basis = fact.text('stake_basis');
    return [
      {
        part: 'stake',
        body: {
          type: 'stake',
          holder: fact.party(fact.subject),
          entity: issuerOf(fact, find),
          percent: fact.required('stake_pct', fact.percent('stake_pct')),
          qualifier: 'exact',
          ...(basis === undefined ? {} : { basis }),
          when: fact.date,
          status: 'completed',
        },
      },
    ];
  },
  leaves: [],
};

/** The shares after a recapitalisation, and who controls the company. */
export const recapitalisationFact: KindOfFact = {
  says: (fact) => {
    const entity = fact.party(fact.subject);
    const basis = fact.required('stake_basis', fact.text('stake_basis'));
    const qualifier = basis.includes('approximate') ? 'about' : 'exact';
    // A table of values bears no currency of its own: that of the value they imply.
    const currency = fact.amount('implied_equity_value')?.currency;
    const values = new Map(fact.table('stake_values'));
    const stakes = fact.table('stakes_pct').map(([name, percent]): Said => {
      const value = values.get(name);
      return {
        part: `held-by-${name}`,
        body: {
          type: 'stake',
          holder: fact.party(name),
          entity,
          percent,
          qualifier,
          basis,
          ...(value === undefined
            ? {}
            : { value: { currency: fact.required('implied_equity_value', currency), value, qualifier } }),
          when: fact.date,
          status: 'completed',
        },
      };
    });
    return [...stakes, ...controlSaid(fact, entity)];
  },
  leaves: ['foundation_warrant'],
};

/** Shares that a plan foresees, and the value of the company it was made at. */
export const ownershipPlanFact: KindOfFact = {
  says: (fact, find) => {
    const entity = issuerOf(fact, find);
    const stakes: readonly Said[] = fact.table('stakes_pct').map(([name, percent]) => ({
      part: `held-by-${name}`,
      body: {
        type: 'stake',
        holder: fact.party(name),
        entity,
        percent,
        qualifier: 'exact',
        status: 'planned',
      },
    }));
    return [...stakes, ...statedValuations(fact).says(entity, fact.date, 'planned')];
  },
  leaves: ['superseded_by'],
};

/** A range of guesses by people outside the company. */
export const valuationEstimateFact: KindOfFact = {
  says: (fact) => {
    const range = fact.required('range', fact.inner('range'));
    range.leave(['min', 'max', 'currency', 'mid_min', 'mid_max']);
    const amount = fact.required('range', fact.amount('range'));
    const entity = fact.party(fact.subject);
    return [
      {
        part: 'valuation',
        body: {
          type: 'valuation',
          entity,
          amount,
          basis: 'unspecified',
          when: fact.date,
          status: 'rumoured',
        },
      },
    ];
  },
  leaves: [],
};

/** No outside money known on the date. */
export const externalFundingFact: KindOfFact = {
  says: (fact) => {
    const amount = fact.required('amount', fact.inner('amount'));
    if (amount.text('qualifier') !== 'none known') fact.broken('amount', 'is read only where none is known');
    amount.leave(['value', 'currency']);
    return [{ part: 'none', body: { type: 'no_external_funding', entity: fact.party(fact.subject) } }];
  },
  leaves: [],
};
