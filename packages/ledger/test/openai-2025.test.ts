import { formatBounds } from '@tranche/core/display';
import { evaluate } from '@tranche/core/formula';
import { expectOk } from '@tranche/core/result';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DealView, listDeals, timelineOf, viewDeal } from '../src/deal/index.ts';
import { day, goldLedger } from './gold-ledger.ts';

/**
 * The financing of 2025 assembled from the annotated claims of texts 001 to 029 alone. Every expected figure is
 * stated in one of those texts: terms in 005 and 009, payments in 012, 013 and 018.
 */
const { ledger } = goldLedger({ texts: (id) => id <= '029' });
const DEAL = 'openai-2025-primary';

const known = (knownOn: string, asOf = knownOn): DealView =>
  expectOk(viewDeal(ledger, DEAL, { asOf: day(asOf), knownOn: day(knownOn) }));

const reader = (view: DealView): ((node: string | undefined) => string) => {
  const values = evaluate(view.graph);
  const units = new Map(view.graph.nodes.map(({ id, unit }) => [id, unit]));
  return (node) =>
    node === undefined ? '-' : formatBounds(values.get(node) ?? { vague: true }, units.get(node) ?? '');
};

const term = (view: DealView, field: string): string | undefined =>
  view.terms.find((one) => one.field === field)?.text;

const slices = (view: DealView): readonly string[] => {
  const text = reader(view);
  return view.tranches.flatMap(({ label, slices: parts }) =>
    parts.map(
      ({ payer, share, committed, drawn }) =>
        `${label}, ${payer}, ${share}: ${text(committed)} committed, ${text(drawn)} drawn`,
    ),
  );
};

describe('the deal known on 2025-02-12', () => {
  let view: DealView;
  beforeAll(() => {
    view = known('2025-02-12');
  });

  it('is in talks: 40 at 260 before and 300 after the money, up to 10 of it syndicated', () => {
    expect(view.status).toBe('in_talks');
    expect(term(view, 'size')).toBe('USD 40bn');
    expect(term(view, 'pre_money')).toBe('USD 260bn');
    expect(term(view, 'valuation')).toBe('USD 300bn, post-money');
    expect(term(view, 'syndicated')).toBe('up to USD 10bn');
    expect(term(view, 'own')).toBe('at least USD 30bn');
  });

  it('shows the 340 as superseded', () => {
    const valuation = view.terms.find(({ field }) => field === 'valuation');
    expect(valuation?.alternatives).toMatchObject([
      { text: 'USD 340bn, basis not stated', passedOverBecause: 'superseded (2025-02-07)' },
    ]);
  });

  it('does not take a blog at its word that the deal is planned', () => {
    const status = view.terms.find(({ field }) => field === 'status');
    expect(status?.alternatives).toMatchObject([
      { text: 'planned', passedOverBecause: 'tier: unattributed, beside unnamed people' },
    ]);
  });

  it('has a first part of about 10 in spring, and nothing committed or drawn', () => {
    const text = reader(view);
    expect(text(view.tranches[0]?.amount)).toBe('about USD 10bn');
    expect(view.tranches[0]?.planned).toBe('2025-spring');
    expect(text(view.totals.committed)).toBe('USD 0');
    expect(text(view.totals.drawn)).toBe('USD 0');
  });

  it('does not know of that part on the day before', () => {
    const before = known('2025-02-11');
    expect(before.tranches.map(({ id }) => id)).toEqual(['whole']);
  });
});

