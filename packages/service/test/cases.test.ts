import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluate, exactValue } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import { expectOk } from '@tranche/core/result';
import { CALCULATORS } from '@tranche/service/calculators';
import { readCases, valueAt, verifyCases } from '@tranche/service/verify';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

/** The worked examples that ship with the product, published and own, run through the command's own code. */
const fileOf = (folder: string, name: string): unknown =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`../../../cases/${folder}${name}.json`, import.meta.url)), 'utf8'),
  );

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
}

/** What a schema demands, without its words: types, fields, which are required, closed lists. */
function shape(schema: Schema, defs: Readonly<Record<string, Schema>>): unknown {
  if (schema.$ref !== undefined) return shape(defs[schema.$ref.split('/').at(-1) ?? ''] ?? {}, defs);
  const types = schema.anyOf?.map(({ type }) => type) ?? [schema.type].flat();
  const { properties, items, additionalProperties: others } = schema;
  return {
    types: types.map(String).sort(),
    ...(schema.enum === undefined ? {} : { values: [...schema.enum] }),
    ...(items === undefined ? {} : { items: shape(items, defs) }),
    ...(typeof others === 'object' ? { each: shape(others, defs) } : {}),
    ...(properties === undefined
      ? {}
      : {
          fields: Object.fromEntries(
            Object.entries(properties).map(([name, field]) => [name, shape(field, defs)]),
          ),
          required: [...(schema.required ?? [])].sort(),
        }),
  };
}

describe.each(CALCULATORS)('$name', (calculator) => {
  test.each(['', 'errors/'])('gives what every case of cases/%s says', (folder) => {
    const outcomes = verifyCases(fileOf(folder, calculator.name));
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.filter(({ differences }) => differences.length > 0)).toEqual([]);
  });

  test('explains each figure of its cases by a graph that gives the same value', () => {
    for (const read of readCases(fileOf('', calculator.name))) {
      if (!read.ok) throw new Error(read.message);
      const result = calculator.calculate(read.value.inputs);
      if (!result.ok) continue;
      const { output, figures, graph } = result.value;
      expect(calculator.output.safeParse(output).error).toBeUndefined();
      expect(figures.size).toBeGreaterThan(0);
      const values = evaluate(graph);
      for (const [path, node] of figures) {
        const bounds = values.get(node);
        const explained = bounds === undefined ? undefined : exactValue(bounds);
        const shown = expectOk(Rational.parse(String(valueAt(output, path))));
        // A result that is not exact is shown by 17 digits of what the graph holds.
        const distance = explained?.minus(shown).absolute();
        const allowed = shown.absolute().times(expectOk(Rational.parse('1e-16')));
        expect(distance?.compare(allowed), `${read.value.id} ${path}`).toBeLessThanOrEqual(0);
      }
    }
  });

  test('takes and gives what the published schema says', () => {
    const published = fileOf('schema/', `${calculator.name}.schema`) as { $defs: Record<string, Schema> };
    const shapeOf = (schema: Schema) => shape(schema, published.$defs);
    const generated = (type: z.ZodType) => z.toJSONSchema(type, { io: 'input' }) as Schema;
    expect(shapeOf(generated(calculator.input))).toEqual(shapeOf(published.$defs.inputs ?? {}));
    expect(shapeOf(generated(calculator.output))).toEqual(shapeOf(published.$defs.outputs ?? {}));
  });
});
