import { impliedValuation } from '@tranche/core/financing';
import { GraphBuilder } from '@tranche/core/formula';
import { fail, ok, type Result } from '@tranche/core/result';
import type { Ledger } from '../statement/index.ts';
import { type Assembly, assemble } from './assembly/assemble.ts';
import { impliedStakesOf } from './figures/implied.ts';
import { amountNode, groundsOf } from './figures/nodes.ts';
import { stakeNode } from './figures/terms.ts';
import { type IssuerKnowledge, knowledgeOf } from './grouping/deals-of.ts';
import { partiesOn } from './grouping/world.ts';
import { agreementsOf, pricesBeside } from './implied/agreements.ts';
import { type PricedShare, type PricedStake, type PriceKind, pricedStakes } from './implied/priced-stakes.ts';
import { PRINTED_PRECISION, printedShare } from './implied/printed-share.ts';
import { type StatedPrice, statedPrices } from './implied/stated-prices.ts';
import type { ImpliedValuationView, ImpliedValues } from './implied/view.ts';
import type { ChoiceRule, Option } from './reconcile/index.ts';
import type { Assumption, Dates } from './view.ts';
import { findDeal, summaryOfDeal } from './view-deal.ts';

const ALL_SHARES_ALIKE: Assumption = {
  id: 'all-shares-alike',
  text: 'An implied value prices all shares like those spoken of, which the rights of preferred shares may belie.',
};

const BOUGHT_THE_STAKE: Assumption = {
  id: 'money-bought-the-stake',
  text: 'The sum is taken to have bought the whole share that is stated with it: nothing was held before.',
};

/**
 * What amounts, shares and values of a company, or of one deal, imply of each other: the share that a deal's money
 * buys, and the value of the whole by a share and what it is worth or cost. Values of one day are held against each
 * other and against what the last signed deal by then valued the company at.
 * Units: shares are fractions of 1, values whole units of the sum's currency. Exact; ranges come from the printed
 * precision of percentages and the bounds of stated sums. Fails: UNKNOWN_SUBJECT.
 */
export function implyValues(
  ledger: Ledger,
  of: string,
  dates: Dates,
  rule?: ChoiceRule,
): Result<ImpliedValues> {
  const named = findDeal(ledger, of, dates.knownOn);
  const company = partiesOn(ledger, dates.knownOn).partyOf(of);
  const knowledge = named.ok ? named.value.knowledge : knowledgeOf(ledger, company.id, dates.knownOn);
  if (knowledge.statements.length === 0) {
    return fail('UNKNOWN_SUBJECT', 'of', `nothing is known of "${of.slice(0, 80)}" on ${dates.knownOn}`, {
      expected: 'a company by name, or the id of a deal',
    });
  }
  const builder = new GraphBuilder();
  const assemblies = knowledge.deals.map((deal) => assemble(deal, knowledge, dates, rule));
  const isAsked = ({ deal }: Assembly): boolean => !named.ok || deal.id === of;
  const implied = assemblies.filter(isAsked).map((assembly) => ({
    assembly,
    ...impliedStakesOf(builder, assembly),
  }));
  const prices = statedPrices(builder, assemblies);
  const valuations = pricedStakes(knowledge, dates.asOf, rule)
    .map((stake) => valuationOf(builder, stake, knowledge, prices))
    // Of one deal, only what stands beside its own price.
    .filter(({ shareAtPrice }) => !named.ok || shareAtPrice?.price.deal === of);
  const agreements = agreementsOf(builder, valuations, prices).filter(
    ({ price }) => !named.ok || price === undefined || price.deal === of,
  );
  const stakes = implied.flatMap(({ assembly, stakes: ofDeal }) => {
    const summary = ofDeal.length === 0 ? undefined : summaryOfDeal(ledger, assembly.deal.id, dates, rule);
    if (summary === undefined || !summary.ok) return [];
    const { id, title, status } = summary.value;
    return ofDeal.map((stake) => ({ ...stake, id, title, status, statements: termsOf(assembly) }));
  });
  const assumptions = [
    ...implied.flatMap((one) => one.assumptions),
    ...(valuations.length === 0 ? [] : [PRINTED_PRECISION, ALL_SHARES_ALIKE]),
    ...(valuations.some(({ kind }) => kind === 'paid') ? [BOUGHT_THE_STAKE] : []),
  ];
  return ok({
    ...dates,
    subject: named.ok ? of : company.id,
    issuerName: company.name,
    stakes,
    valuations,
    agreements,
    assumptions: [...new Map(assumptions.map((one) => [one.id, one])).values()],
    statements: [
      ...new Set([
        ...valuations.flatMap((one) => one.statements),
        ...agreements.flatMap((one) => one.statements),
        ...stakes.flatMap((one) => one.statements),
      ]),
    ],
    graph: builder.build(),
  });
}

