import { convertMoney } from '@tranche/core/convert';
import { formatAmount, formatQuantity } from '@tranche/core/display';
import { headlineValue, type StatedAmount } from '@tranche/core/money';
import type { Span } from '../claim/index.ts';
import { toTwoDigits } from '../compare/index.ts';
import { type Bench, othersOfType } from './bench.ts';
import type { Finding, Opinion } from './verdict.ts';

/** An amount of money in the document, claimed or not. */
export interface DocumentFigure {
  readonly amount: StatedAmount;
  readonly span: Span;
  readonly where: 'headline' | 'body';
}

/** A document's own error, with the place it stands at. */
export interface FigureOpinion extends Opinion {
  readonly span: Span;
}

/**
 * Checks each figure of the headline against the body. A headline figure whose number the body gives in another
 * currency only, is an error of the unit; where the body prints that amount as the conversion of another, both
 * are named. Headline figures that the body repeats raise nothing.
 */
export function checkHeadline(bench: Bench, figures: readonly DocumentFigure[]): readonly FigureOpinion[] {
  const body = figures.filter(({ where }) => where === 'body');
  return figures.flatMap((figure): FigureOpinion[] => {
    if (figure.where !== 'headline') return [];
    const { currency } = figure.amount;
    const number = headlineValue(figure.amount);
    const same = body.filter(({ amount }) => headlineValue(amount).equals(number));
    if (same.some(({ amount }) => amount.currency === currency)) return [];
    const [meant] = same;
    return meant === undefined ? [] : [wrongUnit(bench, figure, meant.amount)];
  });
}

function wrongUnit(bench: Bench, figure: DocumentFigure, meant: StatedAmount): FigureOpinion {
  const { builder, rates, spokenOn } = bench;
  const number = headlineValue(meant);
  const printed = {
    currency: figure.amount.currency,
    value: number,
    qualifier: figure.amount.qualifier,
  } as const;
  const conversion = othersOfType(bench, 'fx').find(({ claim: { from, to } }) =>
    [from, to].some((side) => side.currency === meant.currency && side.value.equals(number)),
  );
  const findings: Finding[] = [
    {
      text: `The headline says ${formatAmount(printed)}; in the body this number is ${formatAmount(meant)}.`,
      evidence: conversion === undefined ? [] : [conversion.id],
    },
  ];
  const should = `${formatQuantity(number, meant.currency)}`;
  let equated = '';
  if (conversion !== undefined) {
    const { from, to } = conversion.claim;
    const deal = from.currency === meant.currency && from.value.equals(number) ? to : from;
    const dealText = formatQuantity(deal.value, deal.currency);
    const said = [{ kind: 'claim' as const, id: conversion.id }];
    const asPrinted = builder.exact({
      label: 'headline figure as printed',
      unit: printed.currency,
      value: number,
      grounds: [{ kind: 'claim', id: conversion.id, note: 'the number of the headline' }],
    });
    const dealNode = builder.exact({
      label: 'amount of the deal',
      unit: deal.currency,
      value: deal.value,
      grounds: said,
    });
    equated = `, which it equates with ${dealText}`;
    if (deal.currency === printed.currency) {
      const times = builder.formula({
        label: 'headline figure over the deal',
        unit: 'count',
        operator: 'divide',
        operands: [asPrinted, dealNode],
      });
      findings.push({
        text: `As printed the headline is ${formatQuantity(number.dividedBy(deal.value), 'count')} times the deal of ${dealText}.`,
        node: times,
        evidence: [conversion.id],
      });
    }
  }
  const meantNode = builder.exact({
    label: 'number of the headline in the currency of the body',
    unit: meant.currency,
    value: number,
    grounds: [{ kind: 'rule', id: 'headline-number', note: 'the number as the body gives it' }],
  });
  const official = rates.filter(({ kind }) => kind === 'official');
  const converted = convertMoney(builder, {
    from: meant.currency,
    to: printed.currency,
    date: spokenOn,
    rates: official,
    amount: meantNode,
  });
  let about = '';
  if (converted.ok) {
    const value = number.times(converted.value.rate);
    about = `, about ${formatQuantity(toTwoDigits(value), printed.currency)}`;
    findings.push({
      text: `At the last official rate ${should} is ${formatQuantity(value, printed.currency)}.`,
      node: converted.value.node,
      evidence: converted.value.legs.flatMap(({ published }) =>
        published.id === undefined ? [] : [published.id],
      ),
    });
  }
  return {
    check: 'unit',
    verdict: 'contradicted',
    summary: `The headline's ${formatQuantity(number, printed.currency)} should read ${should}${about}: the body gives the number in ${meant.currency}${equated}.`,
    findings,
    span: figure.span,
  };
}
