import { GraphBuilder, type Operator, type RoundingPolicy } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import * as fc from 'fast-check';
import { applyAtPoint } from '../model/point-model.ts';
import { arbitraryBoundedPoint, type BoundedPoint } from './numbers.ts';

/** A graph over bounded inputs, and the value of each node when each input takes one value within its bounds. */
export interface PointedGraph {
  readonly builder: GraphBuilder;
  /** By node id; a node that divides by zero at these inputs, or rests on one that does, is left out. */
  readonly points: ReadonlyMap<string, Rational>;
}

const OPERATORS: readonly Operator[] = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'minimum',
  'maximum',
  'round',
  'power',
];

interface Step {
  readonly operator: Operator;
  readonly picks: readonly number[];
  readonly rounding: RoundingPolicy;
  readonly exponent: number;
}

const arbitraryStep = (): fc.Arbitrary<Step> =>
  fc.record({
    operator: fc.constantFrom(...OPERATORS),
    picks: fc.array(fc.nat(), { minLength: 2, maxLength: 3 }),
    rounding: arbitraryRounding(),
    exponent: fc.nat({ max: 3 }),
  });

/** To a whole number or a few decimals, each way. */
export const arbitraryRounding = (): fc.Arbitrary<RoundingPolicy> =>
  fc.record({
    decimals: fc.nat({ max: 6 }),
    mode: fc.constantFrom('half_up', 'half_even', 'up', 'down'),
  });

/** Graphs of up to 12 formulas over up to 4 inputs of the given kind; formulas pick operands among all before them. */
export const arbitraryPointedGraph = (value: fc.Arbitrary<Rational>): fc.Arbitrary<PointedGraph> =>
  fc
    .tuple(
      fc.array(arbitraryBoundedPoint(value), { minLength: 1, maxLength: 4 }),
      fc.array(arbitraryStep(), { maxLength: 12 }),
    )
    .map(([inputs, steps]) => built(inputs, steps));

function built(inputs: readonly BoundedPoint[], steps: readonly Step[]): PointedGraph {
  const builder = new GraphBuilder();
  const points = new Map<string, Rational>();
  const put = (label: string, { bounds, point }: BoundedPoint): string => {
    const id = builder.input({
      label,
      unit: 'count',
      bounds,
      grounds: [{ kind: 'assumption', id: 'made-up' }],
    });
    points.set(id, point);
    return id;
  };
  const ids = inputs.map((input, index) => put(`input ${index + 1}`, input));
  const putExact = (label: string, point: Rational): string =>
    put(label, { bounds: { low: point, high: point, vague: false }, point });
  const apply = (
    operator: Operator,
    operands: readonly string[],
    label: string,
    more: { readonly rounding?: RoundingPolicy } = {},
  ): string => {
    const id = builder.formula({ label, unit: 'count', operator, operands, ...more });
    const values = operands.map((operand) => points.get(operand));
    const point = applyAtPoint(operator, values, more.rounding);
    if (point !== undefined) points.set(id, point);
    return id;
  };
  for (const { operator, picks, rounding, exponent } of steps) {
    const label = `formula ${ids.length + 1}`;
    const [first = '', ...rest] = picks.map((pick) => ids[pick % ids.length] ?? '');
    if (operator === 'round') {
      ids.push(apply(operator, [first], label, { rounding }));
    } else if (operator === 'power') {
      // The base of a power is known not to be below zero, and its exponent is exact.
      const base = apply('maximum', [first, putExact('nothing', Rational.ZERO)], `base of ${label}`);
      ids.push(apply(operator, [base, putExact(`exponent ${exponent}`, Rational.of(exponent))], label));
    } else {
      const takesTwo = operator === 'subtract' || operator === 'divide';
      ids.push(apply(operator, [first, ...(takesTwo ? rest.slice(0, 1) : rest)], label));
    }
  }
  return { builder, points };
}
