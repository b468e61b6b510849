import type { PartialDate } from '@tranche/core/time';
import type { DealStatus } from '@tranche/ledger/claim';
import type { RawFact } from './raw-fact.ts';
import {
  bodyOf,
  controlSaid,
  type FindFact,
  issuerOf,
  type KindOfFact,
  partiesOf,
  type Said,
  statedValuations,
  statusOf,
} from './said.ts';

const HAPPENED = { reported: 'closed', announced: 'agreed', disputed: 'closed' } as const;

/** A round of the league table, or one reported as to come, with the parts that are planned. */
export const roundFact: KindOfFact = {
  says: (fact) => {
    const issuer = fact.party(fact.subject);
    const amount = fact.required('amount', fact.amount('amount'));
    const planned = fact.table('split_planned');
    const status = roundStatus(fact, planned.length > 0);
    const values = statedValuations(fact);
    const { pre_money, post_money, valuation_unspecified } = values;
    const named = fact.text('investor') ?? fact.reading.investor;
    const investor = named === undefined ? undefined : fact.party(named);
    const participants = [...(investor === undefined ? [] : [investor]), ...fact.texts('others')];
    const round = {
      type: 'round',
      issuer,
      instrument: fact.text('security'),
      money: fact.text('money_to') === 'company' ? ('primary' as const) : undefined,
      leads: [] as readonly string[],
      participants,
    } as const;
    const said: Said[] = [
      {
        part: 'round',
        body: bodyOf({
          ...round,
          amount,
          pre_money,
          post_money,
          valuation_unspecified,
          date: fact.date,
          status,
        }),
      },
      ...values.says(issuer, fact.date, status),
    ];
    const final = fact.amount('final_amount');
    const done = fact.day('completed_on');
    if (final !== undefined && done !== undefined) {
      const body = bodyOf({ ...round, amount: final, date: done, status: 'completed' });
      said.push({ part: 'completion', body, dated: done });
    }
    const debt = fact.amount('debt');
    if (debt !== undefined) {
      const body = bodyOf({
        ...round,
        amount: debt,
        instrument: 'credit',
        money: 'debt',
        date: fact.date,
        status,
      });
      said.push({ part: 'debt', body });
    }
    const percent = fact.percent('stake_pct');
    if (percent !== undefined && investor !== undefined) {
      const stake = { type: 'stake', holder: investor, entity: issuer, percent, qualifier: 'exact' } as const;
      said.push({ part: 'stake', body: { ...stake, when: fact.date, status } });
    }
    const contingent = fact.amount('contingent');
    if (contingent !== undefined) {
      const body = bodyOf({
        type: 'tranche',
        issuer,
        amount: contingent,
        condition: 'contingent, by the sources',
        status,
      });
      said.push({ part: 'contingent', body });
    }
    for (const [party, value] of planned) {
      const own = { currency: amount.currency, value, qualifier: 'exact' } as const;
      const body = bodyOf({ type: 'investment', investor: fact.party(party), issuer, amount: own, status });
      said.push({ part: `by-${party}`, body });
    }
    return said;
  },
  leaves: [
    'equity_only',
    'tranches',
    'sector',
    'inflation_adjusted',
    'announced_on',
    'debt_split',
    'cash_schedule',
    'derivation',
    'valuation_pre_enterprise',
    'assumed_rate_inr_per_usd',
  ],
};

function roundStatus(fact: RawFact, hasPlannedParts: boolean): DealStatus {
  if (hasPlannedParts) return 'planned';
  return fact.reading.agreed ? 'agreed' : statusOf(fact, HAPPENED);
}

