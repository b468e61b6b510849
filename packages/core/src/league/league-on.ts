import type { GraphBuilder } from '../formula/index.ts';
import { headlineBounds, lowestRanks, type Ranking, rankByBounds } from '../ranking/index.ts';
import type { PlainDate } from '../time/index.ts';
import { admits, type DatedAmount, type LeagueEntry, type LeagueRule } from './league-rule.ts';

export interface LeagueRow {
  /** The best rank it can hold. Ties share a rank, and the next rank counts them all: 1, 2, 2, 4. */
  readonly rank: number;
  /** The lowest rank it can hold: another one only where bounds leave it open. */
  readonly lowestRank: number;
  readonly id: string;
  readonly label: string;
  /** Node: the amount compared. */
  readonly node: string;
  /** The day from which this amount counts. */
  readonly from: PlainDate;
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
 * before the date counts; a deal without one is not in the table, and neither is one of whose amount only a total
 * over equity and debt is known, where equity alone is compared. Exact: ranks are those of `rankByBounds`.
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
  const counted = new Map(
    entries
      .filter((entry) => admits(rule, entry))
      .flatMap((entry) => {
        const counts = amountOf(builder, entry, rule, date, unit);
        return counts === undefined ? [] : [[entry.id, { entry, ...counts }] as const];
      }),
  );
  const bounded = [...counted].map(([id, { node }]) => {
    const bounds = builder.boundsOf(node);
    return { id, bounds: rule.amount === 'announced' ? headlineBounds(bounds) : bounds };
  });
  const ranking = rankByBounds(bounded);
  const lowest = lowestRanks(bounded);
  const rows = ranking.order.flatMap(({ rank, id }): readonly LeagueRow[] => {
    const found = counted.get(id);
    if (found === undefined) return [];
    const { label, flags } = found.entry;
    const { node, from } = found;
    return [{ rank, lowestRank: lowest.get(id) ?? rank, id, label, node, from, flags }];
  });
  return { rule, date, rows, ranking };
}

interface Counted {
  readonly node: string;
  readonly from: PlainDate;
}

function amountOf(
  builder: GraphBuilder,
  entry: LeagueEntry,
  rule: LeagueRule,
  date: PlainDate,
  unit: string,
): Counted | undefined {
  const announced = lastOn(entry.announced, date);
  const counted = rule.amount === 'announced' ? announced : lastOn(entry.received ?? [], date);
  if (counted !== undefined) {
    const node = nodeOf(builder, entry, rule, counted, date, unit);
    return node === undefined ? undefined : { node, from: counted.from };
  }
  if (rule.amount === 'announced' || entry.received !== undefined || announced === undefined)
    return undefined;
  const node = builder.unknown({
    label: `received, ${entry.label}`,
    unit,
    date,
    because: 'payments are not reported',
    grounds: [{ kind: 'rule', id: 'payments-not-reported' }],
  });
  return { node, from: announced.from };
}

function nodeOf(
  builder: GraphBuilder,
  { label }: LeagueEntry,
  { amount, money }: LeagueRule,
  { equity, debt, total }: DatedAmount,
  date: PlainDate,
  unit: string,
): string | undefined {
  if (money === 'equity') return equity;
  const [first, second] = [total, equity, debt].filter((node) => node !== undefined);
  if (first === undefined || second === undefined) return first;
  return builder.formula({
    label: `equity and debt, ${label}`,
    unit,
    basis: amount,
    date,
    operator: 'add',
    operands: [first, second],
  });
}

const lastOn = (amounts: readonly DatedAmount[], date: PlainDate): DatedAmount | undefined =>
  amounts
    .filter(({ from }) => from <= date)
    .reduce<DatedAmount | undefined>(
      (last, amount) => (last === undefined || amount.from >= last.from ? amount : last),
      undefined,
    );
