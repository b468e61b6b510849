import { formatAmount } from '@tranche/core/display';
import type { GraphBuilder } from '@tranche/core/formula';
import { headlineValue, type StatedAmount } from '@tranche/core/money';
import { Rational, sum } from '@tranche/core/rational';
import type { DealStatus } from '../../claim/index.ts';
import type { Assembly } from '../assembly/assemble.ts';
import { type AssembledSlice, type AssembledTranche, isBinding } from '../assembly/tranches.ts';
import { isDone } from '../grouping/mention.ts';
import type { Choice, Option } from '../reconcile/index.ts';
import { chosenAmountNode, difference, groundsOf, zeroNode } from './nodes.ts';

export interface SliceFigures {
  readonly payer: string;
  /** Party id of the payer; of the lead that places the money, where it is syndicated. */
  readonly party: string | undefined;
  readonly share: 'own' | 'syndicated';
  readonly planned?: string;
  readonly committed: string;
  readonly drawn: string;
  readonly status: DealStatus;
  readonly statements: readonly string[];
  /** Missing for what is only left over. */
  readonly slice?: AssembledSlice;
}

export interface TrancheFigures {
  readonly tranche: AssembledTranche | undefined;
  readonly id: string;
  readonly label: string;
  readonly amount: string;
  readonly slices: readonly SliceFigures[];
}

export const CO_INVESTORS = 'co-investors';
const OTHERS = 'others, not named';
export const NOT_STATED = 'payers not stated';

/** An instalment that nobody is bound to pay, in a deal that is signed. */
const isOption = (status: DealStatus, { slice }: SliceFigures): boolean =>
  isBinding(status) && slice !== undefined && !slice.isCommitted;

/** The node of a part's amount: what is bound or, of what nobody is bound to pay, what is planned. */
export const plannedOrBound = ({ planned, committed, slice }: SliceFigures): string =>
  slice?.isCommitted === false ? (planned ?? committed) : committed;

/** The parts that make up a deal's size: with its options if it is ahead and these fit into it, else they come on top. */
export function partsInSize(
  builder: GraphBuilder,
  { size, status }: Assembly,
  tranches: readonly TrancheFigures[],
): readonly SliceFigures[] {
  const all = tranches.flatMap(({ slices }) => slices);
  if (size === undefined) return all;
  const highs = all.map((slice) => builder.boundsOf(plannedOrBound(slice)).high ?? Rational.ZERO);
  return !isDone(status) && sum(highs).compare(headlineValue(size.chosen.value)) <= 0
    ? all
    : all.filter((slice) => !isOption(status, slice));
}

/** The parts of a tranche by payer: those with an amount of their own, and who pays what these leave. */
export function sliceFigures(
  builder: GraphBuilder,
  unit: string,
  tranche: AssembledTranche,
  amount: string,
  nameOf: (party: string) => string,
  assume: (id: string, text: string) => void,
): readonly SliceFigures[] {
  const named = tranche.slices.filter(({ planned, paid }) => planned !== undefined || paid !== undefined);
  const figures = named.map((slice) => namedSlice(builder, unit, tranche, slice, nameOf, assume));
  const rest = tranche.slices.find((slice) => !named.includes(slice));
  if (rest === undefined) return figures;
  const payer =
    rest.payer.party !== undefined ? nameOf(rest.payer.party) : figures.length === 0 ? NOT_STATED : OTHERS;
  const planned = difference(
    builder,
    unit,
    { label: `${payer}, ${tranche.label}`, basis: 'planned' },
    amount,
    figures.map(({ planned: node, committed }) => node ?? committed),
  );
  // Parts that are worded as bounds may leave anything over, and exact parts may leave nothing.
  const { high } = builder.boundsOf(planned);
  if (high !== undefined && high.sign() <= 0) return figures;
  const committed = rest.isCommitted
    ? planned
    : zeroNode(builder, unit, { label: `${payer}, ${tranche.label}`, basis: 'committed' }, rest.drawnBecause);
  return [
    ...figures,
    {
      payer,
      party: rest.payer.party,
      share: 'own',
      planned,
      committed,
      drawn: drawnNode(builder, unit, rest, `${payer}, ${tranche.label}`, committed),
      status: rest.status,
      statements: rest.mentions.map(({ statement }) => statement.id),
      slice: rest,
    },
  ];
}

