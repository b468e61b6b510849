import type { StatedAmount } from '@tranche/core/money';
import type { DealStatus, MoneyKind } from '@tranche/ledger/claim';
import type { RawFact } from './raw-fact.ts';
import { bodyOf, type KindOfFact, type Said, statusOf } from './said.ts';

/** A joint venture as announced: its equity funders, what it means to spend, and what at once. */
export const ventureFact: KindOfFact = {
  says: (fact) => {
    const name = fact.party(fact.subject);
    const partners = fact.texts('equity_funders').map((one) => fact.party(one));
    const years = fact.percent('horizon_years');
    const status = statusOf(fact);
    return [
      {
        part: 'venture',
        body: {
          type: 'venture',
          name,
          partners,
          roles: partners.map((party) => ({ party, role: 'equity funder' })),
        },
      },
      pledge('intended', fact, fact.amount('intended_investment'), {
        to: name,
        period: years === undefined ? undefined : `${years} years`,
        status,
      }),
      pledge('immediate', fact, fact.amount('immediate'), { to: name, period: 'immediately', status }),
    ];
  },
  leaves: ['lead_partners'],
};

/** Who does what in a venture, in the words of the reading. */
export const roleFact: KindOfFact = {
  says: (fact) => {
    const { to, roles } = fact.reading;
    const name = fact.required('reading.to', to);
    return [
      {
        part: 'roles',
        body: { type: 'venture', name, partners: [], roles: fact.required('reading.roles', roles) },
        remark: `Role: ${fact.text('role') ?? 'not stated'}.`,
      },
    ];
  },
  leaves: ['capacity_gw', 'horizon_months'],
};

/** How much equity each party contributes to a venture, and the shares reported with it. */
export const equityPlanFact: KindOfFact = {
  says: (fact) => {
    const to = fact.required('reading.to', fact.reading.to);
    const status = statusOf(fact);
    const contribution =
      (qualifier: StatedAmount['qualifier']) =>
      ([party, value]: ReturnType<RawFact['table']>[number]): Said =>
        pledge(
          `by-${party}`,
          fact,
          { currency: 'USD', value, qualifier },
          { by: fact.party(party), to, money: 'primary', status },
        );
    const stakes: readonly Said[] = fact.table('stakes_pct').map(([party, percent]) => ({
      part: `held-by-${party}`,
      body: { type: 'stake', holder: fact.party(party), entity: to, percent, qualifier: 'exact', status },
    }));
    const contributions = [
      ...fact.table('contributions').map(contribution('exact')),
      ...fact.table('contributions_min').map(contribution('at_least')),
    ];
    // A sum that its keeper added up is derived; where no parts are given it was stated.
    const sum = fact.amount('sum');
    const stated =
      contributions.length === 0 && sum !== undefined
        ? [pledge('sum', fact, sum, { to, money: 'primary', status })]
        : [];
    return [...contributions, ...stakes, ...stated];
  },
  leaves: [],
};

/** Money promised to a supplier or by a venture. */
export const spendingFact = (fields: {
  readonly amount: string;
  readonly years: string;
  readonly leaves: readonly string[];
}): KindOfFact => ({
  says: (fact) => {
    const years = fact.percent(fields.years);
    return [
      pledge('spending', fact, fact.amount(fields.amount), {
        by: fact.reading.by,
        to: fact.required('reading.to', fact.reading.to),
        period: years === undefined ? undefined : `${years} years`,
        status: fact.reading.by === undefined ? 'planned' : 'agreed',
      }),
    ];
  },
  leaves: fields.leaves,
});

/** What part of a round is meant for something: money that is counted in the round too. */
export const useOfProceedsFact: KindOfFact = {
  says: (fact) => {
    const whole = fact.text('tranche_of');
    const said = pledge('use', fact, fact.amount('amount'), {
      by: fact.reading.by,
      to: fact.required('reading.to', fact.reading.to),
      status: 'planned',
    });
    return [whole === undefined ? said : { ...said, remark: `Out of the proceeds of ${whole}.` }];
  },
  leaves: [],
};

/** Somebody's word against a pledge: a lower amount, passed on as talk. */
export const dissentFact: KindOfFact = {
  says: (fact) => {
    const said = pledge('doubt', fact, fact.amount('amount'), {
      by: fact.reading.by,
      to: fact.required('reading.to', fact.reading.to),
      status: 'rumoured',
    });
    return [{ ...said, remark: assertion(fact, 'claim') }];
  },
  leaves: [],
};

/** Whether a venture exists as a company. That it does is what its announcement says; only a denial says more. */
export const formationFact: KindOfFact = {
  says: (fact) => {
    const name = fact.required('reading.to', fact.reading.to);
    if (fact.flag('formed') !== false) return [];
    return [
      {
        part: 'formation',
        body: { type: 'venture', name, partners: [], roles: [] },
        denied: true,
        remark: `${assertion(fact)}: not formed as a company.`,
      },
    ];
  },
  leaves: ['asserted_by'],
};

const assertion = (fact: RawFact, words?: string): string => {
  const by = `Asserted by ${fact.text('asserted_by') ?? 'a source'}`;
  return words === undefined ? by : `${by}: ${fact.text(words) ?? 'not stated'}.`;
};

function pledge(
  part: string,
  fact: RawFact,
  amount: StatedAmount | undefined,
  terms: {
    readonly by?: string | undefined;
    readonly to: string;
    readonly period?: string | undefined;
    readonly money?: MoneyKind | undefined;
    readonly status: DealStatus;
  },
): Said {
  const { by, to, period, money, status } = terms;
  return {
    part,
    body: bodyOf({ type: 'commitment', by, to, amount: fact.required(part, amount), period, money, status }),
  };
}
