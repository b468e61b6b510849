import { formatBounds } from '@tranche/core/display';
import { evaluate } from '@tranche/core/formula';
import { expectOk } from '@tranche/core/result';
import { describe, expect, it } from 'vitest';
import { type DealView, type Term, viewDeal, viewDealWithEffects } from '../src/deal/index.ts';
import type { Judgement } from '../src/judgement/index.ts';
import type { Ledger } from '../src/statement/index.ts';
import { day, goldLedger } from './gold-ledger.ts';

/** The annotated claims of texts 001 to 029; figures are stated in texts 004, 009, 013, 015, 017 and 018. */
const { ledger } = goldLedger({ texts: (id) => id <= '029' });
const DEAL = 'openai-2025-primary';
const on = (date: string) => ({ asOf: day(date), knownOn: day(date) });

const known = new Map<string, DealView>();

function explained(date: string): DealView {
  const view = known.get(date) ?? expectOk(viewDealWithEffects(ledger, DEAL, on(date)));
  known.set(date, view);
  return view;
}

const alternatives = (view: DealView, field: string): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    (view.terms.find((term) => term.field === field)?.alternatives ?? []).map(({ text, effect }) => [
      text,
      effect,
    ]),
  );

/** The same deal for someone who takes one statement's word for a field: the slow way to an effect. */
function preferring(field: string, statement: string, date: string): DealView {
  const judgement: Judgement = {
    id: 'j-1',
    decision: { kind: 'prefer', deal: DEAL, field, statement },
    by: 'Ann',
    when: day(date),
    why: 'to compare',
  };
  const judged: Ledger = { ...ledger, judgements: [judgement] };
  return expectOk(viewDeal(judged, DEAL, on(date)));
}

/** Figures by the names under which effects tell them. */
function figures(view: DealView): ReadonlyMap<string, string> {
  const values = evaluate(view.graph);
  const text = (node: string): string => formatBounds(values.get(node) ?? { vague: true }, view.unit);
  return new Map([
    ['committed in all', text(view.totals.committed)],
    ['drawn in all', text(view.totals.drawn)],
    ['undrawn in all', text(view.totals.undrawn)],
    ...view.payers.flatMap(({ payer, committed, drawn }) => [
      [`committed by ${payer}`, text(committed)] as const,
      [`drawn by ${payer}`, text(drawn)] as const,
    ]),
    ...view.reconciliations.map(
      ({ label, remainder }) => [`remainder of ${label}`, text(remainder)] as const,
    ),
  ]);
}

const termIn = (view: DealView, field: string): Term | undefined =>
  view.terms.find((term) => term.field === field);

describe('what choosing another value would change', () => {
  const dates = ['2025-02-12', '2025-04-01', '2025-10-31', '2025-12-31'];

  it.each(dates)('is told of every value that is passed over, known on %s', (date) => {
    const passed = explained(date).terms.flatMap((term) => term.alternatives);
    expect(passed.length).toBeGreaterThan(1);
    expect(passed.filter(({ effect }) => effect === undefined)).toEqual([]);
  });

  it('is what the deal comes to under a judgement that prefers it', () => {
    const date = '2025-10-31';
    const view = explained(date);
    const before = figures(view);
    for (const { field, alternatives: passed } of view.terms) {
      for (const { text, effect = '', statements } of passed) {
        const judged = statements
          .map((statement) => preferring(field, statement, date))
          .find((one) => termIn(one, field)?.text === text);
        if (judged === undefined || effect.startsWith('as of')) continue;
        const after = figures(judged);
        const changed = [...after].filter(([name, is]) => before.has(name) && before.get(name) !== is);
        for (const [name, is] of changed) {
          const told = effect.includes(`${name} ${before.get(name)} → ${is}`);
          expect(told || / more$/.test(effect), `${field} ${text}: ${name} ${is} in "${effect}"`).toBe(true);
        }
        if (changed.length === 0) expect(effect).not.toContain('committed in all');
      }
    }
  });

  it('of the size: the implied stake, and what the parts leave of it', () => {
    expect(alternatives(explained('2025-10-31'), 'size')['USD 41bn']).toContain(
      'implied stake, the whole deal 13.33 % → 13.67 % or 13.62 %',
    );
    expect(alternatives(explained('2025-12-31'), 'size')['USD 40bn']).toContain(
      'remainder of payments and the amount stated as paid USD 200m → USD −800m',
    );
  });

  it('of the valuation: the implied stake', () => {
    expect(alternatives(explained('2025-02-12'), 'valuation')['USD 340bn, basis not stated']).toContain(
      'implied stake, the whole deal 13.33 % → 11.76 % or 10.53 %',
    );
  });

  it('of a payment: what is drawn and, where it is more than planned, committed', () => {
    const effect = alternatives(explained('2025-12-31'), 'tranche-1.softbank.own.paid')['about USD 8bn'];
    expect(effect).toContain('drawn by SoftBank USD 30bn → about USD 30.5bn');
    expect(effect).toContain('committed by SoftBank USD 30bn → about USD 30.5bn');
  });

  it('of the status: whether money counts as committed', () => {
    expect(alternatives(explained('2025-10-31'), 'status').planned).toMatch(/committed in all .* → /);
  });

  it('of a date: the first day as of which the answer would be another', () => {
    const effect = alternatives(explained('2025-12-31'), 'tranche-1.softbank.syndicated.paid_on')['2025-03'];
    expect(effect).toMatch(/^as of 2025-03-31: drawn in all USD 0 → USD 2.5bn/);
  });
});
