import { formatBounds } from '@tranche/core/display';
import { evaluate, type FormulaGraph, type GraphBuilder } from '@tranche/core/formula';
import { invariant } from '@tranche/core/result';
import type { PassedShare, StatedHolding, StatedShare } from '../ownership/index.ts';
import { type AnswerColumn, type AnswerConflict, type Cell, number, words } from './answer.ts';

/** A share never stands without its basis and day. */
export const SHARE_COLUMNS: readonly AnswerColumn[] = [
  { key: 'share', title: 'share', align: 'right' },
  { key: 'basis', title: 'basis' },
  { key: 'as_of', title: 'as of' },
];

/** Where the nodes of shares are looked up: a graph in the making, or a made one. */
type Shown = Pick<GraphBuilder, 'node' | 'boundsOf'>;

export function shownIn(graph: FormulaGraph): Shown {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const values = evaluate(graph);
  const found = <T>(one: T | undefined, id: string): T => {
    invariant(one !== undefined, `the graph holds the node ${id}`);
    return one;
  };
  return { node: (id) => found(nodes.get(id), id), boundsOf: (id) => found(values.get(id), id) };
}

type Told = Pick<StatedShare, 'node' | 'basis' | 'on'>;

export const shareCells = ({ node, basis, on }: Told): Readonly<Record<string, Cell>> => ({
  share: number(node),
  basis: words(basisWords(basis)),
  as_of: words(on),
});

export const basisWords = (basis: string | undefined): string => basis ?? 'not stated';

/** "about 27 %", with the words of its source. */
export function shareText(shown: Shown, node: string): string {
  const known = shown.node(node);
  const qualifier = known.kind === 'input' ? known.qualifier : 'exact';
  return formatBounds(shown.boundsOf(node), 'fraction', qualifier);
}

/** "about 27 %, as-converted, diluted, as of 2025-10-28". */
export const shareInWords = (shown: Shown, { node, basis, on }: Told): string =>
  `${shareText(shown, node)}${basis === undefined ? '' : `, ${basis}`}, as of ${on}`;

/** What taking a figure that was passed over would change, in words. */
type EffectOf = (one: Told) => string | undefined;

type PassedOver = Told & Pick<PassedShare, 'because' | 'statements'>;

/** The figures said of one holder that do not count, beside the one that does; none where all say the same. */
export function conflictOfShare(
  shown: Shown,
  label: string,
  chosen: (Told & { readonly rule: string; readonly statements: readonly string[] }) | undefined,
  passedOver: readonly PassedOver[],
  effectOf: EffectOf = () => undefined,
): readonly AnswerConflict[] {
  if (passedOver.length === 0) return [];
  return [
    {
      label,
      ...(chosen === undefined
        ? { rule: 'nothing that was said of it is a holding', statements: [] }
        : {
            chosen: { node: chosen.node, text: shareInWords(shown, chosen) },
            rule: chosen.rule,
            statements: chosen.statements,
          }),
      options: passedOver.map((one) => {
        const effect = effectOf(one);
        return {
          cell: { node: one.node, text: shareInWords(shown, one) },
          passedOverBecause: [one.because, ...otherBasis(chosen?.basis, one.basis)].join('; '),
          ...(effect === undefined ? {} : { effect }),
          statements: one.statements,
        };
      }),
    },
  ];
}

/** Figures on different bases do not contradict each other. */
const otherBasis = (chosen: string | undefined, other: string | undefined): readonly string[] =>
  other === undefined || other === chosen ? [] : [`on a basis of its own: ${other}`];

/** Everything said of one holder that does not count; `effectOf` tells what its own share would change. */
export const conflictsOfHolding = (
  shown: Shown,
  { name, direct, total, passedOver }: StatedHolding,
  effectOf?: EffectOf,
): readonly AnswerConflict[] => [
  ...(direct === undefined
    ? []
    : conflictOfShare(shown, `stake of ${name}`, direct, direct.passedOver, effectOf)),
  ...(total === undefined
    ? []
    : conflictOfShare(shown, `stake of ${name} through all levels`, total, total.passedOver)),
  ...conflictOfShare(
    shown,
    direct === undefined && total === undefined ? `stake of ${name}` : `stake of ${name}, not as it is held`,
    direct ?? total,
    passedOver,
  ),
];