describe('the deal known on 2025-04-01', () => {
  let view: DealView;
  beforeAll(() => {
    view = known('2025-04-01');
  });

  it('is agreed: up to 40, of which up to 30 its own and 10 placed with co-investors', () => {
    expect(view.status).toBe('agreed');
    expect(term(view, 'size')).toBe('up to USD 40bn');
    expect(term(view, 'own')).toBe('up to USD 30bn');
    expect(term(view, 'syndicated')).toBe('USD 10bn');
    expect(term(view, 'agreed_on')).toBe('2025-03-31');
  });

  it('has two closings with their payers, nothing drawn', () => {
    expect(slices(view)).toEqual([
      'tranche 1, SoftBank, own: USD 7.5bn committed, USD 0 drawn',
      'tranche 1, co-investors, syndicated: USD 2.5bn committed, USD 0 drawn',
      'tranche 2, SoftBank, own: USD 22.5bn committed, USD 0 drawn',
      'tranche 2, co-investors, syndicated: USD 7.5bn committed, USD 0 drawn',
    ]);
    expect(view.tranches.map(({ planned }) => planned)).toEqual(['2025-04', '2025-12']);
    expect(view.tranches[0]?.joins[0]).toContain('USD 7.5bn + USD 2.5bn make up USD 10bn');
  });

  it('has an open condition on the second, with what holds if it fails', () => {
    const second = view.tranches[1];
    expect(second?.condition).toBe('OpenAI completes its corporate restructuring by the end of 2025');
    expect(second?.conditionState).toBe('open');
    expect(second?.fallback.map(({ text }) => text.split(' (')[0])).toEqual([
      'the tranche would be USD 10bn',
      "the investor's total would be USD 20bn",
    ]);
  });

  it('implies 40/300 of the company', () => {
    const { impliedStakes } = view;
    expect(impliedStakes[0]?.label).toContain('the whole deal');
    expect(reader(view)(impliedStakes[0]?.node)).toBe('13.33 %');
  });

  it('adds up', () => {
    expect(view.reconciliations.map(({ label, agrees }) => `${label}: ${agrees}`)).toEqual([
      'tranches and the size of the deal: true',
      'own and syndicated money and the size of the deal: true',
      'payers and tranche 1: true',
      'payers and tranche 2: true',
      'own money of SoftBank: true',
      'money of co-investors: true',
      'pre-money and the size of the deal beside post-money: true',
    ]);
  });
});

describe('payments', () => {
  it('are unknown, and not zero, when they were due and no text says that they were made', () => {
    expect(slices(known('2025-05-01')).slice(0, 3)).toEqual([
      'tranche 1, SoftBank, own: USD 7.5bn committed, up to USD 7.5bn drawn',
      'tranche 1, co-investors, syndicated: USD 2.5bn committed, up to USD 2.5bn drawn',
      'tranche 2, SoftBank, own: USD 22.5bn committed, USD 0 drawn',
    ]);
  });

  it('are known for that same day once a later text reports them', () => {
    const view = known('2025-06-01', '2025-05-01');
    expect(slices(view)[0]).toBe('tranche 1, SoftBank, own: USD 7.5bn committed, USD 7.5bn drawn');
    expect(view.tranches[0]?.paid).toBe('2025-04');
  });

  it('of a larger syndicate amend what it had committed', () => {
    const view = known('2025-10-31');
    expect(slices(view)[3]).toBe('tranche 2, co-investors, syndicated: USD 8.3bn committed, USD 8.3bn drawn');
    expect(view.assumptions.map(({ id }) => id)).toContain('payment-amends-commitment');
    expect(view.tranches[1]?.conditionState).toBe('met');
    expect(term(view, 'size')).toBe('up to USD 40bn');
  });

  it('tell 7.5 and not about 8 for the first, since the tier decides between two that are done', () => {
    const paid = known('2025-12-30').terms.find(({ field }) => field === 'tranche-1.softbank.own.paid');
    expect(paid?.text).toBe('USD 7.5bn');
    expect(paid?.alternatives).toMatchObject([
      {
        text: 'about USD 8bn',
        passedOverBecause: 'tier: unnamed people, beside party statement',
      },
    ]);
  });
});

