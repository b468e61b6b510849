import { factOf } from '@tranche/testkit/said';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listDeals, rankInvestors } from '../src/deal/index.ts';
import type { Decision, Judgement } from '../src/judgement/index.ts';
import { type PartyOverview, partiesOf } from '../src/party/index.ts';
import type { Ledger } from '../src/statement/index.ts';
import { day, goldLedger } from './gold-ledger.ts';

const { ledger } = goldLedger();
/** Fewer texts, where every deal is viewed again and again. */
const FEW = goldLedger({ texts: (id) => id <= '018' }).ledger;
const TODAY = day('2026-12-31');

const judged = (of: Ledger, ...made: readonly (readonly [when: string, decision: Decision])[]): Ledger => ({
  ...of,
  judgements: made.map(
    ([when, decision], index): Judgement => ({
      id: `j-${index}`,
      decision,
      by: 'Ann',
      when: day(when),
      why: 'a reason',
    }),
  ),
});
const merge = (into: string, other: string): Decision => ({ kind: 'merge', of: 'parties', into, other });
const undo = (judgement: string): Decision => ({ kind: 'undo', judgement });

const party = (id: string, of: Ledger = ledger, on = TODAY): PartyOverview | undefined =>
  partiesOf(of, on).find((one) => one.id === id);

describe('the parties of the corpus', () => {
  it('are those named in the statements, with every way of writing them and why it stands for them', () => {
    expect(party('altimeter-capital')?.names).toEqual([
      { name: 'Altimeter', relation: 'alias', because: 'alias of Altimeter Capital', statements: 2 },
      { name: 'Altimeter Capital', statements: 1 },
      {
        name: 'Altimeter Capital Management',
        relation: 'alias',
        because: 'alias of Altimeter Capital',
        statements: 1,
      },
    ]);
    expect(party('qatar-investment-authority')?.names.map(({ name }) => name)).toEqual(['QIA']);
  });

  it('are those known by the day', () => {
    const before = partiesOf(ledger, day('2025-01-22')).map(({ id }) => id);
    expect(before).toContain('stargate');
    expect(before).not.toContain('sb-openai-japan');
    for (const on of ['2024-12-31', '2025-03-31'].map(day)) {
      const upTo = {
        ...ledger,
        claims: ledger.claims.filter(
          ({ sourceId }) => (ledger.sources.find(({ id }) => id === sourceId)?.published ?? TODAY) <= on,
        ),
      };
      expect(partiesOf(ledger, on)).toEqual(partiesOf(upTo, TODAY));
    }
  });

  it('that may be one are offered to a person, and not once somebody has kept them apart', () => {
    const alike: Ledger = {
      ...ledger,
      sources: [],
      claims: [],
      facts: ['Halden Row', 'Halden Row Capital', 'HaldenRow', 'OpenAI', 'OpenAI Foundation', 'founders'].map(
        (name) => factOf(name, '2026-01-01', { type: 'no_external_funding', entity: name }),
      ),
    };
    const pairs = (of: Ledger): readonly string[] =>
      partiesOf(of, TODAY).flatMap(({ id, likelySame }) => likelySame.map((other) => `${id} ${other.id}`));
    // The alias table lists the foundation as another party.
    expect(pairs(alike)).toEqual([
      'halden-row halden-row-capital',
      'halden-row haldenrow',
      'halden-row-capital halden-row',
      'haldenrow halden-row',
    ]);
    const apart = judged(alike, ['2026-06-01', { kind: 'split', of: 'parties', name: 'Halden Row Capital' }]);
    expect(pairs(apart)).toEqual(['halden-row haldenrow', 'haldenrow halden-row']);
  });

  it('bear the judgements that are about them, as long as those stand', () => {
    const of = judged(
      ledger,
      ['2026-06-01', merge('Coatue', 'Tiger Global')],
      ['2026-06-02', { kind: 'note', about: 'coatue', text: 'asked the firm' }],
      ['2026-06-03', undo('j-0')],
    );
    expect(party('coatue', of, day('2026-06-01'))?.judgements).toEqual(['j-0']);
    expect(party('tiger-global', of, day('2026-06-01'))).toBeUndefined();
    expect(party('coatue', of)?.judgements).toEqual(['j-1']);
    expect(party('tiger-global', of)).toEqual(party('tiger-global'));
  });
});

describe('a merge of parties', () => {
  const answers = (of: Ledger, on = TODAY): unknown => [
    listDeals(of, { asOf: on, knownOn: on }),
    ...(['committed', 'paid', 'stake'] as const).map((measure) =>
      rankInvestors(of, { issuer: 'OpenAI', measure, asOf: on, knownOn: on }),
    ),
  ];

  it('of two investors makes one row of them, and of two companies one list of deals', () => {
    const rows = (of: Ledger): readonly string[] => {
      const ranked = rankInvestors(of, {
        issuer: 'OpenAI',
        measure: 'committed',
        asOf: TODAY,
        knownOn: TODAY,
      });
      return ranked.ok ? ranked.value.rows.map((row) => row.party) : [];
    };
    const of = judged(FEW, ['2026-06-01', merge('Microsoft', 'SoftBank')]);
    expect(rows(FEW)).toContain('SoftBank');
    expect(rows(of)).not.toContain('SoftBank');
    const issuers = (one: Ledger): ReadonlySet<string> =>
      new Set(listDeals(one, { asOf: TODAY, knownOn: TODAY }).map(({ issuer }) => issuer));
    expect(issuers(judged(FEW, ['2026-06-01', merge('OpenAI', 'Databricks')])).has('databricks')).toBe(false);
  });

  it('or a split that is undone leaves every deal and ranking as it was', () => {
    const expected = answers(FEW);
    const decision = fc.oneof(
      fc.constantFrom(
        merge('Microsoft', 'SoftBank'),
        merge('OpenAI', 'Databricks'),
        merge('Thrive Capital', 'Coatue'),
      ),
      fc.constantFrom<Decision>(
        { kind: 'split', of: 'parties', name: 'Thrive' },
        { kind: 'split', of: 'parties', name: 'NVIDIA' },
      ),
    );
    fc.assert(
      fc.property(fc.array(decision, { minLength: 1, maxLength: 3 }), (decisions) => {
        const made = decisions.map((one) => ['2026-06-01', one] as const);
        const undone = decisions.map((_, index) => ['2026-06-02', undo(`j-${index}`)] as const);
        expect(answers(judged(FEW, ...made, ...undone))).toEqual(expected);
      }),
      { numRuns: 3 },
    );
  });
});
