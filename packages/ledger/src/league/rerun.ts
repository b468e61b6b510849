import { formatBounds } from '@tranche/core/display';
import type { GraphBuilder } from '@tranche/core/formula';
import type { LeagueRow, LeagueRule } from '@tranche/core/league';
import type { EnteredDeals } from './enter-deals.ts';
import { firstOf, type LeagueTable, leagueTable } from './league-table.ts';
import { LEAGUE_RULE_NAMES, LEAGUE_RULES, ruleWords, treatmentsOf } from './rules.ts';

/** The table made again under a rule that differs, and whether another deal is then first. */
export interface Rerun {
  readonly words: string;
  readonly table: LeagueTable;
  readonly flips: boolean;
}

export interface Reruns {
  /** The other rules of the four. */
  readonly rules: readonly Rerun[];
  /** The same rule with each of its treatments changed. */
  readonly treatments: readonly Rerun[];
}

/** The table under each rule changed, one at a time, on the same deals. */
export function rerun(
  builder: GraphBuilder,
  entered: EnteredDeals,
  table: LeagueTable,
  except?: ReadonlySet<string>,
): Reruns {
  const before = keyOf(table);
  const again = (words: string, rule: LeagueRule): Rerun => {
    const other = leagueTable(builder, entered, rule, except);
    return { words, table: other, flips: keyOf(other) !== before };
  };
  const others = LEAGUE_RULE_NAMES.map((name) => LEAGUE_RULES[name]).filter(
    (rule) => ruleWords(rule) !== ruleWords(table.rule),
  );
  return {
    rules: others.map((rule) => again(ruleWords(rule), rule)),
    treatments: treatmentsOf(table.rule).map(({ words, rule }) => again(words, rule)),
  };
}

const keyOf = (table: LeagueTable): string =>
  `${table.ranking.decided} ${firstOf(table)
    .map(({ id }) => id)
    .sort()
    .join(' ')}`;

/** "about USD 14bn": the amount of a row in the words of its source. */
export function amountText(builder: GraphBuilder, node: string): string {
  const found = builder.node(node);
  return formatBounds(
    builder.boundsOf(node),
    found.unit,
    found.kind === 'input' ? found.qualifier : undefined,
  );
}

export const rowText = (builder: GraphBuilder, { label, node }: Pick<LeagueRow, 'label' | 'node'>): string =>
  `${label} (${amountText(builder, node)})`;

/** Who is first in a few words: one deal, several that tie, those among which it cannot be told, or nobody. */
export function firstText(builder: GraphBuilder, table: LeagueTable): string {
  const first = firstOf(table)
    .slice(0, MOST_NAMED)
    .map((row) => rowText(builder, row));
  if (first.length === 0) return 'cannot tell: no deal is in the table';
  if (table.ranking.decided) return first.join(' and ');
  const more = table.ranking.contenders.length - first.length;
  return `cannot tell: ${first.join(' or ')}${more > 0 ? `, or ${more} more` : ''}`;
}

const MOST_NAMED = 3;
