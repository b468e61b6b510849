import { GraphBuilder } from '@tranche/core/formula';
import type { LeagueRule } from '@tranche/core/league';
import type { PlainDate } from '@tranche/core/time';
import { enterDeals, HEADLINE_RULE, LEAGUE_RULES, leagueTable } from '@tranche/ledger/league';
import { partyBook } from '@tranche/ledger/party';
import { describe, expect, it } from 'vitest';
import expectedAnswers from '../../test/expected-answers.json' with { type: 'json' };
import { referenceRates } from '../rates/index.ts';
import { leagueDeals } from './league-deals.ts';

interface Snapshot {
  readonly id: string;
  readonly as_of: string;
  readonly order: readonly string[];
}
const snapshots = expectedAnswers.filter(({ kind }) => kind === 'snapshot') as unknown as readonly Snapshot[];
/** Late enough for every fact to be known. */
const KNOWN_ON = '2026-12-31' as PlainDate;

const enter = (asOf: string, knownOn: string = KNOWN_ON) => {
  const builder = new GraphBuilder();
  const entered = enterDeals(builder, {
    deals: leagueDeals(),
    issuers: [],
    rates: referenceRates(),
    parties: partyBook(),
    asOf: asOf as PlainDate,
    knownOn: knownOn as PlainDate,
    unit: 'USD',
  });
  return { builder, entered };
};

const table = (asOf: string, rule: LeagueRule = HEADLINE_RULE, knownOn: string = KNOWN_ON) => {
  const { builder, entered } = enter(asOf, knownOn);
  return leagueTable(builder, entered, rule);
};

describe('the largest private financings', () => {
  it.each(snapshots)('stand as in the table of $as_of by announced equity ($id)', ({ as_of, order }) => {
    const ids = table(as_of).rows.map(({ id }) => id);
    const listed = ids.slice(0, order.length);
    expect(new Set(listed)).toEqual(new Set(order));
    // Equal amounts share a rank; the lists name them in either order.
    const rank = new Map(table(as_of).rows.map((row) => [row.id, row.rank]));
    const ranks = order.map((id) => rank.get(id) ?? 0);
    expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
  });

  it('are all the tables there are to check', () => {
    expect(snapshots.map(({ as_of }) => as_of)).toEqual([
      '2025-02-15',
      '2025-04-01',
      '2025-12-31',
      '2026-06-30',
    ]);
  });

  it('are led by Databricks in February 2025 once debt counts: 10 and 5.25', () => {
    // lr-snapshot-2025-02-15: "With debt Databricks would be first at 15.25."
    const [first] = table('2025-02-15', LEAGUE_RULES.announced_with_debt).rows;
    expect(first?.id).toBe('lr-databricks-j');
  });

  it('are still led by Ant on 2025-04-01 by money received', () => {
    // lr-snapshot-2025-04-01: "By money received on this date Ant stays first."
    const { ranking } = table('2025-04-01', LEAGUE_RULES.received_equity);
    expect(ranking.leader).toBe('lr-ant-2018');
  });

  it('leave out what was not known yet, and what no rate converts', () => {
    const known = table('2025-02-12', HEADLINE_RULE, '2025-02-12');
    const ids = known.rows.map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['lr-ant-2018', 'lr-juul-2018']);
    // Its only source is of April 2025.
    expect(ids).not.toContain('lr-didi-10.8');
    expect(enter('2025-02-12').entered.asides).toMatchObject([
      { id: 'lr-jio-facebook-2020', reason: 'no_rate' },
    ]);
  });
});
