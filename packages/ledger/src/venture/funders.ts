import { formatBounds } from '@tranche/core/display';
import type { GraphBuilder } from '@tranche/core/formula';
import { headlineValue, type StatedAmount } from '@tranche/core/money';
import type { DealStatus } from '../claim/index.ts';
import { chosenAmountNode } from '../deal/figures/nodes.ts';
import { isDone } from '../deal/grouping/mention.ts';
import { type Choice, type ChoiceContext, choose } from '../deal/reconcile/index.ts';
import type { Party } from '../party/index.ts';
import type { Statement } from '../statement/index.ts';
import { amountTermOf, notesOnce } from './money-terms.ts';
import { amountSaidOf, isAhead, kindOf, type SaidMoney } from './pledges.ts';
import type { FunderMoney } from './view.ts';

/** The money of all funders, each amount as the rule picks it. */
export interface Funding {
  readonly funders: readonly Funder[];
  /** Funders whose amount is in another currency: shown, and in no sum. */
  readonly unsummed: readonly string[];
  readonly total?: string;
  readonly agreed?: string;
  readonly drawn?: string;
  readonly unit: string;
}

export interface Funder {
  readonly party: Party;
  readonly money: FunderMoney;
  /** What the keepers of facts noted about the amount that counts. */
  readonly note: string | undefined;
}

interface Picked {
  readonly party: Party;
  readonly choice: Choice<StatedAmount>;
  readonly said: readonly SaidMoney[];
}

/** What each party is said to put in, what of it is paid, and the sums. Fails: never. */
export function fundingOf(
  builder: GraphBuilder,
  said: readonly SaidMoney[],
  context: ChoiceContext,
  names: { readonly venture: string; readonly id: string },
): Funding {
  const picked = pickedOf(said, context);
  const unit = picked[0]?.choice.chosen.value.currency ?? 'USD';
  const summed = picked.filter(({ choice }) => choice.chosen.value.currency === unit);
  const label = (party: Party): string => `${party.name}, said to be put into ${names.venture}`;
  const nodes = new Map(
    picked.map(({ party, choice }) => [
      party.id,
      chosenAmountNode(builder, choice, { label: label(party), basis: 'as said' }),
    ]),
  );
  const totalOf = (of: readonly Picked[], what: string, instead?: readonly [party: string, node: string]) => {
    const operands = of.map(({ party }) =>
      party.id === instead?.[0] ? instead[1] : (nodes.get(party.id) as string),
    );
    return operands.length === 0
      ? undefined
      : builder.formula({ label: what, basis: 'as said', unit, operator: 'add', operands });
  };
  const total = totalOf(summed, `said to be put into ${names.venture}, in all`);
  const noted = notesOnce();
  // What is noted of the amounts that count comes before what is noted of others.
  const notes = picked.map(({ choice }) => noted(choice.chosen.statements));
  const funders = picked.map(({ party, choice, said: own }, index) => {
    const changeBy = (node: string): string | undefined => {
      const without = totalOf(summed, `in all, if ${party.name} puts in another amount`, [party.id, node]);
      if (without === undefined || total === undefined || builder.node(node).unit !== unit) return undefined;
      return `in all ${text(builder, total)} → ${text(builder, without)}`;
    };
    const effectOf = (node: string, statements: readonly Statement[]): string | undefined => {
      const parts = [changeBy(node), noted(statements)].filter((part) => part !== undefined);
      return parts.length === 0 ? undefined : parts.join('; ');
    };
    const term = amountTermOf(
      builder,
      choice,
      { field: `commitment.${party.id}`, label: label(party), basis: 'as said' },
      effectOf,
    );
    const drawn = drawnOf(builder, party, own, context, unit);
    return {
      party,
      note: notes[index],
      money: {
        said: term,
        node: term.node,
        status: choice.chosen.standing.status,
        kind: kindOf(own.filter((one) => amountSaidOf(one).key === choice.chosen.key)),
        drawn,
        undrawn: builder.formula({
          label: `${party.name}, not paid yet`,
          basis: 'said less paid',
          unit: choice.chosen.value.currency,
          operator: 'subtract',
          operands: [term.node, drawn],
        }),
      },
    };
  });
  const bound = summed.filter(({ choice }) => isBound(choice.chosen.standing.status));
  const agreed = totalOf(bound, `agreed to be put into ${names.venture}`);
  const paid = funders.filter(({ party }) => summed.some((one) => one.party.id === party.id));
  return {
    funders,
    unsummed: picked.filter((one) => !summed.includes(one)).map(({ party }) => party.name),
    ...(total === undefined ? {} : { total }),
    ...(agreed === undefined ? {} : { agreed }),
    ...(paid.length === 0
      ? {}
      : {
          drawn: builder.formula({
            label: `paid into ${names.venture}, in all`,
            basis: 'paid',
            unit,
            operator: 'add',
            operands: paid.map(({ money }) => money.drawn),
          }),
        }),
    unit,
  };
}

/** Signed, pledged or paid: somebody is bound. */
const isBound = (status: DealStatus): boolean => status === 'agreed' || isDone(status);

function pickedOf(said: readonly SaidMoney[], context: ChoiceContext): readonly Picked[] {
  const byParty = new Map<string, { readonly party: Party; readonly said: SaidMoney[] }>();
  for (const one of said) {
    if (one.party === undefined) continue;
    const known = byParty.get(one.party.id);
    if (known === undefined) byParty.set(one.party.id, { party: one.party, said: [one] });
    else known.said.push(one);
  }
  const picked = [...byParty.values()].flatMap(({ party, said: own }) => {
    const ahead = own.filter(isAhead);
    const choice = choose(
      `commitment.${party.id}`,
      (ahead.length > 0 ? ahead : own).map(amountSaidOf),
      context,
    );
    return choice === undefined ? [] : [{ party, choice, said: own }];
  });
  const headline = ({ choice }: Picked) => headlineValue(choice.chosen.value);
  return picked.sort(
    (one, other) => headline(other).compare(headline(one)) || (one.party.id < other.party.id ? -1 : 1),
  );
}

function drawnOf(
  builder: GraphBuilder,
  party: Party,
  own: readonly SaidMoney[],
  context: ChoiceContext,
  unit: string,
): string {
  const described = { label: `${party.name}, paid`, basis: 'paid' };
  const paid = choose(`paid.${party.id}`, own.filter((one) => !isAhead(one)).map(amountSaidOf), context);
  if (paid !== undefined) return chosenAmountNode(builder, paid, described);
  return builder.unknown({
    ...described,
    unit,
    because: 'nothing is reported as paid',
    grounds: [
      { kind: 'rule', id: 'nothing-reported-as-paid', note: 'What nobody reports is unknown, not zero.' },
    ],
  });
}

const text = (builder: GraphBuilder, node: string): string =>
  formatBounds(builder.boundsOf(node), builder.node(node).unit);
