import { formatAmount, formatBounds, formatQuantity } from '@tranche/core/display';
import type { GraphBuilder } from '@tranche/core/formula';
import { headlineValue, type StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { amountKey } from '../assembly/amount-said.ts';
import type { Assembly } from '../assembly/assemble.ts';
import type { StatedStake, StatedValuation, Union } from '../assembly/fields.ts';
import type { Choice, Option } from '../reconcile/index.ts';
import type { Term } from '../view.ts';
import type { MoneyFigures, SliceFigures } from './money-figures.ts';
import { amountNode, chosenAmountNode, groundsOf } from './nodes.ts';

const HUNDRED = Rational.of(100n);

/** The deal's fields as chosen, each with what was passed over and what that would change. */
export function termsOf(builder: GraphBuilder, assembly: Assembly, money: MoneyFigures): readonly Term[] {
  const { lead, size, valuation } = assembly;
  const leadName = lead?.name ?? 'the lead';
  const stakeIf = (amount: StatedAmount | undefined, whole: StatedAmount | undefined): string | undefined => {
    if (amount === undefined || whole === undefined || amount.currency !== whole.currency) return undefined;
    const of = headlineValue(whole);
    if (of.sign() <= 0) return undefined;
    return `amount ÷ valuation would be ${formatQuantity(headlineValue(amount).dividedBy(of), 'fraction')}`;
  };
  return [
    ...statusTerm(assembly),
    ...amountTerm(builder, size, 'size', 'size', 'announced', (amount) =>
      stakeIf(amount, valuation?.chosen.value.amount),
    ),
    ...valuationTerm(builder, valuation, (amount) => stakeIf(size?.chosen.value, amount)),
    ...amountTerm(builder, assembly.preMoney, 'pre_money', 'pre-money', 'pre-money', () => undefined),
    ...ownTerm(builder, assembly, leadName),
    ...amountTerm(
      builder,
      assembly.gross,
      'gross',
      `${leadName}'s part with its co-investors'`,
      'own and syndicated money',
      () => undefined,
    ),
    ...amountTerm(
      builder,
      assembly.syndicated,
      'syndicated',
      'placed with co-investors',
      'syndicated money',
      (amount) => `co-investors' part would be ${formatAmount(amount)}`,
    ),
    ...stakeTerm(builder, assembly.stake, leadName),
    ...textTerm(assembly.stage, 'stage', 'stage'),
    ...textTerm(assembly.instrument, 'instrument', 'instrument'),
    ...textTerm(assembly.agreedOn, 'agreed_on', 'agreed on'),
    ...textTerm(assembly.closedOn, 'closed_on', 'closed on'),
    ...unionTerm(assembly.leads, 'leads', 'led by'),
    ...unionTerm(assembly.participants, 'participants', 'with'),
    ...unionTerm(assembly.useOfProceeds, 'use_of_proceeds', 'use of proceeds'),
    ...money.tranches.flatMap((tranche) => [
      ...(tranche.tranche?.paidOn === undefined || tranche.tranche.paidOn.alternatives.length === 0
        ? []
        : textTerm(tranche.tranche.paidOn, `${tranche.id}.paid_on`, `${tranche.label} paid on`)),
      ...tranche.slices.flatMap((slice) => paymentTerm(builder, slice, tranche.id, tranche.label)),
    ]),
  ];
}

function statusTerm({ status, statusChoice, statusBecause }: Assembly): readonly Term[] {
  return [
    {
      field: 'status',
      label: 'status',
      text: status.replace('_', ' '),
      rule: statusBecause,
      statements: statusChoice === undefined ? [] : idsOf(statusChoice.chosen),
      alternatives: (statusChoice?.alternatives ?? []).map(({ option, because }) => ({
        text: option.value.replace('_', ' '),
        passedOverBecause: because,
        statements: idsOf(option),
      })),
    },
  ];
}

function amountTerm(
  builder: GraphBuilder,
  choice: Choice<StatedAmount> | undefined,
  field: string,
  label: string,
  basis: string,
  effectOf: (amount: StatedAmount) => string | undefined,
): readonly Term[] {
  if (choice === undefined) return [];
  const described = { label: field === 'size' ? 'size of the deal' : label, basis };
  return [
    {
      field,
      label,
      text: formatAmount(choice.chosen.value),
      node: chosenAmountNode(builder, choice, described),
      rule: choice.because,
      statements: idsOf(choice.chosen),
      alternatives: choice.alternatives.map(({ option, because }) => ({
        text: formatAmount(option.value),
        node: amountNode(builder, option, described),
        passedOverBecause: because,
        ...optional('effect', effectOf(option.value)),
        statements: idsOf(option),
      })),
    },
  ];
}

/** The lead's own money; where no text states it, what one text's gross and syndicated amounts leave. */
function ownTerm(
  builder: GraphBuilder,
  { own, ownLeftOver, tied }: Assembly,
  leadName: string,
): readonly Term[] {
  const label = `${leadName}'s own part`;
  const effect = (amount: StatedAmount): string => `${label} would be ${formatAmount(amount)}`;
  const [term] = amountTerm(builder, own, 'own', label, 'own money', effect);
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

function valuationTerm(
  builder: GraphBuilder,
  choice: Choice<StatedValuation> | undefined,
  effectOf: (amount: StatedAmount) => string | undefined,
): readonly Term[] {
  if (choice === undefined) return [];
  const basis = BASIS_WORDS[choice.chosen.value.basis];
  const [term] = amountTerm(builder, valuationAmounts(choice), 'valuation', 'valuation', basis, effectOf);
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
  if (choice === undefined) return [];
  const label = `stake of ${leadName} in all, as stated`;
  const node = (option: Option<StatedStake>): string => stakeNode(builder, option, label);
  const text = ({ value }: Option<StatedStake>): string =>
    formatBounds(stakeBounds(value), 'fraction', value.qualifier);
  return [
    {
      field: 'stake',
      label,
      text: text(choice.chosen),
      node: node(choice.chosen),
      rule: choice.because,
      statements: idsOf(choice.chosen),
      alternatives: choice.alternatives.map(({ option, because }) => ({
        text: text(option),
        node: node(option),
        passedOverBecause: because,
        statements: idsOf(option),
      })),
    },
  ];
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

function textTerm(choice: Choice<string> | undefined, field: string, label: string): readonly Term[] {
  if (choice === undefined) return [];
  return [
    {
      field,
      label,
      text: choice.chosen.value,
      rule: choice.because,
      statements: idsOf(choice.chosen),
      alternatives: choice.alternatives.map(({ option, because }) => ({
        text: option.value,
        passedOverBecause: because,
        statements: idsOf(option),
      })),
    },
  ];
}

const unionTerm = ({ names, statements }: Union, field: string, label: string): readonly Term[] =>
  names.length === 0
    ? []
    : [
        {
          field,
          label,
          text: names.join(', '),
          rule: 'all names that were given',
          statements,
          alternatives: [],
        },
      ];

/** A payment that is told in several amounts. */
function paymentTerm(
  builder: GraphBuilder,
  { slice, payer }: SliceFigures,
  tranche: string,
  trancheLabel: string,
): readonly Term[] {
  const paid = slice?.paid;
  if (slice === undefined || paid === undefined || paid.alternatives.length === 0) return [];
  return amountTerm(
    builder,
    paid,
    `${tranche}.${slice.payer.party ?? 'others'}.${slice.payer.share}.paid`,
    `${payer}, ${trancheLabel}`,
    'paid',
    (amount) => `drawn by ${payer} of ${trancheLabel} would be ${formatAmount(amount)}`,
  );
}

const idsOf = <T>(option: Option<T>): readonly string[] => option.statements.map(({ id }) => id);

const optional = <K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: string });
