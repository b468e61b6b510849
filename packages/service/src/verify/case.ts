import { Rational } from '@tranche/core/rational';
import { z } from 'zod';
import { pathOf } from '../calculator/index.ts';

const distance = z.string().refine((text) => {
  const read = Rational.parse(text);
  return read.ok && read.value.sign() >= 0;
}, 'a tolerance is a number of at least zero, in quotes');
const tolerance = z.union([z.strictObject({ abs: distance }), z.strictObject({ rel: distance })]);

/**
 * One worked example: inputs, what must come out (or which error), and where the figures come from. The format is
 * shared with other tools; see docs/reference/cases.md.
 */
const caseSchema = z
  .strictObject({
    id: z.string().min(1).describe('unique within its file'),
    calculator: z.string().describe('name of the calculator'),
    source: z
      .union([z.string(), z.looseObject({ title: z.string(), url: z.string().optional() })])
      .describe('where the example comes from'),
    inputs: z.unknown().describe('what the calculator is given'),
    expected: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('values by output path, such as results[0].payouts.B; may name any subset of the output'),
    expected_error: z
      .strictObject({ code: z.string(), path: z.string() })
      .optional()
      .describe('the failure that must come out'),
    tolerance: z
      .record(z.string(), tolerance)
      .optional()
      .describe('by output path, or * for all; without one numbers are compared exactly'),
    published: z.unknown().optional().describe('the figures as the source prints them; not checked'),
    kind: z
      .enum(['convention', 'corrected', 'disagreement'])
      .optional()
      .describe('how the expected figures stand to the printed ones'),
    notes: z.string().optional(),
  })
  .refine(({ expected, expected_error }) => (expected === undefined) !== (expected_error === undefined), {
    message: 'exactly one of expected and expected_error is given',
  })
  .refine((one) => 'inputs' in one, { message: 'inputs are given' })
  .meta({ id: 'Case', title: 'A worked example for a calculator' });

export type Case = z.infer<typeof caseSchema>;

/** The JSON Schema of a file: one case, or a list of them. */
export const caseFileJsonSchema = (): object => z.toJSONSchema(z.union([caseSchema, z.array(caseSchema)]));

/** A case, or why what stands in its place is none. */
export type ReadCase =
  | { readonly ok: true; readonly value: Case }
  | { readonly ok: false; readonly id: string; readonly message: string };

/** Reads each case on its own, so that a broken one does not hide its neighbours. */
export function readCases(json: unknown): readonly ReadCase[] {
  const items: readonly unknown[] = Array.isArray(json) ? json : [json];
  return items.map((item, index) => {
    const read = caseSchema.safeParse(item);
    if (read.success) return { ok: true, value: read.data };
    const [issue] = read.error.issues;
    const id = (item as { readonly id?: unknown } | null)?.id;
    const path = pathOf(issue?.path ?? []);
    return {
      ok: false,
      id: typeof id === 'string' ? id : `[${index}]`,
      message: `${path === '' ? 'the case' : path}: ${issue?.message ?? 'not a case'}`,
    };
  });
}
