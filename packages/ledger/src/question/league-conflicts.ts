import { formatAmount } from '@tranche/core/display';
import type { GraphBuilder } from '@tranche/core/formula';
import type { LeagueRow } from '@tranche/core/league';
import type { RankBody } from '../claim/index.ts';
import { isOpen } from '../compare/index.ts';
import { judgementsInForce } from '../judgement/index.ts';
import {
  type EnteredDeals,
  firstOf,
  firstText,
  isSameSum,
  type LeagueTable,
  type Rerun,
  type Reruns,
  rowText,
  ruleWords,
} from '../league/index.ts';
import { partyBook } from '../party/index.ts';
import { type Statement, statementsOf } from '../statement/index.ts';
import { type AnswerConflict, type ConflictOption, words } from './answer.ts';
import { noteOf } from './league-remarks.ts';
import type { QuestionContext } from './question.ts';

interface Shown {
  readonly builder: GraphBuilder;
  readonly entered: EnteredDeals;
  readonly table: LeagueTable;
  readonly reruns: Reruns;
  readonly shown: readonly LeagueRow[];
}

/** Choices that are open in a table: its rule, its treatments, sums told otherwise, and what others say of the record. */
export function conflictsOfLeague(context: QuestionContext, of: Shown): readonly AnswerConflict[] {
  const { builder, table, reruns } = of;
  const chosen = words(firstText(builder, table));
  const statements = statementsOfFirst(of, table);
  return [
    {
      label: 'the rule',
      chosen,
      rule: `asked for: ${ruleWords(table.rule)}`,
      statements,
      options: reruns.rules.map((one) => optionOf(of, one, 'another rule')),
    },
    {
      label: 'treatments',
      chosen,
      rule: 'the rule as stated, each of its treatments changed in turn',
      statements,
      options: reruns.treatments.map((one) => optionOf(of, one, 'another treatment')),
    },
    ...noted(context, of),
    ...toldOtherwise(of),
    ...recordsSaid(context, of),
  ];
}

function optionOf(of: Shown, { words: by, table, flips }: Rerun, why: string): ConflictOption {
  const { builder } = of;
  const [first] = firstOf(table);
  const text = `${by}: ${firstText(builder, table)}`;
  return {
    cell: first === undefined ? words(text) : { node: first.node, text },
    passedOverBecause: why,
    effect: !flips
      ? 'the first stays'
      : table.ranking.decided
        ? 'another is first'
        : 'who is first cannot be told',
    statements: statementsOfFirst(of, table),
  };
}

const statementsOfFirst = ({ entered }: Shown, table: LeagueTable): readonly string[] => [
  ...new Set(firstOf(table).flatMap(({ id }) => entered.deals.get(id)?.statements ?? [])),
];

/** What the keeper of the facts noted where other sources give other sums or other tables. */
function noted(context: QuestionContext, { entered, shown }: Shown): readonly AnswerConflict[] {
  const options = shown.flatMap((row): readonly ConflictOption[] => {
    const note = noteOf(context, entered, row);
    return note === undefined
      ? []
      : [
          {
            cell: words(row.label),
            passedOverBecause: note,
            statements: entered.deals.get(row.id)?.statements ?? [],
          },
        ];
  });
  if (options.length === 0) return [];
  return [
    {
      label: 'other sums and other tables',
      chosen: words('as in the table'),
      rule: 'what the keeper of the facts noted where sources disagree',
      statements: [],
      options,
    },
  ];
}

/** Deals of the facts of which the workspace tells another sum. */
function toldOtherwise({ builder, entered, table, shown }: Shown): readonly AnswerConflict[] {
  if (table.rule.amount !== 'announced') return [];
  return shown.flatMap((row): readonly AnswerConflict[] => {
    const deal = entered.deals.get(row.id);
    const counts = deal?.headlines.filter(({ from }) => from <= row.from).at(-1)?.amount;
    const { told } = deal ?? {};
    if (deal === undefined || counts === undefined || told === undefined || isSameSum(told, counts))
      return [];
    return [
      {
        label: `size of ${row.label}`,
        chosen: { node: row.node, text: rowText(builder, row) },
        rule: 'the gathered facts go before what reports of the workspace say of the same deal',
        statements: deal.statements,
        options: [
          {
            cell: words(formatAmount(told)),
            passedOverBecause: `as the workspace has it (${deal.financing?.id})`,
            statements: deal.financing?.statements ?? [],
          },
        ],
      },
    ];
  });
}

type Said = Statement & { readonly body: RankBody };

/** What had been said by the day of who is first, or had been until then, where the table has another. */
function recordsSaid(
  context: QuestionContext,
  { builder, entered, table }: Shown,
): readonly AnswerConflict[] {
  const { ledger, asOf, knownOn } = context;
  const { partyOf } = partyBook(judgementsInForce(ledger.judgements, knownOn));
  const issuerOf = ({ id }: LeagueRow): string => entered.deals.get(id)?.issuer ?? '';
  const first = new Set(firstOf(table).map(issuerOf));
  const others = table.rows.filter((row) => !first.has(issuerOf(row)));
  const said = new Map<string, string[]>();
  for (const { id, body } of recordClaims(statementsOf(ledger, knownOn < asOf ? knownOn : asOf))) {
    const isOfFirst = [...first].some((issuer) => isAbout(partyOf(body.subject).id, issuer));
    const [next] = others;
    // Whoever a deal has overtaken is the first besides it.
    const holder =
      isOfFirst && !isOpen(body.status) && next !== undefined ? new Set([issuerOf(next)]) : first;
    const disagrees =
      body.over === undefined ? !isOfFirst && !isOpen(body.status) : !holder.has(partyOf(body.over).id);
    if (!disagrees) continue;
    const text = `${body.subject}${body.over === undefined ? '' : `, over ${body.over}`}`;
    said.set(text, [...(said.get(text) ?? []), id]);
  }
  if (said.size === 0) return [];
  return [
    {
      label: 'what others say of the record',
      chosen: words(firstText(builder, table)),
      rule: 'a dated table by a stated rule goes before a record that is claimed without one',
      statements: [],
      options: [...said].map(([text, statements]) => ({
        cell: words(text),
        passedOverBecause: 'the table has another',
        statements,
      })),
    },
  ];
}

const recordClaims = (statements: readonly Statement[]): readonly Said[] =>
  statements.filter(
    (one): one is Said => one.body.type === 'rank' && one.body.claim === RECORD && !one.denied,
  );

/** A record is claimed of a company or of its deal: "OpenAI 2025 round". */
const isAbout = (subject: string, issuer: string): boolean => `${subject}-`.startsWith(`${issuer}-`);

const RECORD = 'largest_private_funding_round';
