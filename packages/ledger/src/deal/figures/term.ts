import { formatAmount } from '@tranche/core/display';
import type { GraphBuilder } from '@tranche/core/formula';
import type { StatedAmount } from '@tranche/core/money';
import type { PartialDate } from '@tranche/core/time';
import type { Union } from '../assembly/fields.ts';
import type { Choice, Option } from '../reconcile/index.ts';
import type { Alternative, Term } from '../view.ts';
import { amountNode, chosenAmountNode } from './nodes.ts';

/** How one value of a field is shown. */
interface Shown {
  readonly text: string;
  readonly node?: string;
}

/** A field as chosen, with what was passed over and how many independent origins stand behind each value. */
export function termOf<T>(
  choice: Choice<T> | undefined,
  { field, label }: { readonly field: string; readonly label: string },
  show: (option: Option<T>) => Shown,
  chosen: (choice: Choice<T>) => Shown = ({ chosen: option }) => show(option),
): readonly Term[] {
  if (choice === undefined) return [];
  return [
    {
      field,
      label,
      ...chosen(choice),
      rule: choice.because,
      origins: choice.chosen.standing.origins,
      statements: idsOf(choice.chosen),
      alternatives: choice.alternatives.map(
        ({ option, because }): Alternative => ({
          ...show(option),
          passedOverBecause: because,
          origins: option.standing.origins,
          statements: idsOf(option),
        }),
      ),
    },
  ];
}

/** An amount of money. `nodeLabel` names its node where that is to say more than the term's own label. */
export const amountTerm = (
  builder: GraphBuilder,
  choice: Choice<StatedAmount> | undefined,
  field: string,
  label: string,
  basis: string,
  nodeLabel = label,
): readonly Term[] => {
  const described = { label: nodeLabel, basis };
  return termOf(
    choice,
    { field, label },
    (option) => ({ text: formatAmount(option.value), node: amountNode(builder, option, described) }),
    (all) => ({ text: formatAmount(all.chosen.value), node: chosenAmountNode(builder, all, described) }),
  );
};

export const textTerm = (choice: Choice<string> | undefined, field: string, label: string): readonly Term[] =>
  termOf(choice, { field, label }, ({ value }) => ({ text: value }));

/** A date as it is written; an interval in words. */
export const dateTerm = (
  choice: Choice<PartialDate> | undefined,
  field: string,
  label: string,
): readonly Term[] =>
  termOf(choice, { field, label }, ({ value }) => ({
    text: value.replace(/^\.\.\//, 'by ').replace('/', ' to '),
  }));

/** What each text words in its own way, without saying another thing: the best known wording, and all that speak of it. */
export const wordedTerm = (
  choice: Choice<string> | undefined,
  field: string,
  label: string,
): readonly Term[] =>
  textTerm(choice, field, label).map((term) => ({
    ...term,
    rule: term.alternatives.length === 0 ? term.rule : `in the words of the best source: ${term.rule}`,
    statements: [...term.statements, ...term.alternatives.flatMap(({ statements }) => statements)],
    alternatives: [],
  }));

export const unionTerm = ({ names, statements }: Union, field: string, label: string): readonly Term[] =>
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

export const idsOf = <T>(option: Option<T>): readonly string[] => option.statements.map(({ id }) => id);
