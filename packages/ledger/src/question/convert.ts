import { convertMoney } from '@tranche/core/convert';
import { formatAmount, formatBounds } from '@tranche/core/display';
import { GraphBuilder } from '@tranche/core/formula';
import { boundsOf } from '@tranche/core/money';
import { fail, ok } from '@tranche/core/result';
import { number, words } from './answer.ts';
import type { Question } from './question.ts';

/**
 * A sum in another currency at the last official rate on or before the day, with the division that makes the cross.
 * Fails: MISSING_FIELD (no currency to convert to), BAD_CURRENCY; without a rate it cannot tell.
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
    const given = builder.input({
      label: formatAmount(amount),
      unit: amount.currency,
      bounds: boundsOf(amount),
      qualifier: amount.qualifier,
      grounds: [{ kind: 'given', id: 'of', note: 'the sum that was asked about' }],
    });
    const official = rates.filter(({ kind, knownFrom }) => kind === 'official' && knownFrom <= knownOn);
    const found = convertMoney(builder, {
      from: amount.currency,
      to,
      date: asOf,
      rates: official,
      amount: given,
    });
    const base = {
      question: 'convert',
      subject: formatAmount(amount),
      asOf,
      knownOn,
      conflicts: [],
      remainders: [],
    };
    if (!found.ok) {
      return ok({
        ...base,
        answer: `cannot tell: no official rate leads from ${amount.currency} to ${to} on or before ${asOf}`,
        decided: false,
        basis: 'the last official rate on or before the day',
        columns: [],
        rows: [],
        missing: [`an official rate between ${amount.currency} and ${to} of ${asOf} or a day before`],
        assumptions: [],
        statements: [],
        graph: builder.build(),
      });
    }
    const { node, rateNode, legs } = found.value;
    const published = legs.map((leg) => leg.published);
    const oldest = published
      .map(({ date }) => date)
      .toSorted()
      .at(0);
    const publishers = [...new Set(published.flatMap(({ publisher }) => publisher ?? []))].join(', ');
    return ok({
      ...base,
      answer: `${formatAmount(amount)} is ${formatBounds(builder.boundsOf(node), to)}${oldest === undefined ? '' : `, at the rate of ${oldest} by ${publishers}`}`,
      decided: true,
      basis: 'the last official rate on or before the day',
      value: node,
      columns: [
        { key: 'what', title: 'what' },
        { key: 'value', title: 'value' },
        { key: 'date', title: 'date' },
        { key: 'publisher', title: 'publisher' },
      ],
      rows: [
        { cells: { what: words('sum'), value: number(given) }, statements: [] },
        ...(rateNode === undefined
          ? []
          : [
              {
                cells: {
                  what: words(`${to} per ${amount.currency}`),
                  value: number(rateNode),
                  ...(oldest === undefined ? {} : { date: words(oldest) }),
                  publisher: words(publishers),
                },
                statements: published.flatMap(({ id }) => id ?? []),
              },
            ]),
        { cells: { what: words(`in ${to}`), value: number(node), date: words(asOf) }, statements: [] },
      ],
      missing: [],
      assumptions:
        oldest === undefined || oldest === asOf
          ? []
          : [
              {
                id: 'last-rate',
                text: `No rate of ${asOf} is at hand: the last one before it, of ${oldest}, is used.`,
              },
            ],
      statements: published.flatMap(({ id }) => id ?? []),
      graph: builder.build(),
    });
  },
};
