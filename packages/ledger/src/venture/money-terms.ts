import { formatAmount, formatBounds } from '@tranche/core/display';
import type { GraphBuilder } from '@tranche/core/formula';
import type { StatedAmount } from '@tranche/core/money';
import type { StatedStake } from '../deal/assembly/fields.ts';
import { amountNode, chosenAmountNode } from '../deal/figures/nodes.ts';
import { stakeNode } from '../deal/figures/terms.ts';
import type { Alternative, Term } from '../deal/index.ts';
import type { Choice, Option } from '../deal/reconcile/index.ts';
import type { Statement } from '../statement/index.ts';

interface Described {
  readonly field: string;
  readonly label: string;
  readonly basis: string;
}

/**
 * An amount as the rule picks it, with its node; `effectOf` says what another amount, by its node and what says it,
 * would change.
 */
export function amountTermOf(
  builder: GraphBuilder,
  choice: Choice<StatedAmount>,
  { field, label, basis }: Described,
  effectOf: (option: string, statements: readonly Statement[]) => string | undefined,
): Term & { readonly node: string } {
  const described = { label, basis };
  return {
    field,
    label,
    text: formatAmount(choice.chosen.value),
    node: chosenAmountNode(builder, choice, described),
    rule: choice.because,
    origins: choice.chosen.standing.origins,
    statements: idsOf(choice.chosen),
    alternatives: choice.alternatives.map(({ option, because }): Alternative => {
      const node = amountNode(builder, option, described);
      const effect = effectOf(node, option.statements);
      return {
        text: formatAmount(option.value),
        node,
        passedOverBecause: because,
        ...(effect === undefined ? {} : { effect }),
        origins: option.standing.origins,
        statements: idsOf(option),
      };
    }),
  };
}

/** A stake as the rule picks it: a fraction, as stated. */
export function stakeTermOf(
  builder: GraphBuilder,
  choice: Choice<StatedStake>,
  field: string,
  label: string,
): Term & { readonly node: string } {
  const nodeOf = (option: Option<StatedStake>): string => stakeNode(builder, option, label);
  const textOf = (node: string): string => formatBounds(builder.boundsOf(node), 'fraction');
  const node = nodeOf(choice.chosen);
  return {
    field,
    label,
    text: textOf(node),
    node,
    rule: choice.because,
    statements: idsOf(choice.chosen),
    alternatives: choice.alternatives.map(({ option, because }) => {
      const other = nodeOf(option);
      return {
        text: textOf(other),
        node: other,
        passedOverBecause: because,
        statements: idsOf(option),
      };
    }),
  };
}

/** What the keepers of facts noted, each note once in a view: where it is asked for first. */
export function notesOnce(): (statements: readonly Statement[]) => string | undefined {
  const seen = new Set<string>();
  return (statements) => {
    const notes = new Set(
      statements.flatMap(({ kind, note }) => (kind === 'fact' && note !== undefined ? [note] : [])),
    );
    const fresh = [...notes].filter((note) => !seen.has(note));
    for (const note of fresh) seen.add(note);
    return fresh.length === 0 ? undefined : `noted: ${fresh.join(' ')}`;
  };
}

const idsOf = <T>({ statements }: Option<T>): readonly string[] => statements.map(({ id }) => id);
