import { readdirSync, readFileSync } from 'node:fs';
import { formatBounds } from '@tranche/core/display';
import { evaluate, exactValue } from '@tranche/core/formula';
import { sum } from '@tranche/core/rational';
import { expectOk } from '@tranche/core/result';
import { parsePlainDate } from '@tranche/core/time';
import { claimId } from '@tranche/ledger/claim';
import { listDeals, viewDeal } from '@tranche/ledger/deal';
import { type LogEntry, replay } from '@tranche/ledger/log';
import { type Answer, type AnswerConflict, type Cell, QUESTIONS } from '@tranche/ledger/question';
import type { Ledger } from '@tranche/ledger/statement';
import { readReport } from '@tranche/reader/read';
import { referenceFacts } from '@tranche/reference/facts';
import { beforeAll, describe, expect, it } from 'vitest';

/**
 * One deal reconciled, from the texts 001 to 029 as the reader reads them beside the reference facts. Terms stand in
 * texts 005 and 009, payments in 012, 013, 017 and 018, what holds if the condition fails in 009, 010, 012 and 015.
 */
const TEXTS = new URL('../../reader/corpus/texts/', import.meta.url);
const DEAL = 'openai-2025-primary';
const day = (text: string) => expectOk(parsePlainDate(text));

let ledger: Ledger;
beforeAll(() => {
  const entries = readdirSync(TEXTS)
    .filter((file) => file <= '029.txt')
    .map((file): LogEntry => {
      const text = readFileSync(new URL(file, TEXTS), 'utf8');
      const { source, claims } = expectOk(readReport(text, { name: file.slice(0, 3) }));
      const held = claims.map((claim) => ({ id: claimId(source.id, claim), sourceId: source.id, claim }));
      return { kind: 'source_added', source, claims: held };
    });
  ledger = replay(entries, referenceFacts());
});

function ask(
  question: string,
  knownOn: string,
  { asOf = knownOn, of = DEAL, by = '', from = ledger } = {},
): Answer {
  const found = QUESTIONS.find(({ name }) => name === question);
  const dates = { asOf: day(asOf), knownOn: day(knownOn) };
  const context = { ledger: from, ...dates, rates: [], league: [], figuresOf: () => [] };
  return expectOk(found?.answer(context, { of, by: by === '' ? found.by?.[0] : by }) ?? fail(question));
}

const fail = (question: string): never => {
  throw new Error(`no question ${question}`);
};

function reader({ graph }: Answer): (cell: Cell | string | undefined) => string {
  const values = evaluate(graph);
  const units = new Map(graph.nodes.map(({ id, unit }) => [id, unit]));
  return (cell) => {
    if (cell === undefined) return '';
    const node = typeof cell === 'string' ? cell : 'node' in cell ? cell.node : undefined;
    if (node === undefined) return typeof cell === 'string' ? cell : (cell.text ?? '');
    return formatBounds(values.get(node) ?? { vague: true }, units.get(node) ?? '');
  };
}

const table = (answer: Answer, ...keys: readonly string[]): readonly string[] => {
  const text = reader(answer);
  return answer.rows.map(({ cells }) => keys.map((key) => text(cells[key])).join(', '));
};

const conflict = ({ conflicts }: Answer, label: string): AnswerConflict | undefined =>
  conflicts.find((one) => one.label.startsWith(label));

const terms = (date: string): Readonly<Record<string, string>> => {
  const answer = ask('round_terms', date);
  return Object.fromEntries(
    answer.rows.map(({ cells }) => [
      'text' in (cells.term ?? {}) ? (cells.term as { text: string }).text : '',
      (cells.value as { text: string }).text,
    ]),
  );
};

describe('the terms of the round', () => {
  it('known on 2025-02-12: in talks, over 12 to 24 months, the first payment in spring', () => {
    expect(terms('2025-02-12')).toMatchObject({
      status: 'in talks',
      size: 'USD 40bn',
      valuation: 'USD 300bn, post-money',
      'pre-money': 'USD 260bn',
      "SoftBank's own part": 'at least USD 30bn',
      'placed with co-investors': 'up to USD 10bn',
      'to be paid within': '2025-02-07 to 2027-02-07',
      'first payment planned for': '2025-spring',
    });
  });

  it.each(['2025-04-01', '2025-10-31'])('known on %s: agreed, in two closings of 2025', (date) => {
    expect(terms(date)).toMatchObject({
      status: 'agreed',
      size: 'up to USD 40bn',
      valuation: 'USD 300bn, post-money',
      "SoftBank's own part": 'up to USD 30bn',
      'placed with co-investors': 'USD 10bn',
      'agreed on': '2025-03-31',
      'to be paid within': '2025-04 to 2025-12',
      'first payment planned for': '2025-04',
      'tranche 2, condition': 'OpenAI completing its planned corporate restructuring by the end of 2025',
    });
  });

  it('known on 2025-12-31: completed at 41, paid in April and on 26 December', () => {
    expect(terms('2025-12-31')).toMatchObject({
      status: 'completed',
      size: 'USD 41bn',
      'placed with co-investors': 'USD 11bn',
      'closed on': '2025-12-26',
      'tranche 1, paid on': '2025-04',
      'tranche 2, paid on': '2025-12-26',
    });
  });

  it('are picked by another rule when one is asked for: the last word', () => {
    const size = (by: string): string | undefined =>
      table(ask('round_terms', '2025-10-31', { by }), 'term', 'value').find((row) => row.startsWith('size'));
    expect(size('status_then_tier')).toBe('size, up to USD 40bn');
    expect(size('latest_then_tier')).toBe('size, USD 41bn');
    const valuation = ask('round_terms', '2025-01-31', { by: 'tier_then_latest' });
    expect(valuation.assumptions[0]?.text).toContain('picked by tier, then latest publication');
  });
});

