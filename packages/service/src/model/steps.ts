import { conversionRatio, HOLDING_KINDS, ownershipUnder, sumByHolder } from '@tranche/core/holdings';
import {
  amount,
  byId,
  type Calculator,
  defineCalculator,
  figure,
  id,
  list,
  object,
  oneOf,
  positive,
} from '../calculator/index.ts';

/** What a model computes between the calculators: the same face, so that every number is derived the same way. */

export const OWNERSHIP: Calculator = defineCalculator({
  name: 'ownership',
  summary: 'Who owns which share of a company under a capitalization definition.',
  description: 'Shares as converted, of the kinds that the definition counts.',
  input: object({
    counts: list(oneOf('a kind of holding that counts', HOLDING_KINDS)),
    holdings: list(
      object({
        id: id('of the security'),
        holder: id('who holds it'),
        kind: oneOf('what it is', HOLDING_KINDS),
        shares: amount('how many'),
        conversion_ratio: positive('common shares per share').optional(),
      }),
    ),
  }),
  output: object({
    total: figure('all that is counted'),
    holdings: byId(object({ as_converted: figure('shares') })),
    holders: byId(object({ shares: figure('shares'), ownership: figure('fraction').nullable() })),
  }),
  compute: ownershipUnder,
});

export const SUM_BY_HOLDER: Calculator = defineCalculator({
  name: 'sum_by_holder',
  summary: 'What each holder gets in all.',
  description: 'Sums of what the securities of a holder bring.',
  input: object({
    parts: list(object({ id: id('of the security'), holder: id('who holds it'), amount: amount('money') })),
  }),
  output: object({ holders: byId(figure('money')) }),
  compute: sumByHolder,
});

export const CONVERSION_RATIO: Calculator = defineCalculator({
  name: 'conversion_ratio',
  summary: 'Common shares per preferred share.',
  description: 'The original issue price over the conversion price.',
  input: object({
    original_issue_price: positive('price on which conversion rests'),
    conversion_price: positive('price at which the class converts'),
  }),
  output: object({ ratio: figure('common shares per preferred share') }),
  compute: conversionRatio,
});