/** What a deal's implied stakes rest on. */
const termsOf = ({ size, valuation, preMoney }: Assembly): readonly string[] =>
  [size, valuation, preMoney].flatMap((choice) => choice?.chosen.statements.map(({ id }) => id) ?? []);

const AMOUNT_WORDS: Readonly<Record<PriceKind, string>> = {
  worth: 'worth of the stake',
  paid: 'paid for the stake',
  cost: 'cost of the stake in all',
};

function valuationOf(
  builder: GraphBuilder,
  { holder, kind, day, choice }: PricedStake,
  knowledge: IssuerKnowledge,
  prices: readonly StatedPrice[],
): ImpliedValuationView {
  const name = knowledge.nameOf(holder);
  const figures = figuresOf(builder, choice.chosen, name, kind);
  const [price] = pricesBeside(
    builder,
    { kind, day, amount: figures.amount, statements: idsOf(choice.chosen) },
    prices,
  );
  const { basis: shareBasis } = choice.chosen.value;
  const isNewMoney = kind === 'paid' && !isSecondary(choice.chosen.value, knowledge);
  return {
    holder: name,
    kind,
    day,
    ...figures,
    ...(shareBasis === undefined ? {} : { shareBasis }),
    ...(isNewMoney ? { preMoney: preMoneyOf(builder, figures) } : {}),
    ...(price === undefined
      ? {}
      : {
          shareAtPrice: {
            price,
            node: builder.formula({
              label: `${AMOUNT_WORDS[kind]} of ${name}, as a share of the price stated`,
              basis: `at ${price.basis} of ${price.day}`,
              unit: 'fraction',
              operator: 'divide',
              operands: [figures.amount, price.node],
            }),
          },
        }),
    passedOver: choice.alternatives.map(({ option, because }) => ({
      ...figuresOf(builder, option, name, kind),
      because,
      statements: idsOf(option),
    })),
    rule: choice.because,
    statements: idsOf(choice.chosen),
  };
}

const preMoneyOf = (builder: GraphBuilder, { share, amount }: { share: string; amount: string }): string => {
  const { valuation, preMoney } = impliedValuation(builder, { fraction: share, amount });
  return preMoney ?? valuation;
};

function isSecondary({ amountSaidBy }: PricedShare, { deals }: IssuerKnowledge): boolean {
  return deals.some(
    ({ money, members }) =>
      money === 'secondary' && members.some(({ statement }) => statement.id === amountSaidBy.id),
  );
}

function figuresOf(builder: GraphBuilder, option: Option<PricedShare>, name: string, kind: PriceKind) {
  const { amount: stated, amountSaidBy, percent, qualifier } = option.value;
  const label = `stake of ${name}`;
  const share = stakeNode(builder, option, `${label}, as stated`);
  const amount = amountNode(
    builder,
    { ...option, value: stated, statements: [amountSaidBy] },
    { label: `${AMOUNT_WORDS[kind]} of ${name}`, basis: kind },
  );
  const printed = builder.input({
    label: `${label}, as far as printed`,
    basis: 'as stated',
    unit: 'fraction',
    bounds: printedShare({ percent, qualifier }),
    grounds: [...groundsOf(option.statements), { kind: 'assumption', id: PRINTED_PRECISION.id }],
  });
  const valued = (fraction: string): string =>
    impliedValuation(builder, { fraction, value: amount }).valuation;
  return { share, amount, value: valued(share), range: valued(printed) };
}

const idsOf = ({ statements, value }: Option<PricedShare>): readonly string[] => [
  ...new Set([...statements.map(({ id }) => id), value.amountSaidBy.id]),
];
