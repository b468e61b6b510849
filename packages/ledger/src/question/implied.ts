import { formatBounds } from '@tranche/core/display';
import { evaluate, explain, type FormulaGraph } from '@tranche/core/formula';
import { ok } from '@tranche/core/result';
import {
  type ImpliedAgreement,
  type ImpliedValuationView,
  type ImpliedValues,
  implyValues,
} from '../deal/index.ts';
import { type AnswerConflict, type AnswerRow, number, words } from './answer.ts';
import type { Question } from './question.ts';

/**
 * The share that a deal's money buys, and the value of the whole that a share and a sum imply; whether the values
 * that should be one are. "No" when some do not agree. Fails: UNKNOWN_SUBJECT.
 */
export const implied: Question = {
  name: 'implied',
  about:
    'the stake by amount and valuation, the valuation by stake and value or money paid; whether they agree',
  of: 'a company by name, or the id of a deal',
  answer: ({ ledger, asOf, knownOn, rule }, { of }) => {
    const found = implyValues(ledger, of, { asOf, knownOn }, rule);
    if (!found.ok) return found;
    const values = found.value;
    const { subject, stakes, valuations, agreements, assumptions, statements, graph } = values;
    const told = new Told(graph);
    const disagrees = agreements.some(({ agrees }) => !agrees);
    const decided = stakes.length + valuations.length > 0;
    const first = KINDS.flatMap((kind) => valuations.filter((one) => one.kind === kind))[0];
    const value = first?.value ?? (stakes.length === 1 ? stakes[0]?.node : undefined);
    return ok({
      question: 'implied',
      subject,
      asOf,
      knownOn,
      answer: decided ? answerOf(values, told) : `cannot tell: ${NOTHING}`,
      decided,
      ...(disagrees ? { isNo: true } : {}),
      basis:
        'amount over valuation gives a stake; what a stake is worth, or what was paid for it, over the stake gives the value of all shares',
      ...(value === undefined ? {} : { value }),
      columns: [
        { key: 'of', title: 'implied' },
        { key: 'formula', title: 'formula' },
        { key: 'value', title: 'value' },
        { key: 'range', title: 'as far as printed' },
        { key: 'day', title: 'as of' },
        { key: 'basis', title: 'basis' },
      ],
      rows: [
        ...valuations.flatMap((valuation) => valuationRows(valuation, told)),
        ...stakes.map(
          (stake): AnswerRow => ({
            cells: {
              of: words(`${stake.label}, ${stake.id}`),
              formula: words(told.formula(stake.node)),
              value: number(stake.node),
              basis: words(`${stake.basis}; ${stake.status.replaceAll('_', ' ')}`),
            },
            statements: stake.statements,
          }),
        ),
      ],
      conflicts: [
        ...valuations.flatMap((valuation) => passedOverIn(valuation, told)),
        ...agreements.filter(({ agrees }) => !agrees).map((one) => disagreement(one, told)),
      ],
      remainders: agreements.map(({ label, implied: sum, beside, remainder, agrees, statements: on }) => ({
        label,
        sum,
        stated: beside,
        remainder,
        agrees,
        statements: on,
      })),
      missing: decided ? [] : [`an amount with a valuation, or a stake with what it is worth or cost`],
      assumptions,
      statements,
      graph,
    });
  },
};

const NOTHING = 'no amount is stated with a valuation, and no stake with a sum';

/** Nodes as a person reads them. */
class Told {
  private readonly values: ReturnType<typeof evaluate>;
  private readonly units: ReadonlyMap<string, string>;

  constructor(private readonly graph: FormulaGraph) {
    this.values = evaluate(graph);
    this.units = new Map(graph.nodes.map(({ id, unit }) => [id, unit]));
  }

  text(node: string): string {
    return formatBounds(this.values.get(node) ?? { vague: true }, this.units.get(node) ?? '');
  }

  /** "USD 135bn ÷ 27 % = USD 500bn". */
  formula(node: string): string {
    return explain(this.graph, node).at(-1)?.numbers ?? '';
  }
}

const SUM_WORDS: Readonly<Record<ImpliedValuationView['kind'], string>> = {
  worth: 'what it is said to be worth',
  paid: 'what was paid for it',
  cost: 'what it cost in all',
};

const VALUE_BASIS: Readonly<Record<ImpliedValuationView['kind'], string>> = {
  worth: 'as the stake is valued',
  paid: 'as the stake was bought',
  cost: 'at the average of the prices paid, so of no one day',
};

