import { bodyOf, issuerOf, type KindOfFact, partiesOf, statedValuations } from './said.ts';

/** Negotiations: with one investor about an amount, with several suitors, or about a round as a whole. */
export const talksFact: KindOfFact = {
  says: (fact, find) => {
    const suitors = fact.texts('suitors').map((name) => fact.party(name));
    const amount = fact.amount('amount');
    const values = statedValuations(fact);
    const status = 'in_talks';
    const ofRound = fact.status === 'superseded' && suitors.length === 0 && fact.reading.issuer === undefined;
    if (ofRound) {
      const issuer = fact.party(fact.subject);
      const { pre_money, post_money, valuation_unspecified } = values;
      return [
        {
          part: 'round',
          body: bodyOf({
            type: 'round',
            issuer,
            amount,
            pre_money,
            post_money,
            valuation_unspecified,
            status,
            leads: [],
            participants: [],
          }),
        },
        ...values.says(issuer, fact.date, status),
      ];
    }
    const issuer = issuerOf(fact, find);
    const investors = suitors.length > 0 ? suitors : partiesOf(fact, fact.subject);
    return [
      ...investors.map((investor) => ({
        part: `with-${investor}`,
        body: bodyOf({ type: 'investment', investor, issuer, amount, status }),
      })),
      ...values.says(issuer, fact.date, status),
    ];
  },
  leaves: ['superseded_by'],
};

/** Negotiations that have come to terms: the round, the investor's amount, and what it may pass on. */
export const nearFinalTalksFact: KindOfFact = {
  says: (fact, find) => {
    const investor = fact.party(fact.subject);
    const issuer = issuerOf(fact, find);
    const amount = fact.amount('amount');
    const values = statedValuations(fact);
    const { pre_money, post_money, valuation_unspecified } = values;
    const status = 'in_talks';
    const limit = fact.required('syndication_up_to', fact.amount('syndication_up_to'));
    return [
      {
        part: 'round',
        body: bodyOf({
          type: 'round',
          issuer,
          amount,
          pre_money,
          post_money,
          valuation_unspecified,
          status,
          leads: [investor],
          participants: [],
        }),
      },
      { part: 'investment', body: bodyOf({ type: 'investment', investor, issuer, amount, status }) },
      {
        part: 'syndication',
        body: bodyOf({
          type: 'syndication',
          investor,
          issuer,
          amount: { ...limit, qualifier: 'up_to' },
          status,
        }),
      },
      ...values.says(issuer, fact.date, status),
    ];
  },
  leaves: ['payout_window_months', 'first_payment', 'superseded_by'],
};

/** A refusal: of a named amount (then the deal is denied), or of those who asked. */
export const denialFact: KindOfFact = {
  says: (fact, find) => {
    const issuer = issuerOf(fact, find);
    const suitors = fact.texts('suitors');
    const by = fact.text('asserted_by');
    const amount = fact.amount('amount_denied');
    return (suitors.length > 0 ? suitors : [fact.subject]).map((name) => ({
      part: `by-${fact.party(name)}`,
      body: bodyOf({ type: 'investment', investor: fact.party(name), issuer, amount, status: 'abandoned' }),
      ...(by === undefined ? {} : { remark: `Denied by ${by}.` }),
    }));
  },
  leaves: [],
};
