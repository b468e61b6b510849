import { type ConvertedNode, convertMoney } from '@tranche/core/convert';
import { formatAmount, formatBounds } from '@tranche/core/display';
import { explain, GraphBuilder } from '@tranche/core/formula';
import { boundsOf } from '@tranche/core/money';
import { fail, ok } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import type { PublishedRate } from '../league/index.ts';
import { type Answer, type AnswerConflict, type AnswerRow, number, words } from './answer.ts';
import type { Question } from './question.ts';

const BASIS =
  'the last official rate on or before the day; the rate an issuer used and averages of a month never count';

/**
 * A sum in another currency at the last official rate on or before the day, with the division that makes the cross,
 * the age of the rate, and other rates of that day beside it.
 * Fails: MISSING_FIELD (no currency to convert to), BAD_CURRENCY, BAD_NUMBER; without a rate it cannot tell.
 */
export const convert: Question = {
  name: 'convert',
  about: 'a sum in another currency at the official rate of a day, with the division shown',
  of: 'a sum, such as "USD 40bn"',
  ofAmount: true,
  takes: ['to'],
  answer: ({ rates, asOf, knownOn }, { of, amount, to }) => {
    if (to === undefined)
      return fail('MISSING_FIELD', 'to', 'no currency to convert to is given', { expected: 'as in CNY' });
    if (!/^[A-Z]{3}$/.test(to))
      return fail('BAD_CURRENCY', 'to', `"${to.slice(0, 20)}" is not a currency code`, {
        expected: 'three capital letters, such as CNY',
      });
    if (amount === undefined)
      return fail('BAD_NUMBER', 'of', `"${of.slice(0, 40)}" is not a sum of money`, {
        expected: 'a sum such as "USD 40bn"',
      });
    const builder = new GraphBuilder();
    const { currency: from } = amount;
    const given = builder.input({
      label: formatAmount(amount),
      unit: from,
      bounds: boundsOf(amount),
      qualifier: amount.qualifier,
      grounds: [{ kind: 'given', id: 'of', note: 'the sum that was asked about' }],
    });
    const known = rates.filter(({ knownFrom }) => knownFrom <= knownOn);
    const found = convertMoney(builder, {
      from,
      to,
      date: asOf,
      rates: known.filter(({ kind }) => kind === 'official'),
      amount: given,
    });
    const used = found.ok ? found.value : undefined;
    const day = used === undefined ? asOf : dayOf(used, asOf);
    const conflicts = othersOn({ builder, from, to, day, used, known, given });
    const base = {
      question: 'convert',
      subject: formatAmount(amount),
      asOf,
      knownOn,
      conflicts,
      remainders: [],
    };
    if (used === undefined) {
      return ok({
        ...base,
        answer: `cannot tell: no official rate leads from ${from} to ${to} on or before ${asOf}`,
        decided: false,
        basis: BASIS,
        columns: [],
        rows: [],
        missing: [`an official rate between ${from} and ${to} of ${asOf} or a day before`],
        assumptions: [],
        statements: statementsIn(conflicts),
        graph: builder.build(),
      });
    }
    const { node, rateNode, legs, ageDays } = used;
    const publishers = publishersOf(used);
    const age = ageDays === 0 ? '' : `, ${days(ageDays)} before ${asOf}`;
    const at = legs.length === 0 ? '' : `, at the rate of ${day} by ${publishers}${age}`;
    return ok({
      ...base,
      answer: `${formatAmount(amount)} is ${formatBounds(builder.boundsOf(node), to)}${at}`,
      decided: true,
      basis: BASIS,
      value: node,
      columns: [
        { key: 'what', title: 'what' },
        { key: 'value', title: 'value' },
        { key: 'formula', title: 'formula' },
        { key: 'date', title: 'date' },
        { key: 'publisher', title: 'publisher' },
      ],
      rows: rowsOf(builder, used, { given, from, to, asOf }),
      missing: ageDays === 0 || rateNode === undefined ? [] : [`an official rate of ${asOf} itself`],
      assumptions:
        ageDays === 0
          ? []
          : [
              {
                id: 'last-rate',
                text: `No official rate of ${asOf} is at hand: the last one before it is used, of ${day}, ${days(ageDays)} earlier.`,
              },
            ],
      statements: [...new Set([...idsOf(used), ...statementsIn(conflicts)])],
      graph: builder.build(),
    });
  },
};

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** The day of the older rate used. */
const dayOf = ({ legs }: ConvertedNode, asOf: PlainDate): PlainDate =>
  legs.reduce((oldest, { published }) => (published.date < oldest ? published.date : oldest), asOf);