function valuationRows(valuation: ImpliedValuationView, told: Told): readonly AnswerRow[] {
  const { holder, kind, day, shareBasis, value, range, preMoney, shareAtPrice, statements } = valuation;
  const row = (of: string, node: string, basis: string, more: AnswerRow['cells'] = {}): AnswerRow => ({
    cells: {
      of: words(of),
      formula: words(told.formula(node)),
      value: number(node),
      day: words(day),
      basis: words(basis),
      ...more,
    },
    statements,
  });
  const basis = [VALUE_BASIS[kind], ...(shareBasis === undefined ? [] : [`the stake: ${shareBasis}`])].join(
    '; ',
  );
  return [
    row(`value by ${holder}'s stake and ${SUM_WORDS[kind]}`, value, basis, {
      range: number(range),
    }),
    ...(preMoney === undefined ? [] : [row('the same before the new money', preMoney, 'pre-money')]),
    ...(shareAtPrice === undefined
      ? []
      : [
          row(
            `${holder}'s stake by ${SUM_WORDS[kind]} and the price`,
            shareAtPrice.node,
            `${shareAtPrice.price.basis} of ${shareAtPrice.price.day}`,
          ),
        ]),
  ];
}

/** Of the values by what stakes are said to be worth, else by what was paid, else the stakes that deals imply. */
function answerOf({ issuerName, stakes, valuations, agreements }: ImpliedValues, told: Told): string {
  const [kind] = KINDS.filter((one) => valuations.some((valuation) => valuation.kind === one));
  if (kind === undefined) {
    return `${issuerName}: ${stakes.map(({ node, label, id }) => `${told.text(node)} (${label}, ${id})`).join('; ')}`;
  }
  const ofKind = valuations.filter((one) => one.kind === kind);
  const days = [...new Set(ofKind.map(({ day }) => day))];
  return `${issuerName}: ${days
    .map((day) => {
      const ofDay = ofKind.filter((one) => one.day === day);
      const nodes = new Set(ofDay.map(({ value }) => value));
      const beside = agreements.filter(({ implied: node, ...one }) => one.day === day && nodes.has(node));
      return `as of ${day} ${ofDay.map((one) => valueWords(one, told)).join(' and ')}${agreementWords(beside, told)}`;
    })
    .join('; ')}`;
}

const KINDS: readonly ImpliedValuationView['kind'][] = ['worth', 'paid', 'cost'];

const valueWords = ({ holder, share, amount, value, range }: ImpliedValuationView, told: Told): string =>
  `${told.text(value)} by ${holder}'s ${told.text(share)} for ${told.text(amount)} (${told.text(range)})`;

/** "which agree with each other and with the price of existing shares of 2025-10-02, USD 500bn". */
function agreementWords(agreements: readonly ImpliedAgreement[], told: Told): string {
  const among = agreements.filter(({ price }) => price === undefined);
  const prices = new Map(
    agreements.flatMap(({ price }) => (price === undefined ? [] : [[price.node, price]])),
  );
  const beside = [
    ...(among.length === 0 ? [] : [{ with: 'each other', some: among }]),
    ...[...prices.values()].map((price) => ({
      with: `the ${price.basis} of ${price.day}, ${told.text(price.node)}`,
      some: agreements.filter((one) => one.price?.node === price.node),
    })),
  ];
  const isPlural = among.length > 0;
  const agreeing = beside.filter(({ some }) => some.every(({ agrees }) => agrees));
  const others = beside.filter((one) => !agreeing.includes(one));
  const listed = (all: typeof beside): string => all.map((one) => `with ${one.with}`).join(' and ');
  const clauses = [
    ...(agreeing.length === 0 ? [] : [`agree${isPlural ? '' : 's'} ${listed(agreeing)}`]),
    ...(others.length === 0 ? [] : [`${isPlural ? 'do not all' : 'does not'} agree ${listed(others)}`]),
  ];
  return clauses.length === 0 ? '' : `, which ${clauses.join(' but ')}`;
}

const passedOverIn = (valuation: ImpliedValuationView, told: Told): readonly AnswerConflict[] =>
  valuation.passedOver.length === 0
    ? []
    : [
        {
          label: `${valuation.holder}'s stake and ${SUM_WORDS[valuation.kind]}`,
          chosen: { node: valuation.value, text: told.formula(valuation.value) },
          rule: valuation.rule,
          statements: valuation.statements,
          options: valuation.passedOver.map(({ value, because, statements }) => ({
            cell: { node: value, text: told.formula(value) },
            passedOverBecause: because,
            effect: `the whole would be worth ${told.text(value)}`,
            statements,
          })),
        },
      ];

const disagreement = (one: ImpliedAgreement, told: Told): AnswerConflict => ({
  label: one.label,
  rule: 'Nothing is chosen: a stake with its sum and the price of a deal are statements of their own.',
  statements: one.statements,
  options: [one.implied, one.beside].map((node) => ({
    cell: { node },
    passedOverBecause: `the ranges of the printed figures do not overlap; the difference is ${told.text(one.remainder)}`,
    statements: one.statements,
  })),
});
