import { formatAmount } from '@tranche/core/display';
import { headlineValue, type StatedAmount } from '@tranche/core/money';
import { bodyOf, issuerOf, type KindOfFact, type Said, statedValuations, statusOf, until } from './said.ts';

const HAPPENED = { reported: 'closed', disputed: 'closed' } as const;
const BOUND = { reported: 'agreed', announced: 'agreed', completed: 'agreed' } as const;

/** Money one investor has put in, with an option to add more if it has one. */
export const investmentFact: KindOfFact = {
  says: (fact, find) => {
    const investor = fact.party(fact.subject);
    const issuer = issuerOf(fact, find);
    const amount = fact.amount('amount');
    const status = statusOf(fact, HAPPENED);
    const made = bodyOf({ type: 'investment', investor, issuer, amount, when: fact.date, status });
    const option = fact.inner('option');
    if (option === undefined) return [{ part: 'investment', body: made }];
    const more = bodyOf({
      type: 'investment',
      investor,
      issuer,
      amount: option.sum('amount', option.required('currency', option.text('currency'))),
      when: option.day('expires'),
      condition: option.text('condition'),
      status: 'planned',
    });
    return [
      { part: 'investment', body: made },
      { part: 'option', body: more },
    ];
  },
  leaves: ['security', 'derivation', 'price'],
};

/** Money one investor is bound to put in: its own part, what it may pass on, and the terms of the round it leads. */
export const commitmentFact: KindOfFact = {
  says: (fact, find) => {
    const investor = fact.party(fact.subject);
    const issuer = issuerOf(fact, find);
    const status = statusOf(fact, BOUND);
    const total = fact.required('amount', fact.amount('amount'));
    const own = fact.amount('own_share');
    const passedOn = fact.amount('syndicated');
    const values = statedValuations(fact);
    const said: Said[] = [
      {
        part: 'investment',
        body: bodyOf({ type: 'investment', investor, issuer, amount: own ?? total, when: fact.date, status }),
      },
    ];
    if (own !== undefined) {
      const { pre_money, post_money, valuation_unspecified } = values;
      said.push({
        part: 'round',
        body: bodyOf({
          type: 'round',
          issuer,
          amount: total,
          pre_money,
          post_money,
          valuation_unspecified,
          date: fact.date,
          status,
          leads: [investor],
          participants: [],
        }),
      });
    }
    if (passedOn !== undefined) {
      const body = bodyOf({ type: 'syndication', investor, issuer, amount: passedOn, status: 'planned' });
      said.push({ part: 'syndication', body });
    }
    said.push(...values.says(issuer, fact.date, status));
    const running = fact.amount('cumulative');
    if (running !== undefined) {
      const when = until(fact.date);
      const body = bodyOf({ type: 'investment', investor, issuer, amount: running, when, status });
      said.push({ part: 'running-total', body });
    }
    const interest = fact.inner('terms')?.percent('reported_interest_pct');
    if (interest !== undefined) {
      const held = { type: 'stake', holder: investor, entity: issuer, percent: interest } as const;
      said.push({
        part: 'interest',
        body: {
          ...held,
          qualifier: 'about',
          basis: fact.reading.stakeBasis ?? 'interest under the terms as reported',
          when: fact.date,
          status: 'completed',
        },
      });
    }
    const stake = fact.percent('stake_pct_after');
    if (stake !== undefined) {
      said.push({
        part: 'stake',
        body: {
          type: 'stake',
          holder: investor,
          entity: issuer,
          percent: stake,
          qualifier: 'about',
          status: 'planned',
        },
      });
    }
    return said;
  },
  leaves: [
    'amount_basis',
    'profit_share_until_recoupment_pct',
    'jpy_equivalent',
    'tranches',
    'tranche_amount',
    'first_tranche_by',
    'security',
  ],
};

