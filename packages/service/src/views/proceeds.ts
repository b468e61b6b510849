import { z } from 'zod';
import { assumptionView } from './deal.ts';
import { dateView, derivationView, figureView } from './figure.ts';

/**
 * What reports tell about the proceeds of an exit: never who gets what, since no report states the terms that decide
 * it. `missing` says which; what stakes would come to under the named assumptions is shown beside it.
 */
export const dealProceedsView = z
  .object({
    deal: z.string(),
    title: z.string(),
    asOf: dateView,
    knownOn: dateView,
    answer: z.string(),
    decided: z.literal(false),
    missing: z.array(z.string()),
    assumptions: z.array(assumptionView),
    exits: z.array(
      z.object({
        exitValue: figureView,
        stakes: z.array(
          z.object({ label: z.string(), basis: z.string(), stake: figureView, amount: figureView }),
        ),
      }),
    ),
    derivation: derivationView,
  })
  .meta({ id: 'DealProceeds' });
export type DealProceedsView = z.infer<typeof dealProceedsView>;
