import { formatAmount, formatBounds } from '@tranche/core/display';
import type { GraphBuilder } from '@tranche/core/formula';
import type { StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { amountKey } from '../assembly/amount-said.ts';
import type { Assembly } from '../assembly/assemble.ts';
import type { StatedStake, StatedValuation } from '../assembly/fields.ts';
import type { Choice, Option } from '../reconcile/index.ts';
import type { Term } from '../view.ts';
import type { MoneyFigures } from './money-figures.ts';
import { amountNode, groundsOf } from './nodes.ts';
import type { TrancheFigures } from './slice-figures.ts';
import { amountTerm, dateTerm, termOf, textTerm, unionTerm, wordedTerm } from './term.ts';

const HUNDRED = Rational.of(100n);

/** The deal's fields as chosen, each with what was passed over. */
export function termsOf(builder: GraphBuilder, assembly: Assembly, money: MoneyFigures): readonly Term[] {
  const { lead, size } = assembly;
  const leadName = lead?.name ?? 'the lead';
  return [
    ...statusTerm(assembly),
    ...amountTerm(builder, size, 'size', 'size', 'announced', 'size of the deal'),
    ...valuationTerm(builder, assembly.valuation),
    ...amountTerm(builder, assembly.preMoney, 'pre_money', 'pre-money', 'pre-money'),
    ...ownTerm(builder, assembly, leadName),
    ...amountTerm(
      builder,
      assembly.gross,
      'gross',
      `${leadName}'s part with its co-investors'`,
      'own and syndicated money',
    ),
    ...amountTerm(builder, assembly.syndicated, 'syndicated', 'placed with co-investors', 'syndicated money'),
    ...stakeTerm(builder, assembly.stake, leadName),
    ...textTerm(assembly.stage, 'stage', 'stage'),
    ...textTerm(assembly.instrument, 'instrument', 'instrument'),
    ...dateTerm(assembly.agreedOn, 'agreed_on', 'agreed on'),
    ...dateTerm(assembly.closedOn, 'closed_on', 'closed on'),
    ...dateTerm(assembly.plan.window, 'payment_window', 'to be paid within'),
    ...dateTerm(assembly.plan.first, 'first_payment', 'first payment planned for'),
    ...unionTerm(assembly.leads, 'leads', 'led by'),
    ...unionTerm(assembly.participants, 'participants', 'with'),
    ...unionTerm(assembly.useOfProceeds, 'use_of_proceeds', 'use of proceeds'),
    ...money.tranches.flatMap((tranche) => trancheTerms(builder, tranche)),
  ];
}

/** When a tranche was to be paid and was, on what condition, and payments that are told in several ways. */
function trancheTerms(
  builder: GraphBuilder,
  { id, label, tranche, slices }: TrancheFigures,
): readonly Term[] {
  if (tranche === undefined) return [];
  return [
    ...dateTerm(tranche.planned, `${id}.planned`, `${label}, planned for`),
    ...wordedTerm(tranche.condition, `${id}.condition`, `${label}, condition`),
    ...dateTerm(tranche.paidOn, `${id}.paid_on`, `${label}, paid on`),
    ...slices.flatMap(({ slice, payer }) => {
      if (slice === undefined) return [];
      const field = `${id}.${slice.payer.party ?? 'others'}.${slice.payer.share}`;
      return [
        ...contested(amountTerm(builder, slice.paid, `${field}.paid`, `${payer}, ${label}`, 'paid')),
        ...contested(dateTerm(slice.paidOn, `${field}.paid_on`, `${payer}, ${label}, paid on`)),
      ];
    }),
  ];
}

/** Only what is told in several ways: the rest stands in the table of tranches. */
const contested = (terms: readonly Term[]): readonly Term[] =>
  terms.filter(({ alternatives }) => alternatives.length > 0);

/** A choice of the rule, and the state that what is paid and unpaid shows. */
function statusTerm({ status, statusChoice, statusBecause }: Assembly): readonly Term[] {
  const [term] = termOf(statusChoice, { field: 'status', label: 'status' }, ({ value }) => ({
    text: value.replace('_', ' '),
  }));
  const text = status.replace('_', ' ');
  return [
    term === undefined
      ? { field: 'status', label: 'status', text, rule: statusBecause, statements: [], alternatives: [] }
      : { ...term, text, rule: statusBecause },
  ];
}

/** The lead's own money; where no text states it, what one text's gross and syndicated amounts leave. */
function ownTerm(
  builder: GraphBuilder,
  { own, ownLeftOver, tied }: Assembly,
  leadName: string,
): readonly Term[] {
  const label = `${leadName}'s own part`;
  const [term] = amountTerm(builder, own, 'own', label, 'own money');
  if (own === undefined || term === undefined) return [];
  const { key } = own.chosen;
  const isStated = tied.own.some(({ amount }) => amountKey(amount) === key);
  const left = ownLeftOver.find(({ amount }) => amountKey(amount) === key);
  if (isStated || left === undefined) return [term];
  const parts = [left.gross, left.syndicated].map(({ amount, statement, status }) => ({
    key: '',
    value: amount,
    standing: { ...own.chosen.standing, status },
    statements: [statement],
  }));
  const [gross, syndicated] = parts;
  if (gross === undefined || syndicated === undefined) return [term];
  const node = builder.formula({
    label,
    basis: 'own money',
    unit: left.amount.currency,
    operator: 'subtract',
    operands: [
      amountNode(builder, gross, { label: `${leadName}'s part with its co-investors'`, basis: 'gross' }),
      amountNode(builder, syndicated, { label: 'placed with co-investors', basis: 'syndicated money' }),
    ],
  });
  return [{ ...term, node, statements: [left.gross.statement.id, left.syndicated.statement.id] }];
}

export const BASIS_WORDS: Readonly<Record<StatedValuation['basis'], string>> = {
  post: 'post-money',
  pre: 'pre-money',
  unspecified: 'basis not stated',
};

/** The amounts of a choice of valuations, for nodes. */
export const valuationAmounts = (choice: Choice<StatedValuation>): Choice<StatedAmount> => {
  const amountOf = (option: Option<StatedValuation>): Option<StatedAmount> => ({
    ...option,
    value: option.value.amount,
  });
  return {
    ...choice,
    chosen: amountOf(choice.chosen),
    alternatives: choice.alternatives.map(({ option, because }) => ({ option: amountOf(option), because })),
  };
};

function valuationTerm(builder: GraphBuilder, choice: Choice<StatedValuation> | undefined): readonly Term[] {
  if (choice === undefined) return [];
  const basis = BASIS_WORDS[choice.chosen.value.basis];
  const [term] = amountTerm(builder, valuationAmounts(choice), 'valuation', 'valuation', basis);
  if (term === undefined) return [];
  const text = (value: StatedValuation): string =>
    `${formatAmount(value.amount)}, ${BASIS_WORDS[value.basis]}`;
  return [
    {
      ...term,
      text: text(choice.chosen.value),
      alternatives: term.alternatives.map((alternative, index) => {
        const option = choice.alternatives[index]?.option;
        return option === undefined ? alternative : { ...alternative, text: text(option.value) };
      }),
    },
  ];
}

function stakeTerm(
  builder: GraphBuilder,
  choice: Choice<StatedStake> | undefined,
  leadName: string,
): readonly Term[] {
  const label = `stake of ${leadName} in all, as stated`;
  return termOf(choice, { field: 'stake', label }, (option) => ({
    text: formatBounds(stakeBounds(option.value), 'fraction', option.value.qualifier),
    node: stakeNode(builder, option, label),
  }));
}

export function stakeNode(builder: GraphBuilder, option: Option<StatedStake>, label: string): string {
  return builder.input({
    label,
    basis: 'as stated',
    unit: 'fraction',
    bounds: stakeBounds(option.value),
    qualifier: option.value.qualifier,
    grounds: groundsOf(option.statements),
  });
}

/** "About" leaves the number and says that it is vague; "over" and "at least" bound it from below. */
function stakeBounds({ percent, qualifier }: StatedStake): {
  readonly low?: Rational;
  readonly high?: Rational;
  readonly vague: boolean;
} {
  const fraction = percent.dividedBy(HUNDRED);
  const isFloor = qualifier === 'over' || qualifier === 'at_least';
  const isCeiling = qualifier === 'up_to' || qualifier === 'nearly';
  return {
    ...(isCeiling ? {} : { low: fraction }),
    ...(isFloor ? {} : { high: fraction }),
    vague: qualifier === 'about' || qualifier === 'nearly',
  };
}
