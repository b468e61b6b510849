import { formatAmount, formatQuantity } from '@tranche/core/display';
import { exactValue } from '@tranche/core/formula';
import type { LeagueRule } from '@tranche/core/league';
import { boundsOf, headlineValue, type StatedAmount } from '@tranche/core/money';
import type { Rational } from '@tranche/core/rational';
import { addDays, type PlainDate } from '@tranche/core/time';
import type { DealStatus, LedgerClaim, RankClaim } from '../claim/index.ts';
import {
  HEADLINE_RULE,
  LEAGUE_RULES,
  type LeagueDeal,
  type LeagueTable,
  leagueTable,
} from '../league/index.ts';
import { amountNode, type Bench, othersOfType, sameParty } from './bench.ts';
import { moneyOf } from './matching.ts';
import { roundsTo } from './precision.ts';
import type { Finding, Opinion } from './verdict.ts';
import { isDone, isOpen, joined, listed } from './words.ts';

/** The table is in this currency: most large rounds are, and others are converted into it. */
const UNIT = 'USD';
/** An entry dated within so many days of the claim, by the same issuer and of the same amount, is the deal itself. */
const SAME_DEAL_DAYS = 200;

/** The deal a record claim is about. */
interface Contender {
  readonly issuer: string;
  readonly amount: StatedAmount;
  readonly status: DealStatus | undefined;
  readonly node: string;
  readonly evidence: readonly string[];
}

/**
 * Checks "the largest round ever" against the table of the largest, as of the document's day: by the headline
 * amount announced or signed, equity only, strategic purchases included. A deal that is not signed would be the
 * largest only if it is. Where the claim names whom it overtakes, that party is compared with the holder of the
 * record until then, and said apart. The table is made again under each other rule, saying if the answer flips.
 */
export function checkRecord(bench: Bench, ranked: LedgerClaim & { readonly claim: RankClaim }): Opinion {
  const { claim } = ranked;
  const contender = contenderOf(bench, claim);
  const table = tableWithout(bench, contender, HEADLINE_RULE);
  const { rows, ranking } = table.league;
  const leaders = rows.filter(({ id }) => ranking.contenders.includes(id) && rankIsFirst(table, id));
  const [top] = leaders.length > 0 ? leaders : rows;
  if (top === undefined) {
    return {
      check: 'record',
      verdict: 'cannot_tell',
      summary: `No table of the largest rounds as known on ${bench.knownOn} is at hand.`,
      findings: [],
    };
  }
  const topText = amountText(bench, top.node);
  const record: Finding = {
    text: `Until then the largest known was ${top.label}, ${topText} (headline amount announced or signed, equity only, strategic purchases included).`,
    node: top.node,
    evidence: evidenceOf(table, top.id),
  };
  const list: Finding = {
    text: `The table as known on ${bench.knownOn}: ${rows
      .slice(0, 5)
      .map((row) => `${row.label} ${amountText(bench, row.node)}${flagText(row.flags)}`)
      .join('; ')}.`,
    evidence: rows.slice(0, 5).flatMap(({ id }) => evidenceOf(table, id)),
  };
  const holder = holderOpinion(bench, claim, table, contender);
  if (contender === undefined) {
    const summary = `The amount of the round is not known, so whether it is the largest cannot be told; ${top.label} stood at ${topText}.`;
    return holder ?? { check: 'record', verdict: 'cannot_tell', summary, findings: [record, list] };
  }
  const size = sizeOpinion(bench, contender, table, [record, list]);
  if (holder === undefined) return size;
  const isMixed = size.verdict !== holder.verdict && size.verdict !== 'cannot_tell';
  return {
    check: 'record',
    verdict: isMixed ? 'mixed' : holder.verdict,
    summary: joined(size.summary, isMixed ? 'but' : 'and', holder.summary),
    ...(size.condition === undefined ? {} : { condition: size.condition }),
    findings: [...size.findings, ...holder.findings],
  };
}

