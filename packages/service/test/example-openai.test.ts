import { readdirSync, readFileSync } from 'node:fs';
import { formatBounds } from '@tranche/core/display';
import { evaluate } from '@tranche/core/formula';
import { expectOk } from '@tranche/core/result';
import { type PlainDate, parsePlainDate } from '@tranche/core/time';
import { claimId } from '@tranche/ledger/claim';
import { type DealView, rankInvestors, viewDeal } from '@tranche/ledger/deal';
import { type LogEntry, replay } from '@tranche/ledger/log';
import type { Ledger } from '@tranche/ledger/statement';
import { readReport } from '@tranche/reader/read';
import { referenceFacts } from '@tranche/reference/facts';
import { beforeAll, describe, expect, it } from 'vitest';

/**
 * The financing of OpenAI in 2025 from the texts 001 to 029 as the reader reads them, beside the reference facts:
 * nothing of the deal is written by hand. The figures expected stand in texts 005, 009, 012, 013 and 018.
 */
const TEXTS = new URL('../../reader/corpus/texts/', import.meta.url);
const DEAL = 'openai-2025-primary';
const day = (text: string): PlainDate => expectOk(parsePlainDate(text));

function exampleLedger(): Ledger {
  const entries = readdirSync(TEXTS)
    .filter((file) => file <= '029.txt')
    .map((file): LogEntry => {
      const text = readFileSync(new URL(file, TEXTS), 'utf8');
      const { source, claims } = expectOk(readReport(text, { name: file.slice(0, 3) }));
      const held = claims.map((claim) => ({ id: claimId(source.id, claim), sourceId: source.id, claim }));
      return { kind: 'source_added', source, claims: held };
    });
  return replay(entries, referenceFacts());
}

let ledger: Ledger;
beforeAll(() => {
  ledger = exampleLedger();
});

const known = (date: string, asOf = date): DealView =>
  expectOk(viewDeal(ledger, DEAL, { asOf: day(asOf), knownOn: day(date) }));

function figures(view: DealView): (node: string | undefined) => string {
  const values = evaluate(view.graph);
  const units = new Map(view.graph.nodes.map(({ id, unit }) => [id, unit]));
  return (node) =>
    node === undefined ? '-' : formatBounds(values.get(node) ?? { vague: true }, units.get(node) ?? '');
}

const term = (view: DealView, field: string): string | undefined =>
  view.terms.find((one) => one.field === field)?.text;

const payers = (view: DealView): readonly string[] => {
  const text = figures(view);
  return view.payers.map(
    ({ payer, committed, drawn }) => `${payer}: ${text(committed)}, ${text(drawn)} drawn`,
  );
};

const implied = (view: DealView): readonly string[] =>
  view.impliedStakes
    .filter(({ label }) => label.includes('the whole deal'))
    .map(({ node }) => figures(view)(node));

describe('the example deal, read and assembled', () => {
  it('known on 2025-02-12 is in talks: 40 at 260 before and 300 after the money, nothing committed', () => {
    const view = known('2025-02-12');
    expect(view.status).toBe('in_talks');
    expect([term(view, 'size'), term(view, 'pre_money'), term(view, 'valuation')]).toEqual([
      'USD 40bn',
      'USD 260bn',
      'USD 300bn, post-money',
    ]);
    expect(figures(view)(view.tranches[0]?.amount)).toBe('about USD 10bn');
    expect(figures(view)(view.totals.committed)).toBe('USD 0');
  });

  it('known on 2025-04-01 is agreed, with 30 of its own and 10 syndicated in two closings, nothing drawn', () => {
    const view = known('2025-04-01');
    expect(view.status).toBe('agreed');
    expect(payers(view)).toEqual(['SoftBank: USD 30bn, USD 0 drawn', 'co-investors: USD 10bn, USD 0 drawn']);
    expect(view.tranches.map(({ planned, conditionState }) => [planned, conditionState])).toEqual([
      ['2025-04', 'none'],
      ['2025-12', 'open'],
    ]);
    expect(view.tranches[1]?.fallback.map(({ node }) => figures(view)(node))).toEqual(
      expect.arrayContaining(['USD 10bn', 'USD 20bn']),
    );
    expect(implied(view)).toEqual(['13.33 %']);
  });

  it('has an unknown first payment on 2025-05-01, known for that day from the report of 2025-05-14', () => {
    expect(payers(known('2025-05-01'))[0]).toBe('SoftBank: USD 30bn, up to USD 7.5bn drawn');
    expect(payers(known('2025-06-01', '2025-05-01'))[0]).toBe('SoftBank: USD 30bn, USD 7.5bn drawn');
  });

  it('known on 2025-12-31 is done at 41: 30 of its own, 11 of co-investors, 0.2 of it tied to no closing', () => {
    const view = known('2025-12-31');
    expect(['closed', 'completed']).toContain(view.status);
    expect(term(view, 'size')).toBe('USD 41bn');
    expect(payers(view)).toEqual([
      'SoftBank: USD 30bn, USD 30bn drawn',
      'co-investors: USD 11bn, USD 11bn drawn',
    ]);
    const text = figures(view);
    expect(view.reconciliations.map(({ sum, remainder }) => `${text(sum)}, ${text(remainder)}`)).toEqual([
      'USD 40.8bn, USD 200m',
      'USD 41bn, USD 0',
      'USD 10bn, USD 0',
      'USD 30.8bn, USD −800m',
      'USD 30bn, USD 0',
      'USD 10.8bn, USD 200m',
      'USD 301bn, USD −1bn',
    ]);
    expect(implied(view)).toEqual(['13.67 %', '13.62 %']);
    expect(term(view, 'stake')).toBe('about 11 %');
  });
});