describe('the deal known on 2025-12-31', () => {
  let view: DealView;
  let text: (node: string | undefined) => string;
  beforeAll(() => {
    view = known('2025-12-31');
    text = reader(view);
  });

  it('is completed at 41, and nothing is undrawn', () => {
    expect(view.status).toBe('completed');
    expect(term(view, 'size')).toBe('USD 41bn');
    expect(text(view.totals.drawn)).toBe('USD 41bn');
    expect(text(view.totals.undrawn)).toBe('USD 0');
  });

  it('has 7.5 and 22.5 of its own, and 11.0 of co-investors with 0.2 tied to no closing', () => {
    expect(slices(view)).toEqual([
      'tranche 1, SoftBank, own: USD 7.5bn committed, USD 7.5bn drawn',
      'tranche 1, co-investors, syndicated: USD 2.5bn committed, USD 2.5bn drawn',
      'tranche 2, SoftBank, own: USD 22.5bn committed, USD 22.5bn drawn',
      'tranche 2, co-investors, syndicated: USD 8.3bn committed, USD 8.3bn drawn',
      'not tied to a closing, co-investors, syndicated: USD 200m committed, USD 200m drawn',
    ]);
    expect(view.payers.map(({ payer, drawn }) => `${payer}: ${text(drawn)}`)).toEqual([
      'SoftBank: USD 30bn',
      'co-investors: USD 11bn',
    ]);
  });

  it('shows what does not add up: 40.8 beside 41, 30.8 beside 30, 10.8 beside 11, and 260 + 41 beside 300', () => {
    const shown = view.reconciliations.map(
      ({ label, sum, stated, remainder, agrees }) =>
        `${label}: ${text(sum)} of ${text(stated)}, ${text(remainder)}, ${agrees}`,
    );
    expect(shown).toEqual([
      'payments and the amount stated as paid: USD 40.8bn of USD 41bn, USD 200m, false',
      'own and syndicated money and the size of the deal: USD 41bn of USD 41bn, USD 0, true',
      'payers and tranche 1: USD 10bn of USD 10bn, USD 0, true',
      'payers and tranche 2: USD 30.8bn of USD 30bn, USD −800m, false',
      'own money of SoftBank: USD 30bn of USD 30bn, USD 0, true',
      'money of co-investors: USD 10.8bn of USD 11bn, USD 200m, false',
      'pre-money and the size of the deal beside post-money: USD 301bn of USD 300bn, USD −1bn, false',
    ]);
  });

  it('gives both readings of the stake, since the base after the upsizing is not stated', () => {
    const whole = view.impliedStakes.filter(({ label }) => label.includes('the whole deal'));
    expect(whole.map(({ node }) => text(node))).toEqual(['13.67 %', '13.62 %']);
    expect(whole.every(({ basis }) => basis.includes('not unique'))).toBe(true);
    expect(term(view, 'stake')).toBe('about 11 %');
  });

  it('tells what changed as dated events', () => {
    const told = view.events.map(({ knownFrom, kind }) => `${knownFrom} ${kind}`);
    for (const event of [
      '2025-01-30 reported',
      '2025-01-31 superseded',
      '2025-03-31 agreed',
      '2025-05-14 paid',
      '2025-08-01 upsized',
      '2025-10-28 condition_met',
      '2025-12-30 completed',
      '2025-12-31 upsized',
    ]) {
      expect(told).toContain(event);
    }
    expect(view.events.filter(({ kind }) => kind === 'upsized').map(({ text: said }) => said)).toEqual([
      'co-investors, tranche 2: from USD 7.5bn to USD 8.3bn',
      'size from USD 40bn to USD 41bn',
    ]);
  });

  it('stands on statements of the deal only', () => {
    const ids = new Set(view.statements.map(({ id }) => id));
    const used = view.tranches.flatMap(({ statements }) => statements);
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('the timeline', () => {
  it('recomputes each figure on the days on which something was published', () => {
    const { series } = expectOk(timelineOf(ledger, DEAL, { knownOn: day('2025-12-31') }));
    const points = (field: string): readonly string[] =>
      series.find((one) => one.field === field)?.points.map(({ knownOn, text }) => `${knownOn} ${text}`) ??
      [];
    expect(points('paid')).toEqual(
      expect.arrayContaining(['2025-05-14 USD 10bn', '2025-08-01 USD 18.3bn', '2025-12-31 USD 41bn']),
    );
    expect(points('valuation')[0]).toBe('2025-01-31 up to USD 300bn');
    expect(points('own')).toContain('2025-04-01 up to USD 30bn');
  });
});

describe('the list of deals', () => {
  it('grows with what was published', () => {
    const ids = (date: string): readonly string[] =>
      listDeals(ledger, { asOf: day(date), knownOn: day(date) })
        .filter(({ issuer }) => issuer === 'openai')
        .map(({ id }) => id);
    expect(ids('2024-10-03')).toEqual(['openai-2024-primary', 'openai-2024-primary-2']);
    expect(ids('2025-01-30')).toContain('openai-2025-primary');
    expect(ids('2025-12-31')).toHaveLength(8);
  });

  it('knows no deal that no text speaks of yet', () => {
    const early = viewDeal(ledger, DEAL, { asOf: day('2025-01-29'), knownOn: day('2025-01-29') });
    expect(early).toMatchObject({ ok: false, failure: { code: 'UNKNOWN_DEAL' } });
  });
});
