import { GraphBuilder, subgraph } from '@tranche/core/formula';
import type { LeagueRow } from '@tranche/core/league';
import { fail, ok } from '@tranche/core/result';
import { judgementsInForce } from '../judgement/index.ts';
import {
  enterDeals,
  firstOf,
  firstText,
  flagWords,
  LEAGUE_RULE_NAMES,
  LEAGUE_RULES,
  type LeagueRuleName,
  type LeagueTable,
  leagueSources,
  leagueTable,
  type Reruns,
  rerun,
  ruleWords,
} from '../league/index.ts';
import { partyBook } from '../party/index.ts';
import { type AnswerRow, number, words } from './answer.ts';
import { conflictsOfLeague } from './league-conflicts.ts';
import { assumptionsOf, couldBeFirst, missingOf } from './league-remarks.ts';
import { valuationAnswer } from './league-valuations.ts';
import type { Question } from './question.ts';

/** Companies by what they were last valued at, in place of deals by what they raised. */
const VALUATION = 'valuation';
/** So many ranks are shown; what stands below is counted. */
const RANKS_SHOWN = 10;
/** Where bounds leave many deals on one rank, no more rows than this. */
const MOST_ROWS = 30;

/**
 * The largest private financings under a stated rule, as of and as known on two dates: those of the facts, and those
 * of the workspace. Fails: BAD_CURRENCY.
 */
export const league: Question = {
  name: 'league',
  about: 'the largest private financings under a stated rule, and who is first under another one',
  of: 'the currency of the table',
  ofDefault: 'USD',
  by: [...LEAGUE_RULE_NAMES, VALUATION],
  answer: (context, { of: unit, by }) => {
    if (!/^[A-Z]{3}$/.test(unit))
      return fail('BAD_CURRENCY', 'of', `"${unit.slice(0, 20)}" is not a currency code`, {
        expected: 'three capital letters, such as USD',
      });
    if (by === VALUATION) return ok(valuationAnswer(context, unit));
    const { ledger, rates, asOf, knownOn } = context;
    const builder = new GraphBuilder();
    const parties = partyBook(judgementsInForce(ledger.judgements, knownOn));
    const sources = leagueSources(ledger, context.league, { asOf, knownOn }, context.rule);
    const entered = enterDeals(builder, {
      ...sources,
      rates,
      parties,
      asOf,
      knownOn,
      unit,
      ranks: RANKS_SHOWN,
    });
    const rule = LEAGUE_RULES[by as LeagueRuleName];
    const table = leagueTable(builder, entered, rule);
    const reruns = rerun(builder, entered, table);
    const shown = table.rows.filter(({ rank }) => rank <= RANKS_SHOWN).slice(0, MOST_ROWS);
    const open = couldBeFirst(builder, table);
    const first = firstOf(table);
    const decided = table.ranking.decided && open.length === 0;
    const rows = shown.map(
      (row): AnswerRow => ({
        cells: {
          rank: words(placeOf(row, entered.smaller > 0)),
          deal: words(row.label),
          amount: number(row.node),
          on: words(row.from),
          ...(row.flags.length === 0 ? {} : { flags: words(flagWords(row.flags)) }),
        },
        statements: entered.deals.get(row.id)?.statements ?? [],
      }),
    );
    const conflicts = conflictsOfLeague(context, { builder, entered, table, reruns, shown });
    const nodes = [
      ...shown.map(({ node }) => node),
      ...conflicts.flatMap(({ options }) => options.flatMap(({ cell }) => ('node' in cell ? cell.node : []))),
    ];
    const rest = table.rows.length - shown.length;
    return ok({
      question: 'league',
      subject: `the largest private financings in ${unit}`,
      asOf,
      knownOn,
      answer: sentenceOf(builder, table, reruns, open),
      decided,
      basis: `${ruleWords(rule)}, in ${unit}; single deals of one issuer, from the gathered facts and the workspace${smallerText(rest, entered.smaller)}`,
      ...(decided && first[0] !== undefined ? { value: first[0].node } : {}),
      columns: [
        { key: 'rank', title: 'rank', align: 'right' },
        { key: 'deal', title: 'deal' },
        { key: 'amount', title: rule.amount === 'announced' ? 'announced' : 'received' },
        { key: 'on', title: rule.amount === 'announced' ? 'announced on' : 'received by' },
        { key: 'flags', title: 'marked' },
      ],
      rows,
      conflicts,
      remainders: [],
      missing: missingOf(builder, entered, table, shown),
      assumptions: assumptionsOf(entered, rule),
      statements: [
        ...new Set(
          [...rows, ...conflicts.flatMap(({ options }) => options)].flatMap((one) => one.statements),
        ),
      ],
      graph: subgraph(builder.build(), nodes),
    });
  },
};

/** Who is first, by which rule and on which day, and who is under another rule. */
function sentenceOf(
  builder: GraphBuilder,
  table: LeagueTable,
  { rules }: Reruns,
  open: readonly string[],
): string {
  const by = `by ${ruleWords(table.rule)}, as of ${table.date}`;
  const told = firstText(builder, table);
  const first = !table.ranking.decided
    ? `${told}, ${by}`
    : open.length > 0
      ? `cannot tell: ${[told, ...open].join(' or ')}, ${by}`
      : `${told} ${firstOf(table).length === 1 ? 'is' : 'are'} first ${by}`;
  const flipped = rules.filter(({ flips }) => flips);
  if (flipped.length === 0) return `${first}, and under each other rule`;
  const others = flipped.map(({ words: other, table: again }) => `by ${other}, ${firstText(builder, again)}`);
  return `${first}; it flips under ${flipped.length} of ${rules.length} other rules: ${others.join('; ')}`;
}

function smallerText(deals: number, issuers: number): string {
  const left = [
    ...(deals > 0 ? [`${deals} smaller ${deals === 1 ? 'deal' : 'deals'}`] : []),
    ...(issuers > 0 ? [`all deals of ${issuers} more issuers, which cannot reach the ranks shown`] : []),
  ];
  return left.length === 0 ? '' : `; not shown: ${left.join(' and ')}`;
}

/** "4", or "3 to 7" where bounds leave the place open; what is not worked out may stand above the last shown. */
const placeOf = ({ rank, lowestRank }: LeagueRow, isCut: boolean): string =>
  rank === lowestRank
    ? String(rank)
    : isCut && lowestRank > RANKS_SHOWN
      ? `${rank} or lower`
      : `${rank} to ${lowestRank}`;
