import { GraphBuilder } from '@tranche/core/formula';
import type { StatedAmount } from '@tranche/core/money';
import { day, rational } from '@tranche/testkit/build';
import { describe, expect, it } from 'vitest';
import type { LeagueDeal, PublishedRate } from './league-deal.ts';
import { HEADLINE_RULE, LEAGUE_RULES, leagueTable } from './league-table.ts';

const sum = (
  value: string,
  currency = 'USD',
  qualifier: StatedAmount['qualifier'] = 'exact',
): StatedAmount => ({
  currency,
  value: rational(value),
  qualifier,
});
const deal = (id: string, on: string, equity: StatedAmount, more: Partial<LeagueDeal> = {}): LeagueDeal => ({
  id,
  label: id,
  issuer: id,
  announced: [{ from: day(on), knownFrom: day(on), equity, statements: [id] }],
  received: [{ from: day(on), knownFrom: day(on), equity, statements: [id] }],
  flags: [],
  ...more,
});
const RATES: readonly PublishedRate[] = [
  {
    base: 'EUR',
    quote: 'USD',
    rate: rational('1.1'),
    date: day('2025-01-31'),
    publisher: 'a bank',
    kind: 'official',
    knownFrom: day('2025-01-31'),
  },
];

const table = (deals: readonly LeagueDeal[], more: object = {}) =>
  leagueTable(new GraphBuilder(), {
    deals,
    rates: RATES,
    rule: HEADLINE_RULE,
    asOf: day('2025-06-30'),
    knownOn: day('2025-06-30'),
    unit: 'USD',
    ...more,
  });
const ids = ({ league }: ReturnType<typeof table>) => league.rows.map(({ id }) => id);

describe('the table of the largest', () => {
  it('counts an announced sum with its number, whatever the words around it', () => {
    expect(
      ids(
        table([
          deal('exact', '2025-01-01', sum('39')),
          deal('limit', '2025-01-01', sum('40', 'USD', 'up_to')),
        ]),
      ),
    ).toEqual(['limit', 'exact']);
  });

  it('converts other currencies, and leaves out what no rate leads from', () => {
    const euro = deal('euro', '2025-02-01', sum('10', 'EUR'));
    const rupee = deal('rupee', '2025-02-01', sum('900', 'INR'));
    const result = table([deal('dollar', '2025-02-01', sum('10.5')), euro, rupee]);
    expect(ids(result)).toEqual(['euro', 'dollar']);
    expect(result.notCompared.map(({ id }) => id)).toEqual(['rupee']);
  });

  it('stands as of one day and as known on another', () => {
    const early = deal('early', '2025-01-01', sum('10'));
    const late = deal('late', '2025-06-01', sum('20'));
    const secret = deal('secret', '2025-01-01', sum('30'), {
      announced: [
        { from: day('2025-01-01'), knownFrom: day('2025-07-01'), equity: sum('30'), statements: ['secret'] },
      ],
    });
    expect(ids(table([early, late, secret]))).toEqual(['late', 'early']);
    expect(ids(table([early, late, secret], { asOf: day('2025-05-01') }))).toEqual(['early']);
    expect(ids(table([early, late, secret], { knownOn: day('2025-07-01') }))).toEqual([
      'secret',
      'late',
      'early',
    ]);
  });

  it('by money received has a deal that received nothing yet not at all', () => {
    const [, , received] = LEAGUE_RULES;
    const unpaid = deal('unpaid', '2025-01-01', sum('40'), {
      received: [
        { from: day('2025-12-31'), knownFrom: day('2025-12-31'), equity: sum('40'), statements: [] },
      ],
    });
    expect(ids(table([unpaid, deal('paid', '2025-01-01', sum('14'))], { rule: received }))).toEqual(['paid']);
  });
});
