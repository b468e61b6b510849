import { type PartialDate, parsePartialDate } from '@tranche/core/time';
import type { DealStatus } from '@tranche/ledger/claim';
import type { RawFact } from './raw-fact.ts';
import { bodyOf, issuerOf, type KindOfFact, leadOf, type Said, statedValuations, statusOf } from './said.ts';

const HAPPENED = { reported: 'closed' } as const;

/** A closing of a larger deal: who paid what, and what had been planned. */
export const trancheFact: KindOfFact = {
  says: (fact, find) => {
    const issuer = issuerOf(fact, find);
    const lead = leadOf(fact, find);
    const amount = fact.required('amount', fact.amount('amount'));
    const status = statusOf(fact, HAPPENED);
    const paid = fact.table('split');
    const planned = fact.table('split_planned');
    const condition = fact.text('condition');
    const when = plannedDay(fact);
    const head = fact.inner('lead');
    const payer = head === undefined ? undefined : fact.party(fact.subject);
    const values = statedValuations(fact);
    const dated =
      planned.length > 0 ? find(fact.required('tranche_of', fact.text('tranche_of'))).date : undefined;
    const said: Said[] = [
      {
        part: 'tranche',
        body: bodyOf({ type: 'tranche', issuer, amount, when: fact.date, condition, payer, status }),
      },
      ...slices(fact, paid, {
        issuer,
        lead,
        currency: amount.currency,
        when: fact.date,
        condition: undefined,
        status,
      }),
      ...values.says(issuer, fact.date, status),
    ];
    if (dated !== undefined) {
      const body = bodyOf({ type: 'tranche', issuer, amount, when, condition, status: 'agreed' });
      said.push({ part: 'planned', body, dated });
      const terms = { issuer, lead, currency: amount.currency, when, condition, status: 'agreed' } as const;
      said.push(
        ...slices(fact, planned, terms).map((one) => ({ ...one, part: `planned-${one.part}`, dated })),
      );
    }
    if (head !== undefined) {
      const investor = fact.party(head.required('name', head.text('name')));
      const own = head.sum('amount', amount.currency);
      const body = bodyOf({ type: 'investment', investor, issuer, amount: own, when: fact.date, status });
      said.push({ part: `by-${investor}`, body });
    }
    return said;
  },
  leaves: ['investors'],
};

/** The whole of a deal once it is done: its final amount, each closing's payer, and the share it gave. */
export const completionFact: KindOfFact = {
  says: (fact, find) => {
    const whole = fact.text('tranche_of');
    const issuer = whole === undefined ? fact.party(fact.subject) : issuerOf(fact, find);
    const amount = fact.required('amount', fact.amount('amount'));
    const status = fact.status === 'completed' ? 'completed' : 'closed';
    const lead = whole === undefined ? undefined : leadOf(fact, find);
    const said: Said[] = [
      {
        part: 'round',
        body: bodyOf({
          type: 'round',
          issuer,
          amount,
          date: fact.day('second_closing_on') ?? fact.date,
          status,
          leads: lead === undefined ? [] : [lead],
          participants: [],
        }),
      },
    ];
    const terms = {
      issuer,
      lead: lead ?? '',
      currency: amount.currency,
      when: undefined,
      condition: undefined,
      status,
    } as const;
    said.push(...slices(fact, fact.table('split'), terms));
    const percent = fact.percent('stake_pct');
    if (percent !== undefined && lead !== undefined) {
      const stake = { type: 'stake', holder: lead, entity: issuer, percent, qualifier: 'about' } as const;
      const basis = fact.text('stake_qualifier')?.replace(/^approx,? */, '');
      said.push({
        part: 'stake',
        body: {
          ...stake,
          ...(basis === undefined || basis === '' ? {} : { basis }),
          when: fact.date,
          status: 'completed',
        },
      });
    }
    return said;
  },
  leaves: ['vehicle', 'governance'],
};

/**
 * The payers of a closing. "SoftBank second closing" names the payer and the closing; "co-investors" is money
 * that the lead has passed on.
 */
function slices(
  fact: RawFact,
  parts: ReturnType<RawFact['table']>,
  terms: {
    readonly issuer: string;
    readonly lead: string;
    readonly currency: string;
    readonly when: PartialDate | undefined;
    readonly condition: string | undefined;
    readonly status: DealStatus;
  },
): readonly Said[] {
  const { issuer, lead, currency, when, condition, status } = terms;
  return parts.map(([name, value]) => {
    const amount = { currency, value, qualifier: 'exact' } as const;
    if (name === 'co-investors') {
      const body = bodyOf({ type: 'syndication', investor: lead, issuer, amount, when, condition, status });
      return { part: 'co-investors', body };
    }
    const [, payer = name, closing] = /^(.+?)(?: (\w+ closing))?$/.exec(name) ?? [];
    const investor = fact.party(payer);
    const body = bodyOf({ type: 'investment', investor, issuer, amount, when, condition, closing, status });
    return { part: closing === undefined ? `by-${payer}` : `by-${payer}-${closing.replace(' ', '-')}`, body };
  });
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A planned day as the facts write it: a date, or "mid-April 2025", of which the month is kept. */
function plannedDay(fact: RawFact): PartialDate | undefined {
  const text = fact.text('planned_date');
  if (text === undefined) return undefined;
  const date = parsePartialDate(text);
  if (date.ok) return date.value;
  const words = /^(?:early|mid|late)-(\w+) (\d{4})$/.exec(text);
  const month = MONTHS.indexOf(words?.[1] ?? '') + 1;
  const read = parsePartialDate(`${words?.[2]}-${String(month).padStart(2, '0')}`);
  return read.ok ? read.value : fact.broken('planned_date', `is not a date: ${text}`);
}
