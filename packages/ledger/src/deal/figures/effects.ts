import { formatAmount, formatBounds } from '@tranche/core/display';
import { GraphBuilder } from '@tranche/core/formula';
import { addDays, type PartialDate, type PlainDate, parsePartialDate, rangeOf } from '@tranche/core/time';
import type { Decision, Judgement } from '../../judgement/index.ts';
import { type Assembly, assemble } from '../assembly/assemble.ts';
import type { GroupedDeal, IssuerKnowledge } from '../grouping/deals-of.ts';
import type { Choice, ChoiceRule, Option } from '../reconcile/index.ts';
import { REJECTED } from '../reconcile/index.ts';
import type { Alternative, Dates, Term } from '../view.ts';
import { impliedStakesOf } from './implied.ts';
import { moneyFigures } from './money-figures.ts';
import { reconciliationsOf } from './reconciliations.ts';
import { BASIS_WORDS } from './terms.ts';

/** One deal as the ledger knows it, with the dates and the rule by which it is assembled. */
export interface Assembled {
  readonly deal: GroupedDeal;
  readonly knowledge: IssuerKnowledge;
  readonly dates: Dates;
  readonly rule: ChoiceRule;
}

/** What a deal comes to: the figures that a choice can change, in words, by name. */
type Outcome = ReadonlyMap<string, string>;

/** Fields that tell a day on which something came about or was to: as of earlier days they may decide. */
const DAY_FIELDS = /(_on|\.planned)$/;

/** More changes than this are counted and not listed. */
const MOST_LISTED = 8;

/**
 * Adds to every alternative what choosing it would change. The deal is assembled again with a judgement that prefers
 * it, made for this one purpose and kept nowhere, and what comes out is set beside what stands.
 */
export function withEffects(of: Assembled, terms: readonly Term[], assembly: Assembly): readonly Term[] {
  const choices = new Map(choicesOf(assembly).map((choice) => [choice.field, choice]));
  const before = outcomeOf(assembly, of.knowledge);
  return terms.map((term) => {
    const choice = choices.get(term.field);
    if (choice === undefined) return term;
    return {
      ...term,
      alternatives: term.alternatives.map((alternative, index): Alternative => {
        const option = choice.alternatives[index]?.option;
        const supposed = option === undefined ? undefined : supposing(of, choice, option);
        if (supposed === undefined) return alternative;
        const changes = changesBetween(before, outcomeOf(supposed.assembly, of.knowledge), term.label);
        const dates = DAY_FIELDS.test(term.field) ? [choice.chosen.value, option?.value] : [];
        const effect =
          changes.length > 0 ? inWords(changes) : changesByDay(of, supposed.judged, term.label, dates);
        return { ...alternative, effect: effect ?? 'no other figure of the deal changes' };
      }),
    };
  });
}

/** Every field of a deal that something was chosen for. */
const choicesOf = (assembly: Assembly): readonly Choice<unknown>[] =>
  [
    assembly.statusChoice,
    assembly.size,
    assembly.valuation,
    assembly.preMoney,
    assembly.own,
    assembly.gross,
    assembly.syndicated,
    assembly.stake,
    assembly.stage,
    assembly.instrument,
    assembly.agreedOn,
    assembly.closedOn,
    assembly.plan.window,
    assembly.plan.first,
    ...assembly.tranches.flatMap(({ amount, planned, paidOn, condition, slices }) => [
      amount,
      planned,
      paidOn,
      condition,
      ...slices.flatMap((slice) => [slice.planned, slice.paid, slice.paidOn]),
    ]),
  ].filter((choice) => choice !== undefined);

/** The deal with another value of a field; undefined where no judgement could make it so. */
function supposing(
  of: Assembled,
  choice: Choice<unknown>,
  option: Option<unknown>,
): { readonly assembly: Assembly; readonly judged: Assembled } | undefined {
  const others = [choice.chosen, ...choice.alternatives.map((one) => one.option)].filter(
    (one) => one !== option,
  );
  const elsewhere = new Set(others.flatMap(({ statements }) => statements.map((one) => one.id)));
  // A statement that says another value of the field too may stand for that one.
  const own = option.statements.filter((statement) => !elsewhere.has(statement.id));
  for (const { id } of [...own, ...option.statements.filter((statement) => elsewhere.has(statement.id))]) {
    const judged = preferring(of, choice.field, id);
    const assembly = assemble(of.deal, judged.knowledge, of.dates, of.rule);
    const chosen = choicesOf(assembly).find(({ field }) => field === choice.field)?.chosen;
    // A payment that was made only later leaves no field behind to look at.
    const isTaken =
      chosen === undefined ? !elsewhere.has(id) : chosen.key === option.key.replace(REJECTED, '');
    if (isTaken) return { assembly, judged };
  }
  return undefined;
}

