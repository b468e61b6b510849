import { z } from 'zod';
import { dealFileSchema } from './schema.ts';

/** The deal file as JSON Schema 2020-12, for editors and other programs. */
export const dealFileJsonSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(dealFileSchema, { io: 'input' }),
  title: 'Tranche deal file',
});
