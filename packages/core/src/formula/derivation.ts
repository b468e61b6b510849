import { maximum, minimum, Rational, sum } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import type { FormulaGraph, Operator, Relation, RoundingPolicy } from './graph.ts';
import { GraphBuilder } from './graph-builder.ts';

/**
 * A number together with the node of its derivation: what a calculator returns in place of a bare number.
 * `accuracy` is set where the number rests on floating point and says how near it is: "1e-12 relative".
 */
export class Quantity {
  constructor(
    readonly node: string,
    readonly value: Rational,
    readonly accuracy?: string,
  ) {}
}

/** More about a node than its label and unit. */
export interface About {
  readonly basis?: string;
  readonly date?: string;
}

/**
 * Computes and derives in one stroke: each call returns the exact value and records the formula that gave it, so
 * that no number is computed beside its explanation. For calculators; a bulk kernel works on plain numbers and
 * builds its derivation once, for the answer it shows.
 */
export class Derivation {
  /** Onto a graph begun by others, where one is given. */
  constructor(private readonly builder: GraphBuilder = new GraphBuilder()) {}

  /** A number from the caller; `path` is its field, `classes[0].shares`. */
  given(label: string, unit: string, value: Rational, path: string, about: About = {}): Quantity {
    const grounds = [{ kind: 'given' as const, id: path, note: path }];
    return new Quantity(this.builder.exact({ label, unit, ...about, value, grounds }), value);
  }

  /** A number that a documented default or definition supplies: one, twelve months, a multiple of 1. */
  assumed(label: string, unit: string, value: Rational, rule: string, about: About = {}): Quantity {
    const grounds = [{ kind: 'assumption' as const, id: 'default', note: rule }];
    return new Quantity(this.builder.exact({ label, unit, ...about, value, grounds }), value);
  }

  /** A number found by a method outside the graph; the conditions of the graph, or the accuracy, stand for it. */
  solved(
    label: string,
    unit: string,
    value: Rational,
    method: string,
    about: About & { readonly accuracy?: string } = {},
  ): Quantity {
    const { accuracy, ...rest } = about;
    const note = accuracy === undefined ? method : `${method}, to ${accuracy}`;
    const grounds = [{ kind: 'rule' as const, id: 'solved', note }];
    return new Quantity(this.builder.exact({ label, unit, ...rest, value, grounds }), value, accuracy);
  }

  add(label: string, unit: string, operands: readonly Quantity[], about: About = {}): Quantity {
    return this.formula('add', label, unit, operands, sum(values(operands)), about);
  }

  /** The sum of any number of operands; of none, nothing. */
  total(label: string, unit: string, operands: readonly Quantity[], about: About = {}): Quantity {
    return operands.length === 0 ? this.nothing(unit) : this.add(label, unit, operands, about);
  }

  /** Zero, as the sum of nothing. */
  nothing(unit: string): Quantity {
    return this.assumed('nothing', unit, Rational.ZERO, 'the sum of nothing');
  }

  subtract(label: string, unit: string, whole: Quantity, part: Quantity, about: About = {}): Quantity {
    return this.formula('subtract', label, unit, [whole, part], whole.value.minus(part.value), about);
  }

  multiply(label: string, unit: string, operands: readonly Quantity[], about: About = {}): Quantity {
    const product = values(operands).reduce((left, right) => left.times(right));
    return this.formula('multiply', label, unit, operands, product, about);
  }

  /** The divisor is not zero: the caller has seen to it. */
  divide(label: string, unit: string, dividend: Quantity, divisor: Quantity, about: About = {}): Quantity {
    const quotient = dividend.value.dividedBy(divisor.value);
    return this.formula('divide', label, unit, [dividend, divisor], quotient, about);
  }

  least(label: string, unit: string, operands: readonly Quantity[], about: About = {}): Quantity {
    return this.formula('minimum', label, unit, operands, values(operands).reduce(minimum), about);
  }

  greatest(label: string, unit: string, operands: readonly Quantity[], about: About = {}): Quantity {
    return this.formula('maximum', label, unit, operands, values(operands).reduce(maximum), about);
  }

  round(label: string, unit: string, operand: Quantity, policy: RoundingPolicy, about: About = {}): Quantity {
    const rounded = operand.value.rounded(policy.decimals, policy.mode);
    return this.formula('round', label, unit, [operand], rounded, about, policy);
  }

  /** `base` at least zero, `exponent` a whole number of at least zero. */
  power(label: string, unit: string, base: Quantity, exponent: Quantity, about: About = {}): Quantity {
    return this.formula('power', label, unit, [base, exponent], base.value.toThe(exponent.value), about);
  }

  /** The one of several values that a written rule picks; the others stay in the graph. */
  choose(
    label: string,
    unit: string,
    chosen: Quantity,
    alternatives: readonly { readonly quantity: Quantity; readonly passedOverBecause: string }[],
    rule: string,
  ): Quantity {
    const node = this.builder.choice({
      label,
      unit,
      chosen: chosen.node,
      alternatives: alternatives.map(({ quantity, passedOverBecause }) => ({
        node: quantity.node,
        passedOverBecause,
      })),
      rule,
    });
    return new Quantity(node, chosen.value, chosen.accuracy);
  }

  /** States what proves a choice, and sees that it holds of the values here. */
  require(left: Quantity, relation: Relation, right: Quantity, because: string): void {
    invariant(holds(left.value, relation, right.value), `${because}: the condition holds`);
    this.builder.condition({ left: left.node, relation, right: right.node, because });
  }

  build(): FormulaGraph {
    return this.builder.build();
  }

  private formula(
    operator: Operator,
    label: string,
    unit: string,
    operands: readonly Quantity[],
    value: Rational,
    about: About,
    rounding?: RoundingPolicy,
  ): Quantity {
    const node = this.builder.formula({
      label,
      unit,
      ...about,
      operator,
      operands: operands.map((operand) => operand.node),
      ...(rounding === undefined ? {} : { rounding }),
    });
    const accuracy = operands.find((operand) => operand.accuracy !== undefined)?.accuracy;
    return new Quantity(node, value, accuracy);
  }
}

const values = (operands: readonly Quantity[]): Rational[] => operands.map((operand) => operand.value);

/** Whether a relation holds of two exact numbers. */
export function holds(left: Rational, relation: Relation, right: Rational): boolean {
  const order = left.compare(right);
  switch (relation) {
    case 'less_than':
      return order < 0;
    case 'at_most':
      return order <= 0;
    case 'equal':
      return order === 0;
    case 'at_least':
      return order >= 0;
    case 'more_than':
      return order > 0;
  }
}
