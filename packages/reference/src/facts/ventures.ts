import type { StatedAmount } from '@tranche/core/money';
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
      { part: 'venture', body: { type: 'venture', name, partners, roles: [] } },
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

/** Who contributes how much to a venture, and the shares reported with it. */
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
          { by: fact.party(party), to, status },
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
      contributions.length === 0 && sum !== undefined ? [pledge('sum', fact, sum, { to, status })] : [];
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

/** What part of a round is meant for something. */
export const useOfProceedsFact: KindOfFact = {
  says: (fact) => [
    pledge('use', fact, fact.amount('amount'), {
      by: fact.reading.by,
      to: fact.required('reading.to', fact.reading.to),
      status: 'planned',
    }),
  ],
  leaves: ['tranche_of'],
};

function pledge(
  part: string,
  fact: RawFact,
  amount: StatedAmount | undefined,
  terms: {
    readonly by?: string | undefined;
    readonly to: string;
    readonly period?: string | undefined;
    readonly status: ReturnType<typeof statusOf>;
  },
): Said {
  const { by, to, period, status } = terms;
  return {
    part,
    body: bodyOf({ type: 'commitment', by, to, amount: fact.required(part, amount), period, status }),
  };
}
