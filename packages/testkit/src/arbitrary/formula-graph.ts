import { GraphBuilder, type Operator } from '@tranche/core/formula';
import type { Rational } from '@tranche/core/rational';
import * as fc from 'fast-check';
import { applyAtPoint } from '../model/point-model.ts';
import { arbitraryBoundedPoint, type BoundedPoint } from './numbers.ts';

/** A graph over bounded inputs, and the value of each node when each input takes one value within its bounds. */
export interface PointedGraph {
  readonly builder: GraphBuilder;
  /** By node id; a node that divides by zero at these inputs, or rests on one that does, is left out. */
  readonly points: ReadonlyMap<string, Rational>;
}

const OPERATORS: readonly Operator[] = ['add', 'subtract', 'multiply', 'divide', 'minimum', 'maximum'];

/** Graphs of up to 12 formulas over up to 4 inputs of the given kind; formulas pick operands among all before them. */
export const arbitraryPointedGraph = (value: fc.Arbitrary<Rational>): fc.Arbitrary<PointedGraph> =>
  fc
    .tuple(
      fc.array(arbitraryBoundedPoint(value), { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.constantFrom(...OPERATORS), fc.array(fc.nat(), { minLength: 2, maxLength: 3 })), {
        maxLength: 12,
      }),
    )
    .map(([inputs, formulas]) => built(inputs, formulas));

function built(
  inputs: readonly BoundedPoint[],
  formulas: readonly (readonly [Operator, readonly number[]])[],
): PointedGraph {
  const builder = new GraphBuilder();
  const points = new Map<string, Rational>();
  const ids = inputs.map(({ bounds, point }, index) => {
    const grounds = [{ kind: 'assumption', id: 'made-up' }] as const;
    const id = builder.input({ label: `input ${index + 1}`, unit: 'count', bounds, grounds });
    points.set(id, point);
    return id;
  });
  for (const [operator, picks] of formulas) {
    const arity = operator === 'subtract' || operator === 'divide' ? 2 : picks.length;
    const operands = picks.slice(0, arity).map((pick) => ids[pick % ids.length] ?? '');
    const id = builder.formula({ label: `formula ${ids.length + 1}`, unit: 'count', operator, operands });
    ids.push(id);
    const values = operands.map((operand) => points.get(operand));
    const point = applyAtPoint(operator, values);
    if (point !== undefined) points.set(id, point);
  }
  return { builder, points };
}
