import type { FormulaGraph } from '@tranche/core/formula';
import { ok, type Result } from '@tranche/core/result';
import { z } from 'zod';
import { failureOf } from './failure.ts';
import { type Rendered, render } from './render.ts';
import { type Respelt, respell } from './spelling.ts';

/** What a computation in `core` gives: its figures, and the graph that explains them. */
export interface Computed {
  readonly output: unknown;
  readonly graph: FormulaGraph;
}

export interface Calculation extends Rendered {
  readonly graph: FormulaGraph;
}

/** One piece of maths behind a strict schema, the same over the library, the command line and HTTP. */
export interface Calculator {
  readonly name: string;
  /** One line: what it computes. */
  readonly summary: string;
  /** Conventions, defaults, units and source, as paragraphs of Markdown. */
  readonly description: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Fails: the codes of docs/reference/calculators.md, the first by the order of the fields. */
  calculate(input: unknown): Result<Calculation>;
}

export interface CalculatorParts<Input extends z.ZodType> {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly input: Input;
  readonly output: z.ZodType;
  readonly compute: (input: Respelt<z.output<Input>>) => Result<Computed>;
}

export function defineCalculator<Input extends z.ZodType>(parts: CalculatorParts<Input>): Calculator {
  const { compute, ...described } = parts;
  return {
    ...described,
    calculate(input) {
      const read = parts.input.safeParse(input, { reportInput: true });
      if (!read.success) return { ok: false, failure: failureOf(read.error) };
      const computed = compute(respell(read.data));
      if (!computed.ok) return computed;
      return ok({ ...render(computed.value.output), graph: computed.value.graph });
    },
  };
}

/** A number in an output: an integer, a reduced fraction, or a decimal where the result is not exact. */
export const figure = (description: string) => z.string().describe(description);
/** A number that there may be none of; the description says when it is null. */
export const figureOrNull = (description: string) => z.string().nullable().describe(description);
/** Figures by the ids of the input. */
export const byId = <T extends z.ZodType>(item: T, description = 'by id') =>
  z.record(z.string(), item).describe(description);
