import { formatAmount, formatQuantity } from '@tranche/core/display';
import type { LeagueRow, LeagueRule } from '@tranche/core/league';
import { type Bounds, headlineValue } from '@tranche/core/money';
import { headlineBounds } from '@tranche/core/ranking';
import type { LedgerClaim, RankClaim } from '../claim/index.ts';
import { isDone, isOpen } from '../compare/index.ts';
import {
  firstOf,
  HEADLINE_RULE,
  LEAGUE_RULE_NAMES,
  LEAGUE_RULES,
  type LeagueTable,
  ruleWords,
  treatmentsOf,
} from '../league/index.ts';
import { type Bench, sameParty } from './bench.ts';
import {
  amountText,
  type Contender,
  fieldTable,
  flagText,
  ownRow,
  type RecordField,
  recordField,
  UNIT,
} from './record-field.ts';
import type { Finding, Opinion } from './verdict.ts';
import { joined, listed } from './words.ts';

/**
 * Checks "the largest round ever" against the table of the largest, as of the document's day: by the headline
 * amount announced or signed, equity only, strategic purchases included. A deal that is not signed would be the
 * largest only if it is. Where the claim names whom it overtakes, that party is compared with the holder of the
 * record until then, and said apart. The table is made again under each other rule and treatment, saying if the
 * answer flips.
 */