/** A primary round with its investors, its first announcement, and parts that depend on a condition. */
export const primaryRoundFact: KindOfFact = {
  says: (fact) => {
    const issuer = fact.party(fact.subject);
    const amount = fact.required('amount', fact.amount('amount'));
    const status = statusOf(fact, HAPPENED);
    const values = statedValuations(fact);
    const { pre_money, post_money, valuation_unspecified } = values;
    const parts = fact.table('split').filter(([party]) => party !== 'others');
    const participants = [...fact.texts('investors'), ...parts.map(([party]) => party)].map((name) =>
      fact.party(name),
    );
    const condition = fact.text('condition');
    const round = {
      type: 'round',
      issuer,
      money: 'primary',
      leads: [] as readonly string[],
      participants,
    } as const;
    const said: Said[] = [
      {
        part: 'round',
        body: bodyOf({
          ...round,
          amount,
          instrument: fact.text('security'),
          pre_money,
          post_money,
          valuation_unspecified,
          date: fact.date,
          status,
        }),
        ...(condition === undefined ? {} : { remark: `Terms: ${condition}.` }),
      },
      ...values.says(issuer, fact.date, status),
      ...investments(fact, issuer, amount.currency, parts, status),
    ];
    const first = fact.inner('first_announced');
    if (first !== undefined) {
      const body = bodyOf({
        ...round,
        amount: first.sum('amount', amount.currency),
        pre_money: first.sum('pre', amount.currency),
        post_money: first.sum('post', amount.currency),
        date: first.date,
        status,
      });
      said.push({ part: 'first-announced', body, dated: first.date });
    }
    const contingent = fact.inner('contingent');
    const trigger = contingent?.text('condition');
    for (const [party] of contingent === undefined ? [] : parts) {
      const dependent = contingent?.sum(party, amount.currency);
      if (dependent === undefined) continue;
      const body = bodyOf({
        type: 'investment',
        investor: fact.party(party),
        issuer,
        amount: dependent,
        condition: trigger,
        status,
      });
      said.push({ part: `contingent-${party}`, body });
    }
    said.push(...controlSaid(fact, issuer));
    return said;
  },
  leaves: ['amount_basis'],
};

const investments = (
  fact: RawFact,
  issuer: string,
  currency: string,
  parts: RawTable,
  status: DealStatus,
): readonly Said[] =>
  parts.map(([party, value]) => ({
    part: `by-${party}`,
    body: bodyOf({
      type: 'investment',
      investor: fact.party(party),
      issuer,
      amount: { currency, value, qualifier: 'exact' },
      when: fact.date,
      status,
    }),
  }));

type RawTable = ReturnType<RawFact['table']>;

/** Shares bought from holders: secondary money where the fact says so; a bare "share sale" leaves it open. */
export const saleFact = (terms: {
  readonly instrument: string;
  readonly isSecondary: boolean;
  readonly status: DealStatus;
}): KindOfFact => ({
  says: (fact, find) => {
    const investors = partiesOf(fact, fact.subject);
    const isOfStaff = fact.text('security')?.includes('employee') === true;
    const instrument = isOfStaff ? `employee ${terms.instrument}` : terms.instrument;
    const issuer = issuerOf(fact, find);
    const amount = fact.amount('amount');
    const values = statedValuations(fact);
    const { pre_money, post_money, valuation_unspecified } = values;
    const closes = fact.day('closes');
    const date = closes === undefined ? fact.date : (`${fact.date}/${closes}` as PartialDate);
    const money = terms.isSecondary ? ('secondary' as const) : undefined;
    const status = fact.status === 'completed' ? 'completed' : terms.status;
    const [only, second] = investors;
    const said: Said[] = [
      {
        part: 'round',
        body: bodyOf({
          type: 'round',
          issuer,
          amount,
          instrument,
          money,
          pre_money,
          post_money,
          valuation_unspecified,
          date,
          status,
          leads: [],
          participants: investors,
        }),
      },
      ...values.says(issuer, fact.date, status),
    ];
    if (only !== undefined && second === undefined && amount !== undefined) {
      const body = bodyOf({ type: 'investment', investor: only, issuer, amount, when: date, money, status });
      said.push({ part: 'investment', body });
    }
    return said;
  },
  leaves: ['price_per_unit', 'authorised'],
});

/** The financing of a site by debt and equity together. */
export const siteFinanceFact: KindOfFact = {
  says: (fact: RawFact, _find: FindFact) => [
    {
      part: 'round',
      body: bodyOf({
        type: 'round',
        issuer: fact.party(fact.subject),
        amount: fact.amount('debt_and_equity'),
        instrument: 'debt and equity',
        date: fact.date,
        status: statusOf(fact, HAPPENED),
        leads: [],
        participants: fact.texts('financiers'),
      }),
    },
  ],
  leaves: ['lender_total', 'recent_tranche', 'chips', 'capacity_gw'],
};
