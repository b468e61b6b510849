import { z } from 'zod';
import { dateView } from './figure.ts';

/** A report as it is handed in. What is given beside the text wins over what the text says of itself. */
export const reportRequest = z
  .strictObject({
    text: z.string().describe('the report, at most 4 MB'),
    published: dateView.optional().describe('the day it was published; needed when the text does not say'),
    title: z.string().min(1).max(500).optional(),
    publisher: z.string().min(1).max(200).optional(),
    name: z.string().min(1).max(200).optional().describe('a name for people, such as a file name'),
  })
  .meta({ id: 'ReportRequest' });
export type ReportRequest = z.infer<typeof reportRequest>;