function inWords(changes: readonly string[]): string {
  const more = changes.length - MOST_LISTED;
  return [...changes.slice(0, MOST_LISTED), ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

/** The same deal for someone who takes a statement's word for a field. */
function preferring(of: Assembled, field: string, statement: string): Assembled {
  const { deal, knowledge, dates } = of;
  const judged = (decision: Decision): Judgement => ({
    id: `supposed-${decision.kind}`,
    decision,
    by: 'a supposition',
    when: dates.knownOn,
    why: 'to see what it would change',
  });
  const judgements = [
    ...knowledge.judgements,
    judged({ kind: 'accept', statement }),
    judged({ kind: 'prefer', deal: deal.id, field, statement }),
  ];
  return { ...of, knowledge: { ...knowledge, judgements } };
}

/** What a deal comes to, as far as figures go: the same for the same assembly. */
function outcomeOf(assembly: Assembly, { nameOf }: IssuerKnowledge): Outcome {
  const builder = new GraphBuilder();
  const money = moneyFigures(builder, assembly, nameOf);
  const { unit, totals } = money;
  const { size, valuation, own, syndicated, lead, status } = assembly;
  const outcome = new Map<string, string>();
  const put = (label: string, node: string): void =>
    void outcome.set(label, formatBounds(builder.boundsOf(node), unit));
  outcome.set('status', status.replace('_', ' '));
  if (size !== undefined) outcome.set('size', formatAmount(size.chosen.value));
  if (valuation !== undefined) {
    const { amount, basis } = valuation.chosen.value;
    outcome.set('valuation', `${formatAmount(amount)}, ${BASIS_WORDS[basis]}`);
  }
  // Several readings of one stake are told together: which of them there are depends on what is chosen.
  for (const { label, node } of impliedStakesOf(builder, assembly).stakes) {
    const of = `implied stake, ${label.slice(label.lastIndexOf(', ') + 2)}`;
    const text = formatBounds(builder.boundsOf(node), 'fraction');
    outcome.set(of, outcome.has(of) ? `${outcome.get(of)} or ${text}` : text);
  }
  if (own !== undefined)
    outcome.set(`${lead?.name ?? 'the lead'}'s own part`, formatAmount(own.chosen.value));
  if (syndicated !== undefined)
    outcome.set('placed with co-investors', formatAmount(syndicated.chosen.value));
  put('committed in all', totals.total.committed);
  put('drawn in all', totals.total.drawn);
  put('undrawn in all', totals.total.undrawn);
  for (const { payer, committed, drawn } of totals.byPayer) {
    put(`committed by ${payer}`, committed);
    put(`drawn by ${payer}`, drawn);
  }
  for (const { label, remainder } of reconciliationsOf(builder, assembly, money))
    put(`remainder of ${label}`, remainder);
  return outcome;
}

/** "label old → new" for each figure that differs, apart from the one that was chosen. */
function changesBetween(before: Outcome, after: Outcome, chosen: string): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((label) => {
    const [was, is] = [before.get(label) ?? 'none', after.get(label) ?? 'none'];
    return was === is || label === chosen ? [] : [`${label} ${was} → ${is}`];
  });
}

/** A date may change nothing today, and something as of an earlier day: the first such day is told. */
function changesByDay(
  of: Assembled,
  judged: Assembled,
  label: string,
  values: readonly unknown[],
): string | undefined {
  const dated = values.filter((value) => typeof value === 'string');
  for (const asOf of daysAround(dated, of.dates.asOf)) {
    const changes = changesBetween(outcomeOn(of, asOf), outcomeOn(judged, asOf), label);
    if (changes.length > 0) return `as of ${asOf}: ${inWords(changes)}`;
  }
  return undefined;
}

/** What is known and the rule stay, so that each day is assembled once. */
const outcomes = new WeakMap<Assembled, Map<PlainDate, Outcome>>();

function outcomeOn(of: Assembled, asOf: PlainDate): Outcome {
  const byDay = outcomes.get(of) ?? new Map<PlainDate, Outcome>();
  outcomes.set(of, byDay);
  const { deal, knowledge, dates, rule } = of;
  const outcome =
    byDay.get(asOf) ?? outcomeOf(assemble(deal, knowledge, { ...dates, asOf }, rule), knowledge);
  byDay.set(asOf, outcome);
  return outcome;
}

/** The days before `until` on which something dated in one of these ways may have come about or not. */
function daysAround(texts: readonly string[], until: PlainDate): readonly PlainDate[] {
  const days = texts.flatMap((text) => {
    const date = parsePartialDate(text);
    if (!date.ok) return [];
    const { from, to } = rangeOf(date.value as PartialDate);
    return [from, to].flatMap((day) => (day === undefined ? [] : [addDays(day, -1), day]));
  });
  return [...new Set(days)].filter((day) => day < until).sort();
}
