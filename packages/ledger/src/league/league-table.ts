import { convertMoney } from '@tranche/core/convert';
import type { GraphBuilder } from '@tranche/core/formula';
import {
  type DatedAmount,
  type League,
  type LeagueEntry,
  type LeagueRule,
  leagueOn,
} from '@tranche/core/league';
import { boundsOf, headlineValue, type StatedAmount } from '@tranche/core/money';
import type { PlainDate } from '@tranche/core/time';
import type { LeagueAmount, LeagueDeal, PublishedRate } from './league-deal.ts';

export interface LeagueQuestion {
  readonly deals: readonly LeagueDeal[];
  readonly rates: readonly PublishedRate[];
  readonly rule: LeagueRule;
  /** The table stands as of this day ... */
  readonly asOf: PlainDate;
  /** ... with what had been published by this day. */
  readonly knownOn: PlainDate;
  /** Currency code of the table. */
  readonly unit: string;
}

export interface LeagueTable {
  readonly league: League;
  readonly dealOf: ReadonlyMap<string, LeagueDeal>;
  /** Deals that cannot be compared: no rate leads from their currency to that of the table. */
  readonly notCompared: readonly LeagueDeal[];
}

/** The rule of most record claims: the headline amount announced or signed by the date, equity only. */
export const HEADLINE_RULE: LeagueRule = { amount: 'announced', money: 'equity', includeStrategic: true };

/** The four combinations of announced or received, equity alone or with debt; the first is `HEADLINE_RULE`. */
export const LEAGUE_RULES: readonly LeagueRule[] = [
  HEADLINE_RULE,
  { ...HEADLINE_RULE, money: 'equity_and_debt' },
  { ...HEADLINE_RULE, amount: 'received' },
  { ...HEADLINE_RULE, amount: 'received', money: 'equity_and_debt' },
];

/**
 * The largest financings under a stated rule, as of a day and as known on a day, greatest first.
 * Units: nodes in `unit`. A headline counts with its number, its words ("up to", "about") being kept for display;
 * what was received counts with its bounds. Other currencies are converted at the last official rate on or before
 * `asOf`; without one the deal is listed as not compared, since its rank cannot be told. Fails: never.
 */
export function leagueTable(builder: GraphBuilder, question: LeagueQuestion): LeagueTable {
  const { deals, rule, asOf, unit } = question;
  const notCompared: LeagueDeal[] = [];
  const entries = deals.flatMap((deal): LeagueEntry[] => {
    const announced = datedAmounts(builder, question, deal, 'announced');
    const received = datedAmounts(builder, question, deal, 'received');
    if (announced === undefined || received === undefined) {
      notCompared.push(deal);
      return [];
    }
    if (announced.length === 0) return [];
    const { id, label, flags } = deal;
    return [{ id, label, announced, flags, ...(deal.received.length === 0 ? {} : { received }) }];
  });
  return {
    league: leagueOn(builder, entries, rule, asOf, unit),
    dealOf: new Map(deals.map((deal) => [deal.id, deal])),
    notCompared,
  };
}

function datedAmounts(
  builder: GraphBuilder,
  question: LeagueQuestion,
  deal: LeagueDeal,
  part: 'announced' | 'received',
): readonly DatedAmount[] | undefined {
  const amounts: DatedAmount[] = [];
  for (const amount of deal[part]) {
    if (amount.knownFrom > question.knownOn || amount.from > question.asOf) continue;
    const equity = node(builder, question, deal, part, amount, amount.equity);
    if (equity === undefined) return undefined;
    const debt =
      amount.debt === undefined ? undefined : node(builder, question, deal, part, amount, amount.debt);
    amounts.push({ from: amount.from, equity, ...(debt === undefined ? {} : { debt }) });
  }
  return amounts;
}

function node(
  builder: GraphBuilder,
  { rates, asOf, unit }: LeagueQuestion,
  deal: LeagueDeal,
  part: 'announced' | 'received',
  amount: LeagueAmount,
  stated: StatedAmount,
): string | undefined {
  const isDebt = stated === amount.debt;
  const value = headlineValue(stated);
  const bounds =
    part === 'announced' && !('min' in stated)
      ? { low: value, high: value, vague: stated.qualifier === 'about' || stated.qualifier === 'nearly' }
      : boundsOf(stated);
  const input = builder.input({
    label: `${deal.label}, ${isDebt ? 'debt ' : ''}${part}`,
    unit: stated.currency,
    basis: part === 'announced' ? 'headline amount' : 'cash received',
    date: amount.from,
    bounds,
    qualifier: stated.qualifier,
    grounds: amount.statements.map((id) => ({ kind: 'fact', id })),
  });
  const official = rates.filter((rate) => rate.kind === 'official');
  const converted = convertMoney(builder, {
    from: stated.currency,
    to: unit,
    date: asOf,
    rates: official,
    amount: input,
  });
  return converted.ok ? converted.value.node : undefined;
}
