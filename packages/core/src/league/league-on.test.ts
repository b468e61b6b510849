import { day, usd } from '@tranche/testkit/build';
import { describe, expect, test } from 'vitest';
import { formatBounds } from '../display/index.ts';
import { explain, GraphBuilder } from '../formula/index.ts';
import type { Qualifier } from '../money/index.ts';
import { type DatedAmount, type LeagueEntry, type LeagueRule, leagueOn } from './index.ts';

const HEADLINE: LeagueRule = { amount: 'announced', money: 'equity' };
const RECEIVED: LeagueRule = { ...HEADLINE, amount: 'received' };

const builder = new GraphBuilder();

const from = (date: string, billions: string, qualifier: Qualifier = 'exact'): DatedAmount => ({
  from: day(date),
  equity: usd(builder, `announced ${date}`, `${billions}e9`, qualifier),
});

/** A deal all of whose money was received when it was announced. */
const paid = (id: string, date: string, billions: string, ...flags: readonly string[]): LeagueEntry => {
  const announced = [from(date, billions)];
  return { id, label: id, announced, received: announced, flags };
};

// Headline amounts in billions of dollars as press and issuers reported them at the time; years count from their end.
const ENTRIES: readonly LeagueEntry[] = [
  paid('Didi 2017', '2017-12-31', '5.5'),
  paid('Ant 2018', '2018-06-08', '14'),
  paid('Juul 2018', '2018-12-20', '12.8', 'strategic'),
  paid('Didi 2019', '2019-12-31', '10.8'),
  { id: 'OpenAI 2023', label: 'OpenAI 2023', announced: [from('2023-01-23', '10')], flags: ['multi_year'] },
  paid('OpenAI 2024', '2024-10-02', '6.6'),
  {
    ...paid('Databricks', '2025-01-22', '10'),
    announced: [{ ...from('2025-01-22', '10'), debt: usd(builder, 'Databricks, debt', '5.25e9') }],
  },
  {
    id: 'OpenAI 2025',
    label: 'OpenAI 2025',
    announced: [from('2025-03-31', '40', 'up_to'), from('2025-12-26', '41')],
    received: [from('2025-04-30', '10'), from('2025-12-26', '41')],
    flags: ['contingent'],
  },
];

const table = (rule: LeagueRule, date: string, entries = ENTRIES): readonly string[] =>
  leagueOn(builder, entries, rule, day(date), 'USD').rows.map(({ rank, id }) => `${rank} ${id}`);

describe('the largest single private rounds by announced equity', () => {
  test('before the round of 2025 was signed, Ant leads and two deals of 10 tie', () => {
    expect(table(HEADLINE, '2025-02-15')).toEqual([
      '1 Ant 2018',
      '2 Juul 2018',
      '3 Didi 2019',
      '4 Databricks',
      '4 OpenAI 2023',
      '6 OpenAI 2024',
      '7 Didi 2017',
    ]);
  });

  test('when it was completed at 41 it leads, by almost three times', () => {
    const { rows, ranking } = leagueOn(builder, ENTRIES, HEADLINE, day('2025-12-31'), 'USD');
    expect(ranking).toMatchObject({ decided: true, leader: 'OpenAI 2025', contenders: ['OpenAI 2025'] });
    expect(rows[0]).toMatchObject({ flags: ['contingent'] });
    expect(formatBounds(builder.boundsOf(rows[0]?.node ?? ''), 'USD')).toBe('USD 41bn');
  });

  test('when it was signed for "up to 40" the headline leads already, and is marked', () => {
    const { ranking, rows } = leagueOn(builder, ENTRIES, HEADLINE, day('2025-04-01'), 'USD');
    expect(ranking).toMatchObject({ decided: true, leader: 'OpenAI 2025', vague: true });
    expect(formatBounds(builder.boundsOf(rows[0]?.node ?? ''), 'USD')).toBe('up to USD 40bn');
    expect(rows.map(({ id }) => id).slice(1, 4)).toEqual(['Ant 2018', 'Juul 2018', 'Didi 2019']);
  });
});

