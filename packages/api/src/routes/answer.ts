import { z } from '@hono/zod-openapi';
import type { Result } from '@tranche/core/result';
import { type PlainDate, parsePlainDate } from '@tranche/core/time';
import { failureView } from '@tranche/service/views';
import type { Context } from 'hono';
import { failureResponse } from '../app/failures.ts';

/** A calendar day in an address. */
const day = (about: string) =>
  z
    .string()
    .refine((text) => parsePlainDate(text).ok, { message: 'not a calendar date; expected YYYY-MM-DD' })
    .optional()
    .meta({ description: about, example: '2025-04-01' });

export const knownOnQuery = z.strictObject({
  known_on: day('what had been published by this day; today when left out'),
});

export const datesQuery = z.strictObject({
  as_of: day('what had happened by this day; the day of known_on when left out'),
  known_on: day('what had been published by this day; today when left out'),
});

export const dayOf = (text: string | undefined): PlainDate | undefined => {
  const read = text === undefined ? undefined : parsePlainDate(text);
  return read?.ok === true ? read.value : undefined;
};

export const datesOf = (
  query: z.infer<typeof datesQuery>,
): { asOf: PlainDate | undefined; knownOn: PlainDate | undefined } => ({
  asOf: dayOf(query.as_of),
  knownOn: dayOf(query.known_on),
});

/** Documents an answer in JSON. */
export const json = <T extends z.core.$ZodType>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
});

export const failed = (description: string) => json(description, z.object({ failure: failureView }));

/** The value with 200 (or another status that says it worked), or the failure with its own status. */
export function answer<T extends object>(
  context: Context,
  result: Result<T>,
  status: 200 | 201 = 200,
): never {
  const response = result.ok ? context.json(result.value, status) : failureResponse(context, result.failure);
  // The route's declared types name each status; the table decides which one it is.
  return response as never;
}