const idsOf = ({ legs }: ConvertedNode): readonly string[] =>
  legs.flatMap(({ published }) => published.id ?? []);

const publishersOf = ({ legs }: ConvertedNode): string =>
  [...new Set(legs.flatMap(({ published }) => published.publisher ?? []))].join(', ');

const statementsIn = (conflicts: Answer['conflicts']): readonly string[] =>
  conflicts.flatMap(({ options }) => options.flatMap(({ statements }) => statements));

function rowsOf(
  builder: GraphBuilder,
  used: ConvertedNode,
  { given, from, to, asOf }: { given: string; from: string; to: string; asOf: PlainDate },
): readonly AnswerRow[] {
  const graph = builder.build();
  const formula = (node: string) => ({ formula: words(explain(graph, node).at(-1)?.numbers ?? '') });
  const { node, rateNode, legs } = used;
  const sum: AnswerRow = { cells: { what: words('sum'), value: number(given) }, statements: [] };
  const converted: AnswerRow = {
    cells: { what: words(`in ${to}`), value: number(node), ...formula(node), date: words(asOf) },
    statements: idsOf(used),
  };
  if (rateNode === undefined) return [sum, converted];
  const rate = builder.node(rateNode);
  const publishedNodes = rate.kind === 'formula' ? rate.operands : [];
  const published = publishedNodes.flatMap((operand): readonly AnswerRow[] => {
    const { label } = builder.node(operand);
    const leg = legs.find(({ published: { base, quote } }) => label === `${quote} per ${base}`);
    if (leg === undefined) return [];
    const { date, publisher, id } = leg.published;
    return [
      {
        cells: {
          what: words(`${label}, as published`),
          value: number(operand),
          date: words(date),
          ...(publisher === undefined ? {} : { publisher: words(publisher) }),
        },
        statements: id === undefined ? [] : [id],
      },
    ];
  });
  const cross: AnswerRow = {
    cells: {
      what: words(`${to} per ${from}`),
      value: number(rateNode),
      ...(rate.kind === 'formula' ? formula(rateNode) : {}),
      date: words(dayOf(used, asOf)),
      publisher: words(publishersOf(used)),
    },
    statements: idsOf(used),
  };
  return [sum, ...published, cross, converted];
}

/** What kind of rate it is, where that is why it does not count. */
const NOT_OFFICIAL: Readonly<Record<PublishedRate['kind'], string>> = {
  official: 'another publisher; of one day a direct rate counts before a cross',
  issuer: 'the rate that an issuer used for its own figures',
  average: 'an average of the month, and not the rate of a day',
};

interface OtherRates {
  readonly builder: GraphBuilder;
  readonly from: string;
  readonly to: string;
  readonly day: PlainDate;
  readonly used: ConvertedNode | undefined;
  readonly known: readonly PublishedRate[];
  readonly given: string;
}

/** Other rates of the day, each with what the sum would be at it; averages are of the day's month. */
function othersOn(terms: OtherRates): readonly AnswerConflict[] {
  const { builder, from, to, day, used, known, given } = terms;
  if (from === to) return [];
  const ofDay = known.filter(({ kind, date }) =>
    kind === 'average' ? date.slice(0, 7) === day.slice(0, 7) : date === day,
  );
  const sets = new Map<string, PublishedRate[]>();
  for (const rate of ofDay) {
    const key = `${rate.kind} ${rate.publisher}`;
    sets.set(key, [...(sets.get(key) ?? []), rate]);
  }
  const options = [...sets.values()].flatMap((rates) => {
    const [first] = rates;
    const other = convertMoney(builder, { from, to, rates, amount: given });
    if (first === undefined || !other.ok || other.value.rateNode === undefined) return [];
    if (idsOf(other.value).join() === (used === undefined ? '' : idsOf(used).join())) return [];
    const { rateNode, node } = other.value;
    const told = formatBounds(builder.boundsOf(rateNode), builder.node(rateNode).unit);
    return [
      {
        cell: { node: rateNode, text: `${told} (${publishersOf(other.value)})` },
        passedOverBecause: NOT_OFFICIAL[first.kind],
        effect: `the sum would be ${formatBounds(builder.boundsOf(node), to)}`,
        statements: idsOf(other.value),
      },
    ];
  });
  if (options.length === 0) return [];
  return [
    {
      label: `${to} per ${from}, ${day}`,
      ...(used?.rateNode === undefined ? {} : { chosen: number(used.rateNode) }),
      rule: BASIS,
      statements: used === undefined ? [] : idsOf(used),
      options,
    },
  ];
}