describe('the rule', () => {
  test('with debt puts Databricks first, at 15.25', () => {
    const rule: LeagueRule = { ...HEADLINE, money: 'equity_and_debt' };
    const { rows } = leagueOn(builder, ENTRIES, rule, day('2025-02-15'), 'USD');
    expect(rows[0]).toMatchObject({ id: 'Databricks', rank: 1 });
    expect(explain(builder.build(), rows[0]?.node ?? '').at(-1)?.numbers).toBe(
      'USD 10bn + USD 5.25bn = USD 15.25bn',
    );
  });

  test('without strategic purchases leaves Juul out', () => {
    expect(table({ ...HEADLINE, exclude: ['strategic'] }, '2025-02-15')[1]).toBe('2 Didi 2019');
  });

  test('leaves out what it excludes by flag', () => {
    expect(table({ ...HEADLINE, exclude: ['multi_year'] }, '2025-02-15')).not.toContain('4 OpenAI 2023');
  });

  test('by money received, Ant still leads what has been paid of the 40 by April 2025', () => {
    const entries = ENTRIES.filter(({ received }) => received !== undefined);
    expect(table(RECEIVED, '2025-04-30', entries).slice(0, 5)).toEqual([
      '1 Ant 2018',
      '2 Juul 2018',
      '3 Didi 2019',
      '4 Databricks',
      '4 OpenAI 2025',
    ]);
    expect(table(RECEIVED, '2025-04-29', entries)).not.toContain('4 OpenAI 2025');
  });

  test('by money received, a deal whose payments are not reported may be first', () => {
    const { ranking, rows } = leagueOn(builder, ENTRIES, RECEIVED, day('2025-02-15'), 'USD');
    expect(ranking).toMatchObject({ decided: false, unknown: ['OpenAI 2023'] });
    expect(ranking.contenders).toContain('OpenAI 2023');
    const row = rows.find(({ id }) => id === 'OpenAI 2023');
    expect(builder.node(row?.node ?? '')).toMatchObject({ unknownBecause: 'payments are not reported' });
  });
});

describe('money of several kinds', () => {
  const loan: LeagueEntry = {
    id: 'loan',
    label: 'loan',
    announced: [{ from: day('2025-01-01'), debt: usd(builder, 'loan', '15e9') }],
    flags: [],
  };
  const site: LeagueEntry = {
    id: 'site',
    label: 'site',
    announced: [{ from: day('2025-01-01'), total: usd(builder, 'debt and equity', '20e9') }],
    flags: [],
  };

  test('a loan, and a sum of which the equity part is not told, have no place by equity alone', () => {
    expect(table(HEADLINE, '2025-02-15', [loan, site])).toEqual([]);
    expect(table({ ...HEADLINE, money: 'equity_and_debt' }, '2025-02-15', [loan, site])).toEqual([
      '1 site',
      '2 loan',
    ]);
  });
});

describe('how far the order is known', () => {
  test('a deal of which only "up to" is received may stand anywhere below what it cannot reach', () => {
    const upTo: LeagueEntry = {
      id: 'up to',
      label: 'up to',
      announced: [from('2025-01-01', '10')],
      received: [{ from: day('2025-01-01'), equity: usd(builder, 'drawn', '10e9', 'up_to') }],
      flags: [],
    };
    const { rows } = leagueOn(
      builder,
      [upTo, paid('six', '2024-01-01', '6'), paid('twelve', '2024-01-01', '12')],
      RECEIVED,
      day('2025-02-15'),
      'USD',
    );
    expect(rows.map(({ id, rank, lowestRank }) => `${id}: ${rank} to ${lowestRank}`)).toEqual([
      'twelve: 1 to 1',
      'six: 2 to 3',
      'up to: 2 to 3',
    ]);
  });
});
