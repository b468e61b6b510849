import type { GraphBuilder } from '@tranche/core/formula';
import { type League, type LeagueRow, type LeagueRule, leagueOn } from '@tranche/core/league';
import { type Bounds, headlineOf } from '@tranche/core/money';
import type { EnteredDeals } from './enter-deals.ts';
import type { EnteredDeal } from './entered.ts';

/** A deal that this rule leaves out, with the amount it would have stood with. */
export interface LeftOut {
  readonly deal: EnteredDeal;
  readonly because: 'by_flag' | 'equity_not_told';
  /** Flags that kept it out; none where its equity part is not told. */
  readonly flags: readonly string[];
  /** Node. */
  readonly node: string;
}

export interface LeagueTable extends League {
  readonly leftOut: readonly LeftOut[];
}

/**
 * The largest financings under a stated rule, greatest first, among the deals entered; `except` leaves out the deals
 * whose own record is in question. Units: nodes in the currency of the deals. What was announced is compared by its
 * headline, what was received by its bounds. Fails: never.
 */
export function leagueTable(
  builder: GraphBuilder,
  { deals, asOf, unit }: EnteredDeals,
  rule: LeagueRule,
  except: ReadonlySet<string> = new Set(),
): LeagueTable {
  const entered = [...deals.values()].filter(({ entry }) => !except.has(entry.id));
  const league = leagueOn(
    builder,
    entered.map(({ entry }) => entry),
    rule,
    asOf,
    unit,
  );
  const placed = new Set(league.rows.map(({ id }) => id));
  return {
    ...league,
    leftOut: entered.filter(({ entry }) => !placed.has(entry.id)).flatMap((deal) => leftOut(deal, rule)),
  };
}

function leftOut(deal: EnteredDeal, rule: LeagueRule): readonly LeftOut[] {
  const { entry } = deal;
  const counted = (rule.amount === 'announced' ? entry.announced : (entry.received ?? [])).at(-1);
  const node = counted?.total ?? counted?.equity ?? counted?.debt;
  if (node === undefined) return [];
  const flags = (rule.exclude ?? []).filter((flag) => entry.flags.includes(flag));
  if (flags.length > 0) return [{ deal, because: 'by_flag', flags, node }];
  return counted?.total === undefined ? [] : [{ deal, because: 'equity_not_told', flags, node }];
}

/** The rows of the first rank, or those among which bounds cannot tell who is first. */
export function firstOf({ rows, ranking }: League): readonly LeagueRow[] {
  if (!ranking.decided) return rows.filter(({ id }) => ranking.contenders.includes(id));
  const { leader } = ranking;
  return rows.filter(({ id, rank }) =>
    leader === undefined ? rank === 1 && ranking.contenders.includes(id) : id === leader,
  );
}

/** Whether an amount that has no place could be the first: more than what the first is certain of. */
export function couldLead(builder: GraphBuilder, table: League, bounds: Bounds): boolean {
  const [first] = firstOf(table);
  const low = first === undefined ? undefined : headlineOf(builder.boundsOf(first.node));
  const high = bounds.high;
  return low === undefined || high === undefined || high.compare(low) > 0;
}