function namedSlice(
  builder: GraphBuilder,
  unit: string,
  tranche: AssembledTranche,
  slice: AssembledSlice,
  nameOf: (party: string) => string,
  assume: (id: string, text: string) => void,
): SliceFigures {
  const { payer, planned: plan, paid } = slice;
  const name =
    payer.share === 'syndicated'
      ? CO_INVESTORS
      : payer.party === undefined
        ? 'earlier investors'
        : nameOf(payer.party);
  const label = `${name}, ${tranche.label}`;
  const planned =
    plan === undefined ? undefined : amountInUnit(builder, unit, plan, { label, basis: 'planned' });
  const drawnChosen =
    paid === undefined ? undefined : amountInUnit(builder, unit, paid, { label, basis: 'paid' });
  const committed = committedNode(builder, unit, slice, label, planned, drawnChosen, assume);
  const { paidOn, mentions } = slice;
  if (paidOn !== undefined && isOfOthers(paidOn.chosen, mentions)) {
    assume(
      'closing-paid-together',
      'A payment whose report gives no day of its own is read as made on the day that the same text gives for its closing.',
    );
  }
  return {
    payer: name,
    party: payer.party,
    share: payer.share,
    ...(planned === undefined ? {} : { planned }),
    committed,
    drawn: drawnChosen ?? drawnNode(builder, unit, slice, label, committed),
    status: slice.status,
    statements: slice.mentions.map(({ statement }) => statement.id),
    slice,
  };
}

/** An amount in the deal's currency. One in another is only known to be there: no rate is assumed, and nothing added. */
function amountInUnit(
  builder: GraphBuilder,
  unit: string,
  choice: Choice<StatedAmount>,
  described: { readonly label: string; readonly basis: string },
): string {
  const { value } = choice.chosen;
  if (value.currency === unit) return chosenAmountNode(builder, choice, described);
  return builder.unknown({
    ...described,
    unit,
    because: `stated as ${formatAmount(value)}, and not converted into ${unit}`,
    grounds: groundsOf(choice.chosen.statements),
  });
}

/** None of a part's own statements says so. */
const isOfOthers = <T>({ statements }: Option<T>, mentions: AssembledSlice['mentions']): boolean =>
  !mentions.some(({ statement }) => statements.includes(statement));

/** What is bound to be paid. A payment above the plan amends it: nobody pays what was not agreed by then. */
function committedNode(
  builder: GraphBuilder,
  unit: string,
  slice: AssembledSlice,
  label: string,
  planned: string | undefined,
  paid: string | undefined,
  assume: (id: string, text: string) => void,
): string {
  if (!slice.isCommitted) {
    return zeroNode(
      builder,
      unit,
      { label, basis: 'committed' },
      'nothing binding is reported',
      slice.mentions.map(({ statement }) => statement),
    );
  }
  if (planned === undefined || paid === undefined)
    return paid ?? planned ?? unknownNode(builder, unit, label, 'committed');
  const [bound, made] = [builder.boundsOf(planned), builder.boundsOf(paid)];
  const exceeds = made.high !== undefined && bound.high !== undefined && made.high.compare(bound.high) > 0;
  if (!exceeds) return planned;
  assume(
    'payment-amends-commitment',
    'A payment larger than the part planned amends the commitment to what was paid.',
  );
  return paid;
}

export const unknownNode = (builder: GraphBuilder, unit: string, label: string, basis: string): string =>
  builder.unknown({
    label,
    basis,
    unit,
    because: 'no amount is stated',
    grounds: [{ kind: 'rule', id: 'no-amount-stated' }],
  });

/** What is paid of a part, where no payment of its own is told. */
export function drawnNode(
  builder: GraphBuilder,
  unit: string,
  slice: AssembledSlice,
  label: string,
  committed: string,
): string {
  const statements = slice.mentions.map(({ statement }) => statement);
  switch (slice.drawn) {
    case 'paid':
    case 'with_deal':
      return committed;
    case 'ahead':
      return zeroNode(builder, unit, { label, basis: 'paid' }, slice.drawnBecause, statements);
    case 'unknown': {
      const { high } = builder.boundsOf(committed);
      return builder.input({
        label,
        basis: 'paid',
        unit,
        bounds: { low: Rational.ZERO, ...(high === undefined ? {} : { high }), vague: false },
        unknownBecause: slice.drawnBecause,
        grounds: [
          ...groundsOf(statements),
          { kind: 'rule', id: 'unknown-is-not-zero', note: slice.drawnBecause },
        ],
      });
    }
  }
}
