import type { GraphBuilder } from '../formula/index.ts';
import { type Ranking, rankByBounds, rankByHeadline } from '../ranking/index.ts';
import { addDays, type PlainDate } from '../time/index.ts';
import { admits, type DatedAmount, type LeagueEntry, type LeagueRule } from './league-rule.ts';

export interface LeagueRow {
  /** Ties share a rank, and the next rank counts them all: 1, 2, 2, 4. */
  readonly rank: number;
  readonly id: string;
  readonly label: string;
  /** Node: the amount compared. */
  readonly node: string;
  readonly flags: readonly string[];
}

export interface League {
  readonly rule: LeagueRule;
  readonly date: PlainDate;
  readonly rows: readonly LeagueRow[];
  /** Who is first as far as bounds decide it; ids are those of the entries. */
  readonly ranking: Ranking;
}

/**
 * The largest deals under a stated rule on a day, greatest first.
 * Units: the nodes of all entries are in `unit`, a currency code. Of each deal the last amount from a day on or
 * before the date counts; a deal without one is not in the table. Exact: ranks are those of `rankByBounds`.
 * Announced sums are compared by their headline figure, "up to 40" as 40, and the ranking is then marked vague;
 * received sums by their bounds. A deal whose payments are not reported stands in a table of received cash as
 * unknown.
 * Fails: never. Ids are unique.
 */
export function leagueOn(
  builder: GraphBuilder,
  entries: readonly LeagueEntry[],
  rule: LeagueRule,
  date: PlainDate,
  unit: string,
): League {
  const counted = entries
    .filter((entry) => admits(rule, entry))
    .flatMap((entry) => {
      const node = amountOf(builder, entry, rule, date, unit);
      return node === undefined ? [] : [{ entry, node }];
    });
  const rank = rule.amount === 'announced' ? rankByHeadline : rankByBounds;
  const ranking = rank(counted.map(({ entry, node }) => ({ id: entry.id, bounds: builder.boundsOf(node) })));
  const byId = new Map(counted.map((row) => [row.entry.id, row]));
  const rows = ranking.order.flatMap(({ rank, id }) => {
    const row = byId.get(id);
    return row === undefined
      ? []
      : [{ rank, id, label: row.entry.label, node: row.node, flags: row.entry.flags }];
  });
  return { rule, date, rows, ranking };
}

/**
 * The table as it stood on the eve of a day: its contenders are those who may have held the record until then.
 * `except` leaves out the deal whose record is in question, should it have been announced in parts.
 */
export function recordHolderBefore(
  builder: GraphBuilder,
  entries: readonly LeagueEntry[],
  rule: LeagueRule,
  date: PlainDate,
  unit: string,
  except?: string,
): League {
  const others = entries.filter((entry) => entry.id !== except);
  return leagueOn(builder, others, rule, addDays(date, -1), unit);
}

function amountOf(
  builder: GraphBuilder,
  entry: LeagueEntry,
  rule: LeagueRule,
  date: PlainDate,
  unit: string,
): string | undefined {
  const announced = lastOn(entry.announced, date);
  const counted = rule.amount === 'announced' ? announced : lastOn(entry.received ?? [], date);
  if (counted === undefined) {
    if (rule.amount === 'announced' || entry.received !== undefined || announced === undefined)
      return undefined;
    return builder.unknown({
      label: `received, ${entry.label}`,
      unit,
      date,
      because: 'payments are not reported',
      grounds: [{ kind: 'rule', id: 'payments-not-reported' }],
    });
  }
  if (rule.money === 'equity' || counted.debt === undefined) return counted.equity;
  return builder.formula({
    label: `equity and debt, ${entry.label}`,
    unit,
    basis: rule.amount,
    date,
    operator: 'add',
    operands: [counted.equity, counted.debt],
  });
}

const lastOn = (amounts: readonly DatedAmount[], date: PlainDate): DatedAmount | undefined =>
  amounts
    .filter(({ from }) => from <= date)
    .reduce<DatedAmount | undefined>(
      (last, amount) => (last === undefined || amount.from >= last.from ? amount : last),
      undefined,
    );
