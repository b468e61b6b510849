import { lookThrough } from '@tranche/core/ownership';
import { z } from 'zod';
import { defineCalculator, figure, figureOrNull, fraction, id, list, object } from '../calculator/index.ts';

export const lookThroughCalculator = defineCalculator({
  name: 'look_through',
  summary: 'Who owns how much of what, directly and through others.',
  description: [
    'The stake of an owner in an asset is the sum over all walks from the one to the other of the product of the',
    'shares on the way. Circles count each time round: `t = a + A t`, solved exactly. The walk of no step does not',
    'count, so that an owner holds nothing of itself unless shares lead back to it.',
    '',
    'An edge has its `percent`, or bounds: `min` (default 0) and `max` (default 1). An edge with neither is a share',
    'of which nothing is known. `min` and `max` of a result take every edge at that bound, each on its own: that the',
    'owners of one asset cannot all hold the most is not used. They are clipped to 1. Where walks in a circle add up',
    'without bound at the most, `max` is 1. `exact` is the stake where both agree, and null otherwise. `direct_min`',
    'and `direct_max` are the bounds of the edge between the two, zero where there is none.',
    '',
    'Fails with SUM_EXCEEDS_ONE where the least shares in one asset are more than all of it, and with NO_SOLUTION',
    'where some own one another wholly, so that nobody else does: both at `edges`. An edge with a `percent` and a',
    'bound is UNSUPPORTED_COMBINATION, a second edge between the same two DUPLICATE_ID, a query about a name on no',
    'edge UNKNOWN_ID.',
  ].join('\n'),
  input: object({
    edges: list(
      object({
        owner: id('who owns'),
        asset: id('what is owned'),
        percent: fraction('the share, where it is known').optional(),
        min: fraction('the least the share can be; default 0').optional(),
        max: fraction('the most the share can be; default 1').optional(),
      }),
      'owner',
      'asset',
    ),
    queries: list(
      object({
        owner: id('whose stake'),
        asset: id('in what'),
      }),
    ),
  }),
  output: object({
    results: z
      .array(
        object({
          owner: z.string().describe('as asked'),
          asset: z.string().describe('as asked'),
          exact: figureOrNull('the stake, as a fraction of 1; null where its bounds differ'),
          min: figure('the least the stake can be'),
          max: figure('the most the stake can be'),
          direct_min: figure('the least the direct share can be'),
          direct_max: figure('the most the direct share can be'),
        }),
      )
      .describe('one for each query, in their order'),
  }),
  compute: lookThrough,
});