describe('the largest investor in OpenAI', () => {
  it.each([
    ['committed', '2025-01-15', /^Microsoft \(USD 13.75bn\)/],
    ['committed', '2025-03-30', /^Microsoft \(USD 13.75bn\)/],
    ['committed', '2025-03-31', /^SoftBank \(USD 30.5bn\)/],
    ['committed', '2025-04-15', /^SoftBank \(USD 30.5bn to USD 32.2bn\)/],
    ['committed', '2025-12-31', /^SoftBank \(USD 30.5bn\)/],
    ['paid', '2025-01-15', /^Microsoft \(USD 3bn to USD 13.75bn\)/],
    ['paid', '2025-06-30', /^cannot tell: SoftBank \(USD 8bn to USD 9.7bn\) or Microsoft/],
    [
      'paid',
      '2025-10-15',
      /^cannot tell.*; counting purchases from other holders too: cannot tell: SoftBank \(about USD 10.7bn to USD 17.3bn\)/,
    ],
    [
      'paid',
      '2025-10-31',
      /^Microsoft \(USD 11.6bn to USD 13bn\); counting purchases .*: cannot tell: Microsoft/,
    ],
    ['paid', '2025-12-31', /^SoftBank \(USD 30.5bn\)/],
    ['stake', '2025-01-15', /^Microsoft \(about 49 %\)/],
    ['stake', '2025-12-31', /^Microsoft \(about 27 %\)/],
  ] as const)('by %s on %s', (measure, date, answer) => {
    const ranking = rankInvestors(ledger, { issuer: 'OpenAI', measure, asOf: day(date), knownOn: day(date) });
    expect(expectOk(ranking).answer).toMatch(answer);
  });

  it('counts what an accounted cost in all covers once, however it was paid', () => {
    // Business Times, 2026-02-12: SoftBank's holding cost about 34.6 by the end of 2025, the purchase of October within.
    const { rows, graph } = expectOk(
      rankInvestors(ledger, {
        issuer: 'OpenAI',
        measure: 'paid',
        asOf: day('2025-12-31'),
        knownOn: day('2026-03-01'),
      }),
    );
    const node = rows.find(({ party }) => party === 'SoftBank')?.withSecondary ?? '';
    expect(formatBounds(evaluate(graph).get(node) ?? { vague: true }, 'USD')).toBe('about USD 34.6bn');
  });

  it('says what would tell, and what another total would change', () => {
    // Microsoft's form 10-Q to 2025-09-30: 13 committed, 11.6 funded; the press of October 2024: 13.75 in all.
    const { missing, conflicts, graph } = expectOk(
      rankInvestors(ledger, {
        issuer: 'OpenAI',
        measure: 'paid',
        asOf: day('2025-10-31'),
        knownOn: day('2025-10-31'),
      }),
    );
    expect(missing).toContain(
      "Microsoft's paid amount after 2025-09-30, of USD 13bn promised until 2025-09-30",
    );
    const values = evaluate(graph);
    const text = (node: string | undefined): string =>
      formatBounds(values.get(node ?? '') ?? { vague: true }, 'USD');
    const [total, ...others] = conflicts;
    expect(others).toEqual([]);
    expect([text(total?.chosen), text(total?.options[0]?.node)]).toEqual(['USD 13bn', 'USD 13.75bn']);
    expect(total?.options[0]?.effect).toContain('Microsoft would be at USD 11.6bn to USD 16.55bn');
  });
});
