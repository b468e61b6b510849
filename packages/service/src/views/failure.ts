import { z } from 'zod';

export const failureView = z
  .object({
    code: z.string(),
    path: z.string(),
    message: z.string(),
    expected: z.string().optional(),
    place: z
      .object({ file: z.string().optional(), line: z.number().optional(), column: z.number().optional() })
      .optional(),
  })
  .meta({ id: 'Failure' });
export type FailureView = z.infer<typeof failureView>;
