import { explain, explainConditions } from '@tranche/core/formula';
import { fail, ok, type Result } from '@tranche/core/result';
import type { Calculation } from './calculator.ts';

/** How one figure of a calculation came about. */
export interface FigureExplanation {
  /** The figure's place in the output: `results[0].payouts.A`. */
  readonly path: string;
  /** Inputs first, each step once, the figure itself last. */
  readonly steps: readonly {
    readonly label: string;
    readonly text: string;
    readonly words: string;
    readonly numbers: string;
  }[];
  /** The inequalities that prove the choices on the way to the figure. */
  readonly conditions: readonly string[];
}

/** Explains a figure by its output path. Fails: UNKNOWN_FIGURE when the output has no number there. */
export function explainFigure({ figures, graph }: Calculation, path: string): Result<FigureExplanation> {
  const node = figures.get(path);
  if (node === undefined) {
    const near = [...figures.keys()].filter((known) => known.startsWith(path.split(/[.[]/)[0] ?? ''));
    return fail('UNKNOWN_FIGURE', 'explain', `the output has no figure "${path}"`, {
      expected: (near.length > 0 ? near : [...figures.keys()]).slice(0, 12).join(', '),
    });
  }
  const steps = explain(graph, node).map(({ node: { label }, text, words, numbers }) => ({
    label,
    text,
    words,
    numbers,
  }));
  return ok({ path, steps, conditions: explainConditions(graph, node) });
}