describe('what is committed and drawn', () => {
  it('as of and known on 2025-05-01 is agreed, and not yet reported as paid', () => {
    const answer = ask('committed_drawn', '2025-05-01');
    expect(table(answer, 'tranche', 'payer', 'committed', 'drawn', 'status').slice(0, 4)).toEqual([
      'tranche 1, SoftBank, USD 7.5bn, up to USD 7.5bn, agreed, not yet reported as paid',
      'tranche 1, co-investors, USD 2.5bn, up to USD 2.5bn, planned, not yet reported as paid',
      'tranche 2, SoftBank, USD 22.5bn, USD 0, agreed',
      'tranche 2, co-investors, USD 7.5bn, USD 0, agreed',
    ]);
    expect(answer.missing).toHaveLength(2);
  });

  it('as of 2025-05-01 known on 2025-06-01 is paid; a report without a day may mean May', () => {
    const answer = ask('committed_drawn', '2025-06-01', { asOf: '2025-05-01' });
    expect(table(answer, 'payer', 'drawn', 'status').slice(0, 2)).toEqual([
      'SoftBank, USD 7.5bn, closed',
      'co-investors, USD 2.5bn, closed',
    ]);
    const when = conflict(answer, 'co-investors, tranche 1, paid on');
    expect(when?.chosen).toMatchObject({ text: '2025-04' });
    expect(when?.options).toMatchObject([
      { cell: { text: 'by 2025-05-14' }, effect: expect.stringContaining('USD 2.5bn → up to USD 2.5bn') },
    ]);
    expect(answer.assumptions.map(({ id }) => id)).toContain('closing-paid-together');
  });

  it('as of 2025-05-01 known on 2025-12-31 differs by the month that a later report gives: March', () => {
    const answer = ask('committed_drawn', '2025-12-31', { asOf: '2025-05-01' });
    expect(conflict(answer, 'co-investors, tranche 1, paid on')?.options).toMatchObject([
      { cell: { text: '2025-03' }, effect: expect.stringMatching(/^as of 2025-03-31: drawn in all USD 0/) },
    ]);
    // What was paid only later was not drawn on the day: zero, and not unknown.
    expect(table(answer, 'tranche', 'payer', 'drawn')[2]).toBe('tranche 2, SoftBank, USD 0');
  });

  it('as of 2025-12-31 is 7.5 + 22.5, and 2.5 + 8.3 beside 11.0 with 0.2 left', () => {
    const answer = ask('committed_drawn', '2025-12-31');
    expect(table(answer, 'tranche', 'payer', 'drawn').slice(0, 5)).toEqual([
      'tranche 1, SoftBank, USD 7.5bn',
      'tranche 1, co-investors, USD 2.5bn',
      'tranche 2, SoftBank, USD 22.5bn',
      'tranche 2, co-investors, USD 8.3bn',
      'not tied to a closing, co-investors, USD 200m',
    ]);
    expect(answer.rows[3]?.note).toContain('amended from USD 7.5bn to USD 8.3bn');
    const text = reader(answer);
    const left = answer.remainders.find(({ label }) => label === 'money of co-investors');
    expect([left?.sum, left?.stated, left?.remainder].map(text)).toEqual([
      'USD 10.8bn',
      'USD 11bn',
      'USD 200m',
    ]);
    expect(left?.statements.length).toBeGreaterThan(3);
  });

  it('leaves what would hold if the condition fails open among its readings, and closes it once it is met', () => {
    const open = conflict(ask('committed_drawn', '2025-05-01'), 'if the condition of tranche 2 fails');
    expect(open).not.toHaveProperty('chosen');
    expect(open?.options.map(({ cell, effect }) => [cell.text, effect])).toEqual([
      [
        "SoftBank's total would be USD 20bn, with its co-investors' money (before syndication)",
        'committed in all USD 40bn → USD 20bn; SoftBank USD 30bn → USD 10bn to USD 17.5bn; co-investors USD 10bn → USD 2.5bn to USD 10bn',
      ],
      [
        "SoftBank's total would be USD 20bn, of its own money (after syndication)",
        'committed in all USD 40bn → USD 30bn; SoftBank USD 30bn → USD 20bn; co-investors USD 10bn → USD 10bn',
      ],
      [
        "SoftBank's total would be USD 10bn, with its co-investors' money (before syndication)",
        'committed in all USD 40bn → USD 10bn; SoftBank USD 30bn → USD 7.5bn; co-investors USD 10bn → USD 2.5bn',
      ],
      [
        "SoftBank's total would be USD 10bn, of its own money (after syndication)",
        'committed in all USD 40bn → USD 20bn; SoftBank USD 30bn → USD 10bn; co-investors USD 10bn → USD 10bn',
      ],
    ]);
    const closed = conflict(ask('committed_drawn', '2025-10-31'), 'if the condition of tranche 2 fails');
    expect(closed?.chosen).toEqual({ text: 'no longer open' });
    expect(closed?.rule).toContain('the condition is met');
  });

  it('gives what the told tranches leave to those whose stated totals it completes', () => {
    const answer = ask('committed_drawn', '2025-04-01', { from: replay([], referenceFacts()) });
    expect(table(answer, 'tranche', 'payer', 'committed').slice(2, 6)).toEqual([
      'the rest of the deal, SoftBank, USD 7.5bn',
      'the rest of the deal, co-investors, USD 2.5bn',
      ', SoftBank, USD 30bn',
      ', co-investors, USD 10bn',
    ]);
  });
});

