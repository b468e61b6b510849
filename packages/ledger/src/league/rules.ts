import type { LeagueRule } from '@tranche/core/league';
import type { LeagueFlag } from './league-deal.ts';

/** What is no round at all: existing shares sold by their holders, a loan, a grant. */
export const NO_ROUNDS: readonly LeagueFlag[] = ['sale_by_holders', 'loan', 'grant'];

/** The rule of most record claims: the headline amount announced or signed by the date, equity only. */
export const HEADLINE_RULE: LeagueRule = { amount: 'announced', money: 'equity', exclude: NO_ROUNDS };

/** The four rules by which a table can be asked for; the first is `HEADLINE_RULE`. */
export const LEAGUE_RULES = {
  announced_equity: HEADLINE_RULE,
  announced_with_debt: { ...HEADLINE_RULE, money: 'equity_and_debt' },
  received_equity: { ...HEADLINE_RULE, amount: 'received' },
  received_with_debt: { ...HEADLINE_RULE, amount: 'received', money: 'equity_and_debt' },
} as const satisfies Readonly<Record<string, LeagueRule>>;

export type LeagueRuleName = keyof typeof LEAGUE_RULES;
export const LEAGUE_RULE_NAMES = Object.keys(LEAGUE_RULES) as readonly LeagueRuleName[];

/** "announced amount, equity only". */
export const ruleWords = ({ amount, money }: LeagueRule): string =>
  `${amount === 'announced' ? 'announced amount' : 'cash received'}, ${money === 'equity' ? 'equity only' : 'equity and debt'}`;

/** One thing that a rule can treat otherwise than it does. */
export interface Treatment {
  readonly words: string;
  readonly rule: LeagueRule;
}

const LEFT_OUT: Readonly<Partial<Record<LeagueFlag, string>>> = {
  strategic: 'strategic purchases left out',
  money_to_holders: 'deals of which money went to holders left out',
  multi_year: 'sums over several years left out',
  contingent: 'sums that are partly contingent left out',
};
const COUNTED: Readonly<Partial<Record<LeagueFlag, string>>> = {
  sale_by_holders: 'sales by holders alone counted',
  loan: 'loans alone counted',
};

/** The rule with each of its treatments changed, one at a time. */
export function treatmentsOf(rule: LeagueRule): readonly Treatment[] {
  const exclude = rule.exclude ?? [];
  const without = Object.entries(LEFT_OUT).map(([flag, words]) => ({
    words,
    rule: { ...rule, exclude: [...exclude, flag] },
  }));
  const withThem = Object.entries(COUNTED)
    .filter(([flag]) => flag !== 'loan' || rule.money === 'equity_and_debt')
    .map(([flag, words]) => ({
      words,
      rule: { ...rule, exclude: exclude.filter((one) => one !== flag) },
    }));
  return [...without, ...withThem];
}

const FLAG_WORDS: Readonly<Record<LeagueFlag, string>> = {
  strategic: 'strategic',
  money_to_holders: 'money partly to holders',
  multi_year: 'over several years',
  contingent: 'partly contingent',
  sale_by_holders: 'sale by holders',
  loan: 'a loan alone',
  grant: 'a grant',
};

/** "strategic, money partly to holders". */
export const flagWords = (flags: readonly string[]): string =>
  flags.map((flag) => FLAG_WORDS[flag as LeagueFlag] ?? flag).join(', ');
