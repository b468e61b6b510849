import type { PlainDate } from '../time/index.ts';

/**
 * From this day on, so much of one deal counts. Nodes of one graph, all in one currency. A loan has no `equity`; of
 * a sum over equity and debt together only the `total` is known.
 */
export interface DatedAmount {
  readonly from: PlainDate;
  /** Node. */
  readonly equity?: string;
  /** Node; absent when the deal has no debt. */
  readonly debt?: string;
  /** Node; in place of the other two. */
  readonly total?: string;
}

/** One deal that may stand in a league table. */
export interface LeagueEntry {
  readonly id: string;
  readonly label: string;
  /** The headline as announced or signed, with its later changes; a deal only talked about has none. */
  readonly announced: readonly DatedAmount[];
  /** Cash received so far, cumulative; absent when nothing is known of payments, which is not zero. */
  readonly received?: readonly DatedAmount[];
  /** What a reader must know of the deal, and a rule may leave out: `strategic`, `contingent`, `multi_year`. */
  readonly flags: readonly string[];
}

/** What is compared. Two tables under different rules need not agree; each is shown with its rule. */
export interface LeagueRule {
  /** The headline figure as announced, or the cash received so far. */
  readonly amount: 'announced' | 'received';
  readonly money: 'equity' | 'equity_and_debt';
  /** Flags that keep a deal out. */
  readonly exclude?: readonly string[];
}

/** Whether the rule lets a deal into the table, whatever its amount. */
export const admits = (rule: LeagueRule, { flags }: Pick<LeagueEntry, 'flags'>): boolean =>
  !(rule.exclude ?? []).some((flag) => flags.includes(flag));