describe('money in another currency than the deal', () => {
  it('is told as stated, and not added up', () => {
    const answer = ask('committed_drawn', '2026-06-30', { of: 'deepseek-2026-primary' });
    expect(table(answer, 'payer', 'committed', 'drawn')[0]).toBe('CATL, CNY 5bn, unknown');
    expect(answer.rows[0]?.note).toContain('stated as USD 700m, and not converted');
    const sums = ask('reconcile', '2026-06-30', { of: 'deepseek-2026-primary' });
    expect(table(sums, 'part', 'value', 'remainder')).toContain(
      'named investors within the size of the deal, at least CNY 20bn, up to CNY 30bn',
    );
  });
});

describe('what happened without a report', () => {
  const events = (of: string, date: string): readonly string[] =>
    expectOk(viewDeal(ledger, of, { asOf: day(date), knownOn: day(date) })).events.map(
      ({ knownFrom, kind, text }) => `${knownFrom} ${kind}: ${text}`,
    );

  it('is overdue from the day after it was due, where someone is bound to pay it', () => {
    const overdue =
      '2025-05-01 overdue: tranche 1, SoftBank, USD 7.5bn: was due 2025-04, not reported as paid';
    expect(events(DEAL, '2025-04-30')).not.toContain(overdue);
    expect(events(DEAL, '2025-05-01')).toContain(overdue);
    expect(events(DEAL, '2025-12-31')).toContain(overdue);
  });

  it('has lapsed, where nobody is: an option that no text says was taken up, and that counts for nothing', () => {
    expect(events('openai-2024-primary', '2026-01-01')).toContain(
      '2026-01-01 lapsed: tranche 2, Thrive Capital, USD 1bn: was planned for 2025, not reported as paid',
    );
    const answer = ask('committed_drawn', '2026-01-01', { of: 'openai-2024-primary' });
    expect(table(answer, 'tranche', 'payer', 'committed')).toContain('tranche 2, Thrive Capital, USD 0');
  });
});

describe('reconciling', () => {
  it('says no where a sum leaves a remainder, and which report changed which sum', () => {
    const answer = ask('reconcile', '2025-12-31');
    expect(answer.isNo).toBe(true);
    expect(answer.answer).toContain('4 of 7 sums leave a remainder');
    expect(table(answer, 'known_on', 'part', 'value', 'stated', 'remainder')).toEqual(
      expect.arrayContaining([
        ', money of co-investors, USD 10.8bn, USD 11bn, USD 200m',
        '2025-08-01 013 oai-2025-08-syndicate, money of co-investors, USD 10.8bn, USD 10bn, USD −800m',
        expect.stringMatching(/^2025-12-31 .*018.*, money of co-investors, USD 10.8bn, USD 11bn, USD 200m$/),
      ]),
    );
    expect(conflict(answer, 'size')?.options[0]?.origins).toBeGreaterThan(1);
  });

  it('says yes while all sums agree', () => {
    const answer = ask('reconcile', '2025-04-01');
    expect(answer.isNo).toBe(false);
    expect(answer.answer).toContain('all 7 sums agree');
  });

  it('leaves exactly what is stated less the parts, in every deal', () => {
    const dates = { asOf: day('2026-12-31'), knownOn: day('2026-12-31') };
    const checked = listDeals(ledger, dates).flatMap(({ id }) => {
      const view = expectOk(viewDeal(ledger, id, dates));
      const values = evaluate(view.graph);
      const exact = (node: string) => exactValue(values.get(node) ?? { vague: true });
      return view.reconciliations.flatMap(({ parts, stated, remainder }) => {
        const [whole, left] = [exact(stated), exact(remainder)];
        const each = parts.flatMap(({ node }) => exact(node) ?? []);
        if (whole === undefined || left === undefined || each.length < parts.length) return [];
        return [sum([...each, left]).equals(whole)];
      });
    });
    expect(checked.length).toBeGreaterThan(7);
    expect(checked.every(Boolean)).toBe(true);
  });
});
