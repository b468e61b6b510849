import { bodyOf, issuerOf, type KindOfFact, statusOf, until } from './said.ts';

/** Gifts buy no shares: they stay grants, and never enter who owns what. */
export const donationFact: KindOfFact = {
  says: (fact, find) => {
    const amount = fact.required('amount', fact.amount('amount'));
    const body = { type: 'investment', investor: fact.party(fact.subject), money: 'grant' } as const;
    const issuer = issuerOf(fact, find);
    const status = statusOf(fact, { disputed: 'closed' });
    return [
      { part: 'donation', body: { ...body, issuer, amount, when: until(fact.date), status } },
      ...fact.amounts('alternatives').map((alternative, index) => ({
        part: `alternative-${index + 1}`,
        body: { ...body, issuer, amount: alternative.amount, when: until(fact.date), status } as const,
        ...(alternative.assertedBy === undefined ? {} : { remark: `Asserted by ${alternative.assertedBy}.` }),
      })),
    ];
  },
  leaves: [],
};

export const donationsReceivedFact: KindOfFact = {
  says: (fact) => [
    {
      part: 'donations',
      body: bodyOf({
        type: 'round',
        issuer: fact.party(fact.subject),
        amount: fact.amount('amount'),
        instrument: 'donations',
        money: 'grant',
        date: until(fact.date),
        status: 'completed',
        leads: [],
        participants: [],
      }),
    },
  ],
  leaves: ['amount_basis'],
};

export const donationPledgeFact: KindOfFact = {
  says: (fact) => [
    {
      part: 'pledge',
      body: {
        type: 'commitment',
        to: fact.party(fact.subject),
        amount: fact.required('amount', fact.amount('amount')),
        status: statusOf(fact, { announced: 'agreed' }),
      },
    },
  ],
  leaves: ['amount_basis'],
};
