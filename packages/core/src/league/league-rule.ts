import type { PlainDate } from '../time/index.ts';

/** From this day on, so much of one deal counts. Nodes of one graph, all in one currency. */
export interface DatedAmount {
  readonly from: PlainDate;
  /** Node. Where only a total is known, its bounds run from zero to the total. */
  readonly equity: string;
  /** Node; absent when the deal has no debt. */
  readonly debt?: string;
}

/** One deal that may stand in a league table. */
export interface LeagueEntry {
  readonly id: string;
  readonly label: string;
  /** The headline as announced or signed, with its later changes; a deal only talked about has none. */
  readonly announced: readonly DatedAmount[];
  /** Cash received so far, cumulative; absent when nothing is known of payments, which is not zero. */
  readonly received?: readonly DatedAmount[];
  /** What a reader must know of the deal: `strategic`, `contingent`, `multi_year`. */
  readonly flags: readonly string[];
}

/** What is compared. Two tables under different rules need not agree; each is shown with its rule. */
export interface LeagueRule {
  /** The headline figure as announced, or the cash received so far. */
  readonly amount: 'announced' | 'received';
  readonly money: 'equity' | 'equity_and_debt';
  /** Whether purchases of a stake by a company in the trade (flag `strategic`) stand in the table. */
  readonly includeStrategic: boolean;
  /** Flags that keep a deal out, beside `strategic`. */
  readonly exclude?: readonly string[];
}

/** Whether the rule lets a deal into the table, whatever its amount. */
export const admits = (rule: LeagueRule, entry: LeagueEntry): boolean =>
  (rule.includeStrategic || !entry.flags.includes('strategic')) &&
  !(rule.exclude ?? []).some((flag) => entry.flags.includes(flag));
