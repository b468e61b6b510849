import type { StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { expectOk } from '@tranche/core/result';
import { parsePartialDate } from '@tranche/core/time';
import { describe, expect, it } from 'vitest';
import type { ClaimBody, DealStatus } from '../src/claim/index.ts';
import { type DealView, viewDeal } from '../src/deal/index.ts';
import type { Tier } from '../src/source/index.ts';
import type { Ledger, Statement } from '../src/statement/index.ts';
import { day } from './gold-ledger.ts';

/** A made-up financing of Mill by Alder, told by statements of a few days. Amounts in millions. */
const millions = (amount: number): StatedAmount => ({
  currency: 'USD',
  value: Rational.of(BigInt(amount) * 1_000_000n),
  qualifier: 'exact',
});

interface Told {
  readonly on: string;
  readonly tier?: Tier;
  readonly denied?: boolean;
}

const said = ({ on, tier = 'party_statement', denied = false }: Told, body: ClaimBody): Statement => ({
  id: `f-${on}-${body.type}-${'amount' in body ? String((body.amount as { value?: Rational })?.value) : ''}`,
  kind: 'fact',
  body,
  knownFrom: day(on),
  tier,
  origin: `o-${on}`,
  denied,
});

const round = (told: Told, amount: number, status: DealStatus): Statement =>
  said(told, {
    type: 'round',
    issuer: 'Mill',
    amount: millions(amount),
    status,
    leads: ['Alder'],
    participants: [],
  });

const tranche = (told: Told, amount: number, when: string, status: DealStatus): Statement =>
  said(told, {
    type: 'tranche',
    issuer: 'Mill',
    amount: millions(amount),
    when: expectOk(parsePartialDate(when)),
    payer: 'Alder',
    status,
  });

function view(facts: readonly Statement[], date: string): DealView {
  const ledger: Ledger = { sources: [], claims: [], judgements: [], facts };
  return expectOk(viewDeal(ledger, 'mill-2025-primary', { asOf: day(date), knownOn: day(date) }));
}

const kinds = (facts: readonly Statement[], date: string): readonly string[] =>
  view(facts, date).events.map(({ knownFrom, kind }) => `${knownFrom} ${kind}`);

const agreed = round({ on: '2025-02-01' }, 40, 'agreed');

describe('what changes a deal is an event with a day', () => {
  it('upsized and cut', () => {
    const facts = [
      agreed,
      round({ on: '2025-03-01' }, 44, 'agreed'),
      round({ on: '2025-04-01' }, 42, 'agreed'),
    ];
    expect(kinds(facts, '2025-05-01')).toEqual(
      expect.arrayContaining(['2025-02-01 agreed', '2025-03-01 upsized', '2025-04-01 cut']),
    );
    expect(kinds(facts, '2025-03-31')).not.toContain('2025-04-01 cut');
  });

  it('denied, and superseded', () => {
    const facts = [
      agreed,
      round({ on: '2025-02-10', denied: true }, 60, 'agreed'),
      round({ on: '2025-02-20' }, 35, 'abandoned'),
    ];
    expect(kinds(facts, '2025-05-01')).toEqual(
      expect.arrayContaining(['2025-02-10 denied', '2025-02-20 superseded']),
    );
  });

  it('overdue from the day after it was due, and paid when that is reported', () => {
    const facts = [
      agreed,
      tranche({ on: '2025-02-01' }, 10, '2025-03-15', 'agreed'),
      tranche({ on: '2025-02-01' }, 30, '2025-12', 'agreed'),
    ];
    expect(kinds(facts, '2025-03-15')).not.toContain('2025-03-16 overdue');
    expect(kinds(facts, '2025-03-16')).toContain('2025-03-16 overdue');
    const paid = [...facts, tranche({ on: '2025-03-20' }, 10, '2025-03-18', 'closed')];
    expect(kinds(paid, '2025-04-01')).toEqual(
      expect.arrayContaining(['2025-03-16 overdue', '2025-03-20 paid']),
    );
  });

  it('lapsed, where nobody is bound: a plan whose day has passed without a report', () => {
    const facts = [
      round({ on: '2025-02-01' }, 40, 'in_talks'),
      tranche({ on: '2025-02-01' }, 10, '2025-03', 'planned'),
    ];
    expect(kinds(facts, '2025-04-01')).toContain('2025-04-01 lapsed');
    expect(kinds([...facts, round({ on: '2025-03-20' }, 40, 'abandoned')], '2025-04-01')).not.toContain(
      '2025-04-01 lapsed',
    );
  });
});

describe('the status of a deal', () => {
  const parts = [
    tranche({ on: '2025-02-01' }, 10, '2025-03', 'agreed'),
    tranche({ on: '2025-02-01' }, 30, '2025-12', 'agreed'),
  ];

  it('is not completed by a report that says "closed", with 30 of 40 still to be paid', () => {
    const facts = [
      agreed,
      ...parts,
      tranche({ on: '2025-03-20' }, 10, '2025-03', 'closed'),
      round({ on: '2025-03-20' }, 40, 'closed'),
    ];
    const open = view(facts, '2025-04-01');
    expect(open.status).toBe('agreed');
    expect(open.terms[0]).toMatchObject({ field: 'status', rule: 'a committed tranche is still to be paid' });
  });

  it('advances with the evidence, once the rest is paid', () => {
    const facts = [
      agreed,
      ...parts,
      tranche({ on: '2025-03-20' }, 10, '2025-03', 'closed'),
      tranche({ on: '2025-12-20' }, 30, '2025-12-18', 'closed'),
      round({ on: '2025-12-20' }, 40, 'completed'),
    ];
    expect(view(facts, '2025-12-19').status).toBe('agreed');
    expect(view(facts, '2025-12-20').status).toBe('completed');
  });
});