/** A running total of one investor up to a day: paid (`completed`) or bound (`agreed`). */
export const cumulativeFact = (status: 'agreed' | 'completed'): KindOfFact => ({
  says: (fact, find) => [
    {
      part: 'running-total',
      body: bodyOf({
        type: 'investment',
        investor: fact.party(fact.subject),
        issuer: issuerOf(fact, find),
        amount: fact.required('amount', fact.amount('amount')),
        when: until(fact.day('as_of') ?? fact.date),
        status,
      }),
    },
  ],
  leaves: [],
});

/** What an investor's own accounts say it has bound itself to, and how much of that is paid. */
export const commitmentDrawnFact: KindOfFact = {
  says: (fact, find) => {
    const investor = fact.party(fact.subject);
    const issuer = issuerOf(fact, find);
    const when = until(fact.required('as_of', fact.day('as_of')));
    const total = (part: 'committed' | 'funded', status: 'agreed' | 'completed'): Said => ({
      part,
      body: bodyOf({ type: 'investment', investor, issuer, amount: fact.amount(part), when, status }),
    });
    return [total('committed', 'agreed'), total('funded', 'completed')];
  },
  leaves: ['undrawn'],
};

/** A holding in an investor's accounts: what it cost in all, and the share it is of the company. */
export const positionFact: KindOfFact = {
  says: (fact, find) => {
    const holder = fact.party(fact.subject);
    const entity = issuerOf(fact, find);
    const asOf = fact.required('as_of', fact.day('as_of'));
    const cost = fact.required('cost', fact.amount('cost'));
    const gain = fact.required('gain', fact.amount('gain'));
    if (gain.currency !== cost.currency) fact.broken('gain', 'is not in the currency of the cost');
    return [
      {
        part: 'cost',
        body: bodyOf({
          type: 'investment',
          investor: holder,
          issuer: entity,
          amount: cost,
          when: until(asOf),
          status: 'completed',
        }),
      },
      {
        part: 'stake',
        body: {
          type: 'stake',
          holder,
          entity,
          percent: fact.required('stake_pct', fact.percent('stake_pct')),
          qualifier: 'about',
          value: carriedAt(cost, gain),
          when: asOf,
          status: 'completed',
        },
        remark: `Value: cost of ${formatAmount(cost)} plus gain of ${formatAmount(gain)}.`,
      },
    ];
  },
  leaves: ['implied_value', 'implied_equity_value'],
};

/** What a holding stands at in its holder's accounts: cost plus gain. */
const carriedAt = (cost: StatedAmount, gain: StatedAmount): StatedAmount => ({
  currency: cost.currency,
  value: headlineValue(cost).plus(headlineValue(gain)),
  qualifier: cost.qualifier === 'exact' ? gain.qualifier : cost.qualifier,
});

/** A step that binds a part of a deal: a board's approval, or the total that holds if a condition fails. */
export const boundPartFact: KindOfFact = {
  says: (fact, find) => {
    const issuer = issuerOf(fact, find);
    const investor = fact.party(fact.subject);
    const condition = fact.text('condition') ?? fact.text('amount_meaning');
    const part = (amount: ReturnType<typeof fact.amount>) =>
      bodyOf({ type: 'investment', investor, issuer, amount, condition, status: 'agreed' });
    return [
      { part: 'investment', body: part(fact.amount('amount')) },
      ...fact.amounts('alternatives').map((alternative, index) => ({
        part: `alternative-${index + 1}`,
        body: part(alternative.amount),
        ...(alternative.assertedBy === undefined ? {} : { remark: `Asserted by ${alternative.assertedBy}.` }),
      })),
    ];
  },
  leaves: [],
};

/** A letter of intent: an investment that is planned, not agreed. */
export const letterOfIntentFact: KindOfFact = {
  says: (fact, find) => [
    {
      part: 'investment',
      body: bodyOf({
        type: 'investment',
        investor: fact.party(fact.subject),
        issuer: issuerOf(fact, find),
        amount: fact.amount('amount'),
        status: 'planned',
      }),
    },
  ],
  leaves: ['capacity_gw', 'first_gw'],
};
