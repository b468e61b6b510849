import type { Rational } from '@tranche/core/rational';
import { addMonths, type PartialDate } from '@tranche/core/time';
import type { RawFact } from './raw-fact.ts';
import { bodyOf, issuerOf, type KindOfFact, partiesOf, type Said, statedValuations } from './said.ts';

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
      {
        part: 'investment',
        body: bodyOf({ type: 'investment', investor, issuer, amount, when: payoutWindow(fact), status }),
      },
      ...firstPayment(fact, { investor, issuer, status }),
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
  leaves: ['superseded_by'],
};

/** From the day of the talks to the end of the longest time over which the money was to be paid. */
function payoutWindow(fact: RawFact): PartialDate | undefined {
  const months = fact.table('payout_window_months').map(([, value]) => value);
  const longest = months.reduce<Rational | undefined>(
    (most, value) => (most === undefined || value.compare(most) > 0 ? value : most),
    undefined,
  );
  const day = fact.lastDay();
  return longest === undefined
    ? undefined
    : (`${day}/${addMonths(day, Number(longest.toString()))}` as PartialDate);
}

/** "spring 2025": a payment of which only the season is told. */
function firstPayment(
  fact: RawFact,
  terms: { readonly investor: string; readonly issuer: string; readonly status: 'in_talks' },
): readonly Said[] {
  const text = fact.text('first_payment');
  if (text === undefined) return [];
  const [, season, year] = /^(spring|summer|autumn|winter) (\d{4})$/.exec(text) ?? [];
  if (season === undefined) return fact.broken('first_payment', `is not a season: ${text}`);
  const when = `${year}-${season}` as PartialDate;
  return [
    { part: 'first-payment', body: bodyOf({ type: 'investment', ...terms, when, closing: 'first payment' }) },
  ];
}

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