function sizeOpinion(
  bench: Bench,
  contender: Contender,
  table: LeagueTable,
  findings: readonly Finding[],
): Opinion {
  const value = headlineValue(contender.amount);
  const mine = formatQuantity(value, UNIT);
  const bigger = largerThan(bench, table, value);
  const open = isOpen(contender.status);
  const { node, evidence } = contender;
  const round: Finding = { text: `The round is of ${formatAmount(contender.amount)}.`, node, evidence };
  const condition = open ? 'only if the deal is signed' : undefined;
  const flips = flipsOf(bench, contender, value, bigger.length === 0);
  const all = [round, ...findings, ...flips];
  if (bigger.length > 0) {
    const names = listed(bigger.map((row) => `${row.label} (${amountText(bench, row.node)})`));
    return {
      check: 'record',
      verdict: 'contradicted',
      summary: `${mine} is not the largest: ${names} ${bigger.length === 1 ? 'was' : 'were'} larger.`,
      findings: all,
    };
  }
  const verb = open ? 'would be' : 'is';
  return {
    check: 'record',
    verdict: 'supported',
    summary: `By announced amount ${mine} ${verb} the largest known${open ? ', if the deal is signed' : ''}.`,
    ...(condition === undefined ? {} : { condition }),
    findings: all,
  };
}

/** Whether the answer is another when the rule is changed in one or both of its parts. */
function flipsOf(
  bench: Bench,
  contender: Contender,
  value: Rational,
  isLargest: boolean,
): readonly Finding[] {
  return LEAGUE_RULES.slice(1).map((rule) => {
    const table = tableWithout(bench, contender, rule);
    const evidence = table.league.rows.slice(0, 1).flatMap(({ id }) => evidenceOf(table, id));
    const named = `By ${ruleText(rule)}`;
    if (rule.amount === 'received' && !isDone(contender.status)) {
      const text = `${named}: nothing of it had been received, so it is not the largest; the answer ${isLargest ? 'flips' : 'stays'}.`;
      return { text, evidence };
    }
    const stays = (largerThan(bench, table, value).length === 0) === isLargest;
    const [top] = table.league.rows;
    const topText =
      top === undefined ? '' : ` (${top.label}, ${amountText(bench, top.node)}, leads the others)`;
    return { text: `${named}, the answer ${stays ? 'stays' : 'flips'}${topText}.`, evidence };
  });
}

/** Whether the party named as overtaken held the record. */
function holderOpinion(
  bench: Bench,
  { over }: RankClaim,
  table: LeagueTable,
  contender: Contender | undefined,
): Opinion | undefined {
  if (over === undefined) return undefined;
  const { rows } = table.league;
  const first = rows.filter(({ id }) => rankIsFirst(table, id));
  const own = rows.filter(({ id }) => {
    const deal = table.dealOf.get(id);
    return deal !== undefined && sameParty(bench, deal.issuer, over);
  });
  const holds = own.some(({ id }) => first.some((row) => row.id === id));
  const [best] = own;
  const bestText =
    best === undefined ? 'no round of it is in the table' : `its largest was ${amountText(bench, best.node)}`;
  const larger = rows.filter(({ rank }) => best === undefined || rank < best.rank);
  const findings: Finding[] = own.map((row) => ({
    text: `${row.label}: ${amountText(bench, row.node)}, rank ${row.rank}.`,
    node: row.node,
    evidence: evidenceOf(table, row.id),
  }));
  if (holds) {
    const summary = `The record until then was held by ${over}.`;
    return { check: 'record', verdict: 'supported', summary, findings };
  }
  const names = larger.slice(0, 3).map((row) => `${row.label}, ${amountText(bench, row.node)}`);
  findings.push({
    text: `Larger than any of ${over}: ${names.join('; ')}.`,
    evidence: larger.slice(0, 3).flatMap(({ id }) => evidenceOf(table, id)),
  });
  const isSelf = contender !== undefined && sameParty(bench, contender.issuer, over);
  return {
    check: 'record',
    verdict: 'contradicted',
    summary: `The record until then was not held by ${over}${isSelf ? ' itself' : ''}: ${bestText}, and ${listed(
      larger.slice(0, 2).map((row) => `${row.label} (${amountText(bench, row.node)})`),
    )} ${larger.length === 1 ? 'was' : 'were'} larger.`,
    findings,
  };
}

