import { evaluate } from '@tranche/core/formula';
import { expectOk } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listDeals, rankInvestors, viewDeal } from '../src/deal/index.ts';
import type { Judgement } from '../src/judgement/index.ts';
import { type LogEntry, replay } from '../src/log/index.ts';
import type { Ledger } from '../src/statement/index.ts';
import { day, goldLedger } from './gold-ledger.ts';

const { ledger } = goldLedger();
const DAYS = [...new Set(ledger.sources.flatMap(({ published }) => published ?? []))].sort();
const LAST = day('2026-12-31');
const DEAL = 'openai-2025-primary';

const everything = (of: Ledger, knownOn: PlainDate): unknown =>
  listDeals(of, { asOf: knownOn, knownOn }).map(({ id }) => viewDeal(of, id, { asOf: knownOn, knownOn }));

const entryOf = (source: Ledger['sources'][number]): LogEntry => ({
  kind: 'source_added',
  source,
  claims: ledger.claims.filter(({ sourceId }) => sourceId === source.id),
});

describe('laws of the ledger', () => {
  it('the order of claims and sources does not change a deal', () => {
    const expected = everything(ledger, LAST);
    fc.assert(
      fc.property(fc.shuffledSubarray([...ledger.claims], { minLength: ledger.claims.length }), (claims) => {
        expect(everything({ ...ledger, claims, sources: ledger.sources.toReversed() }, LAST)).toEqual(
          expected,
        );
      }),
      { numRuns: 1 },
    );
  });

  // Every day of the example workspace, and everything it answers: packages/service/test/day-by-day.test.ts.
  it('the whole ledger asked for a day answers like one that was only given the reports up to that day', () => {
    for (const date of DAYS.filter((_, index) => index % 15 === 0)) {
      const upTo = replay(
        ledger.sources.filter(({ published }) => published !== undefined && published <= date).map(entryOf),
      );
      expect(everything(ledger, date)).toEqual(everything(upTo, date));
    }
  });

  it('nobody has certainly drawn more than it has certainly not committed, whatever reports are missing', () => {
    fc.assert(
      fc.property(
        fc.subarray([...ledger.claims], { minLength: 40 }),
        fc.constantFrom(...DAYS),
        fc.constantFrom(...DAYS),
        (claims, asOf, knownOn) => {
          const some = { ...ledger, claims };
          for (const { id } of listDeals(some, { asOf, knownOn })) {
            const view = expectOk(viewDeal(some, id, { asOf, knownOn }));
            const values = evaluate(view.graph);
            for (const { slices } of view.tranches) {
              for (const { committed, drawn } of slices) {
                const [bound, paid] = [values.get(committed), values.get(drawn)];
                const exceeds =
                  paid?.low !== undefined && bound?.high !== undefined && paid.low.compare(bound.high) > 0;
                expect(exceeds).toBe(false);
              }
            }
          }
          for (const measure of ['committed', 'paid', 'stake'] as const) {
            rankInvestors(some, { issuer: 'OpenAI', measure, asOf, knownOn });
          }
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('a judgement', () => {
  const statement = ledger.claims.find(
    ({ sourceId, claim }) => sourceId === 's-018' && claim.type === 'round',
  );
  const base = { by: 'Ann', when: day('2026-01-02'), why: 'checked by telephone' };
  const reject: Judgement = {
    ...base,
    id: 'j-1',
    decision: { kind: 'reject', statement: statement?.id ?? '' },
  };
  const undo: Judgement = { ...base, id: 'j-2', decision: { kind: 'undo', judgement: 'j-1' } };
  const sizeOf = (judgements: readonly Judgement[], knownOn: string): string | undefined =>
    expectOk(
      viewDeal({ ...ledger, judgements }, DEAL, { asOf: day(knownOn), knownOn: day(knownOn) }),
    ).terms.find(({ field }) => field === 'size')?.text;

  it('that rejects a statement leaves it in sight, from the day it was made', () => {
    expect(sizeOf([reject], '2026-01-01')).toBe('USD 41bn');
    expect(sizeOf([reject], '2026-01-02')).toBe('USD 40bn');
    const view = expectOk(viewDeal({ ...ledger, judgements: [reject] }, DEAL, { asOf: LAST, knownOn: LAST }));
    const size = view.terms.find(({ field }) => field === 'size');
    expect(size?.alternatives.map(({ passedOverBecause }) => passedOverBecause)).toContain(
      'rejected by Ann: checked by telephone',
    );
    expect(view.events.at(-1)).toMatchObject({ kind: 'judged', knownFrom: '2026-01-02' });
  });

  it('that is undone leaves the view as it was', () => {
    const dates = { asOf: LAST, knownOn: LAST };
    expect(viewDeal({ ...ledger, judgements: [reject, undo] }, DEAL, dates)).toEqual(
      viewDeal(ledger, DEAL, dates),
    );
  });

  it('that is undone on a later day is told with the day it counted from and the day it did no longer', () => {
    const judged = [reject, { ...undo, when: day('2026-01-05'), by: 'Bob', why: 'it was right' }];
    const again: Judgement = {
      ...base,
      id: 'j-9',
      when: day('2026-01-07'),
      decision: { kind: 'undo', judgement: 'j-2' },
    };
    const view = expectOk(
      viewDeal({ ...ledger, judgements: [...judged, again] }, DEAL, { asOf: LAST, knownOn: LAST }),
    );
    expect(
      view.events
        .filter(({ kind }) => kind === 'judged')
        .map(({ knownFrom, text }) => `${knownFrom} ${text}`),
    ).toEqual([
      '2026-01-02 Ann rejected a statement: checked by telephone',
      '2026-01-02 size from USD 41bn to USD 40bn',
      '2026-01-05 Bob took back that Ann rejected a statement: it was right',
      '2026-01-05 size from USD 40bn to USD 41bn',
      '2026-01-07 Ann lets it stand again that Ann rejected a statement: checked by telephone',
      '2026-01-07 size from USD 41bn to USD 40bn',
    ]);
  });

  it('that prefers a statement goes before the rule', () => {
    const other = ledger.claims.find(({ sourceId, claim }) => sourceId === 's-017' && claim.type === 'round');
    const prefer: Judgement = {
      ...base,
      id: 'j-3',
      decision: { kind: 'prefer', deal: DEAL, field: 'size', statement: other?.id ?? '' },
    };
    const view = expectOk(viewDeal({ ...ledger, judgements: [prefer] }, DEAL, { asOf: LAST, knownOn: LAST }));
    expect(view.terms.find(({ field }) => field === 'size')).toMatchObject({
      text: 'USD 40bn',
      rule: 'preferred by Ann: checked by telephone',
    });
  });

  it('merges deals, splits a statement off one, and names itself where it did', () => {
    const merge: Judgement = {
      ...base,
      id: 'j-4',
      decision: { kind: 'merge', of: 'deals', into: DEAL, other: 'openai-2025-primary-3' },
    };
    const judged = { ...ledger, judgements: [merge] };
    const ids = listDeals(judged, { asOf: LAST, knownOn: LAST }).map(({ id }) => id);
    expect(ids).not.toContain('openai-2025-primary-3');
    const merged = expectOk(viewDeal(judged, DEAL, { asOf: LAST, knownOn: LAST }));
    expect(merged.statements.map(({ joinedBecause }) => joinedBecause)).toContain(
      'Ann merged openai-2025-primary-3 into this deal: checked by telephone',
    );
    const split: Judgement = {
      ...base,
      id: 'j-5',
      decision: { kind: 'split', of: 'deals', statement: statement?.id ?? '', from: DEAL },
    };
    const without = expectOk(
      viewDeal({ ...ledger, judgements: [split] }, DEAL, { asOf: LAST, knownOn: LAST }),
    );
    expect(without.statements.map(({ id }) => id)).not.toContain(statement?.id);
    const own = `openai-apart-${statement?.id}`;
    const opened = expectOk(viewDeal({ ...ledger, judgements: [split] }, own, { asOf: LAST, knownOn: LAST }));
    expect(opened.statements).toEqual([
      { id: statement?.id, joinedBecause: `Ann took it out of ${DEAL}: checked by telephone` },
    ]);
    const back: Judgement = {
      ...base,
      id: 'j-6',
      decision: { kind: 'merge', of: 'deals', into: DEAL, other: own },
    };
    const rejoined = { ...ledger, judgements: [split, back] };
    const whole = expectOk(viewDeal(rejoined, own, { asOf: LAST, knownOn: LAST }));
    expect([whole.id, whole.statements.map(({ id }) => id)]).toEqual([
      DEAL,
      expect.arrayContaining([statement?.id]),
    ]);
  });
});

describe('replaying a log', () => {
  it('gives the ledger that was put in, and counts what was added twice once', () => {
    const entries = ledger.sources.map(entryOf);
    const once = replay(entries);
    expect(once.sources).toEqual(ledger.sources);
    expect(once.claims).toHaveLength(ledger.claims.length);
    expect(replay([...entries, ...entries])).toEqual(once);
  });
});
