import { z } from 'zod';
import type { Calculator } from './calculator.ts';
import type { Json } from './render.ts';

/** A calculator as a machine or an editor wants it: what it takes and gives, as JSON Schema 2020-12. */
export interface CalculatorDescription {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly input: Json;
  readonly output: Json;
}

export const describeCalculator = ({
  name,
  summary,
  description,
  input,
  output,
}: Calculator): CalculatorDescription => ({
  name,
  summary,
  description,
  input: schemaOf(input),
  output: schemaOf(output),
});

/** The schema of what is sent: numbers are texts with a pattern, since JSON's own numbers are not exact. */
const schemaOf = (type: z.ZodType): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io: 'input' });
  return schema as Json;
};