/** The round by what the document itself says of it; else by the table, if the deal stands in it already. */
function contenderOf(bench: Bench, claim: RankClaim): Contender | undefined {
  const isSubject = (name: string): boolean =>
    sameParty(bench, claim.subject, name) || mentions(claim.subject, bench.parties.partyOf(name).name);
  const rounds = othersOfType(bench, 'round')
    .filter(({ claim: round }) => round.amount?.currency === UNIT && moneyOf(round) !== 'debt')
    .filter(({ claim: round }) => isSubject(round.issuer) || [...round.leads].some(isSubject))
    .filter(
      ({ claim: round }) => claim.status === undefined || isOpen(round.status) === isOpen(claim.status),
    );
  const [largest] = [...rounds].sort((one, other) => compareAmounts(other.claim.amount, one.claim.amount));
  if (largest?.claim.amount !== undefined) {
    const { id, claim: round } = largest;
    const amount = largest.claim.amount;
    const node = amountNode(bench, 'the round as the document has it', amount, [{ kind: 'claim', id }]);
    return { issuer: round.issuer, amount, status: claim.status ?? round.status, node, evidence: [id] };
  }
  const [entry] = bench.league
    .filter((deal) => isSubject(deal.issuer) && isNear(deal, bench.spokenOn))
    .flatMap((deal) => {
      const announced = deal.announced.filter(({ knownFrom }) => knownFrom <= bench.knownOn).at(-1);
      return announced === undefined ? [] : [{ ...deal, announced }];
    })
    .sort((one, other) => compareAmounts(other.announced.equity, one.announced.equity));
  if (entry === undefined) return undefined;
  const { announced } = entry;
  const node = amountNode(
    bench,
    entry.label,
    announced.equity,
    announced.statements.map((id) => ({ kind: 'fact', id })),
  );
  const status = claim.status ?? 'agreed';
  return { issuer: entry.issuer, amount: announced.equity, status, node, evidence: announced.statements };
}

function tableWithout(bench: Bench, contender: Contender | undefined, rule: LeagueRule): LeagueTable {
  const { builder, league, rates, spokenOn, knownOn } = bench;
  const isItself = (deal: LeagueDeal): boolean =>
    contender !== undefined &&
    sameParty(bench, deal.issuer, contender.issuer) &&
    isNear(deal, spokenOn) &&
    deal.announced.some(({ equity }) => roundsTo(headlineValue(equity), headlineValue(contender.amount)));
  return leagueTable(builder, {
    deals: league.filter((deal) => !isItself(deal)),
    rates,
    rule,
    asOf: spokenOn,
    knownOn,
    unit: UNIT,
  });
}

const isNear = (deal: LeagueDeal, day: PlainDate): boolean =>
  deal.announced.some(
    ({ from }) => from >= addDays(day, -SAME_DEAL_DAYS) && from <= addDays(day, SAME_DEAL_DAYS),
  );

const largerThan = (bench: Bench, table: LeagueTable, value: Rational): LeagueTable['league']['rows'] =>
  table.league.rows.filter(({ node }) => {
    const { low } = bench.builder.boundsOf(node);
    return low !== undefined && low.compare(value) > 0;
  });

const rankIsFirst = (table: LeagueTable, id: string): boolean =>
  table.league.rows.some((row) => row.id === id && row.rank === 1);

const evidenceOf = (table: LeagueTable, id: string): readonly string[] => [
  ...new Set(table.dealOf.get(id)?.announced.flatMap(({ statements }) => statements) ?? []),
];

function amountText(bench: Bench, node: string): string {
  const bounds = bench.builder.boundsOf(node);
  const value = exactValue(bounds) ?? bounds.high ?? bounds.low;
  if (value === undefined) return 'an unknown amount';
  const word = bounds.vague ? 'about ' : exactValue(bounds) === undefined ? 'up to ' : '';
  return `${word}${formatQuantity(value, UNIT)}`;
}

const FLAG_WORDS: Readonly<Record<string, string>> = {
  strategic: 'strategic',
  money_to_holders: 'money partly to holders',
  multi_year: 'over several years',
  contingent: 'partly contingent',
};
const flagText = (flags: readonly string[]): string =>
  flags.length === 0 ? '' : ` (${flags.map((flag) => FLAG_WORDS[flag] ?? flag).join(', ')})`;

const ruleText = (rule: LeagueRule): string =>
  `${rule.amount === 'announced' ? 'announced amount' : 'cash received'}, ${rule.money === 'equity' ? 'equity only' : 'equity and debt'}`;

const mentions = (text: string, name: string): boolean => text.toLowerCase().includes(name.toLowerCase());

function compareAmounts(one: StatedAmount | undefined, other: StatedAmount | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const [a, b] = [boundsOf(one), boundsOf(other)];
  const [x, y] = [a.high ?? a.low, b.high ?? b.low];
  return x === undefined || y === undefined ? 0 : x.compare(y);
}