export function checkRecord(bench: Bench, { claim }: LedgerClaim & { readonly claim: RankClaim }): Opinion {
  const field = recordField(bench, claim);
  const table = fieldTable(field, HEADLINE_RULE);
  const { rows } = table;
  const [top] = firstOf(table);
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
    evidence: evidenceOf(field, top),
  };
  const list: Finding = {
    text: `The table as known on ${bench.knownOn}: ${rows
      .slice(0, 5)
      .map((row) => `${row.label} ${amountText(bench, row.node)}${flagText(row.flags)}`)
      .join('; ')}.`,
    evidence: rows.slice(0, 5).flatMap((row) => evidenceOf(field, row)),
  };
  const holder = holderOpinion(field, claim, table);
  if (field.contender === undefined) {
    const summary = `The amount of the round is not known, so whether it is the largest cannot be told; ${top.label} stood at ${topText}.`;
    return holder ?? { check: 'record', verdict: 'cannot_tell', summary, findings: [record, list] };
  }
  const size = sizeOpinion(field, field.contender, table, [record, list]);
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
  field: RecordField,
  contender: Contender,
  table: LeagueTable,
  findings: readonly Finding[],
): Opinion {
  const { bench } = field;
  const mine = formatQuantity(headlineValue(contender.amount), UNIT);
  const bigger = largerThan(bench, table, headlineOfContender(contender));
  const open = isOpen(contender.status);
  const { node, evidence } = contender;
  const round: Finding = { text: `The round is of ${formatAmount(contender.amount)}.`, node, evidence };
  const condition = open ? 'only if the deal is signed' : undefined;
  const all = [round, ...findings, ...flipsOf(field, contender, bigger.length === 0)];
  if (bigger.length > 0) {
    const names = listed([
      ...bigger.slice(0, MOST_NAMED).map((row) => `${row.label} (${amountText(bench, row.node)})`),
      ...(bigger.length > MOST_NAMED ? [`${bigger.length - MOST_NAMED} more`] : []),
    ]);
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

/** So many larger deals are named in a sentence. */
const MOST_NAMED = 4;

/** Whether the answer is another under each other rule; and the treatments with which it is. */
function flipsOf(field: RecordField, contender: Contender, isLargest: boolean): readonly Finding[] {
  const rules = LEAGUE_RULE_NAMES.map((name) => LEAGUE_RULES[name]).filter((rule) => rule !== HEADLINE_RULE);
  const treatments = treatmentsOf(HEADLINE_RULE)
    .map(({ words, rule }) => ({ words, ...again(field, contender, rule, isLargest) }))
    .filter(({ answer }) => answer === 'flips');
  return [
    ...rules.map((rule) => {
      const { text, evidence } = again(field, contender, rule, isLargest);
      return { text: `By ${ruleWords(rule)}${text}`, evidence };
    }),
    ...treatments.map(({ words, text, evidence }) => ({ text: `With ${words}${text}`, evidence })),
  ];
}

function again(
  field: RecordField,
  contender: Contender,
  rule: LeagueRule,
  isLargest: boolean,
): Finding & { readonly answer: 'stays' | 'flips' | 'cannot be told' } {
  const { bench } = field;
  const table = fieldTable(field, rule);
  const [top] = table.rows;
  const evidence = top === undefined ? [] : evidenceOf(field, top);
  const told = (largest: boolean): 'stays' | 'flips' => (largest === isLargest ? 'stays' : 'flips');
  const row = ownRow(field, rule);
  if (rule.amount === 'received' && row === undefined && !isDone(contender.status)) {
    const answer = told(false);
    const text = `: nothing of it had been received, so it is not the largest; the answer ${answer}.`;
    return { text, evidence, answer };
  }
  const bounds = row === undefined ? undefined : bench.builder.boundsOf(row.node);
  const mine =
    bounds === undefined
      ? headlineOfContender(contender)
      : rule.amount === 'announced'
        ? headlineBounds(bounds)
        : bounds;
  const isCertain = table.rows.every(({ node }) => isAtMost(bench.builder.boundsOf(node), mine));
  const answer =
    largerThan(bench, table, mine).length > 0
      ? told(false)
      : isCertain || rule.amount === 'announced'
        ? told(true)
        : 'cannot be told';
  const topText =
    top === undefined ? '' : ` (${top.label}, ${amountText(bench, top.node)}, leads the others)`;
  return { text: `, the answer ${answer}${topText}.`, evidence, answer };
}

/** Whether the party named as overtaken held the record. */
function holderOpinion(field: RecordField, { over }: RankClaim, table: LeagueTable): Opinion | undefined {
  if (over === undefined) return undefined;
  const { bench, entered, contender } = field;
  const { rows } = table;
  const first = new Set(firstOf(table).map(({ id }) => id));
  const own = rows.filter(({ id }) => {
    const deal = entered.deals.get(id);
    return deal !== undefined && sameParty(bench, deal.issuer, over);
  });
  const [best] = own;
  const bestText =
    best === undefined ? 'no round of it is in the table' : `its largest was ${amountText(bench, best.node)}`;
  const larger = rows.filter(({ rank }) => best === undefined || rank < best.rank);
  const findings: Finding[] = own.map((row) => ({
    text: `${row.label}: ${amountText(bench, row.node)}, rank ${row.rank}.`,
    node: row.node,
    evidence: evidenceOf(field, row),
  }));
  if (own.some(({ id }) => first.has(id))) {
    const summary = `The record until then was held by ${over}.`;
    return { check: 'record', verdict: 'supported', summary, findings };
  }
  const names = larger.slice(0, 3).map((row) => `${row.label}, ${amountText(bench, row.node)}`);
  findings.push({
    text: `Larger than any of ${over}: ${names.join('; ')}.`,
    evidence: larger.slice(0, 3).flatMap((row) => evidenceOf(field, row)),
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

function headlineOfContender({ amount }: Contender): Bounds {
  const value = headlineValue(amount);
  return { low: value, high: value, vague: false };
}

const largerThan = ({ builder }: Bench, { rows }: LeagueTable, mine: Bounds): readonly LeagueRow[] =>
  rows.filter(({ node }) => {
    const { low } = builder.boundsOf(node);
    return low !== undefined && mine.high !== undefined && low.compare(mine.high) > 0;
  });

const isAtMost = (other: Bounds, mine: Bounds): boolean =>
  other.high !== undefined && mine.low !== undefined && other.high.compare(mine.low) <= 0;

const evidenceOf = ({ entered }: RecordField, { id }: LeagueRow): readonly string[] =>
  entered.deals.get(id)?.statements ?? [];
