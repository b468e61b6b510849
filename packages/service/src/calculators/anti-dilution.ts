import { antiDilution } from '@tranche/core/dilution';
import { z } from 'zod';
import {
  amount,
  byId,
  defineCalculator,
  figure,
  id,
  integer,
  list,
  object,
  oneOf,
  positive,
} from '../calculator/index.ts';

export const antiDilutionCalculator = defineCalculator({
  name: 'anti_dilution',
  summary: 'Conversion prices of preferred series after an issue below them.',
  description: [
    'An adjustment is triggered by an issue price strictly below the conversion price. Weighted average:',
    '`conversion price × (A + consideration ÷ conversion price) ÷ (A + shares issued)`, where A is `base`, the shares',
    'that the charter deems outstanding before the issue. What counts in A is the whole difference between broad-based',
    'and narrow-based, so it has no default. Full ratchet: the issue price, whatever the number of shares; for shares',
    'issued for nothing it is `zero_price_floor`, the amount the charter deems paid for a share, and without one there',
    'is NO_SOLUTION. The method `none` is never triggered.',
    '',
    'No adjustment raises a price: a floor, or a rounding upwards, stops at the old conversion price.',
    '`raw_formula_value` is what the formula gives before rounding, whether or not it is triggered; above the old',
    'price it shows what the trigger prevents. Of the method `none` it is the old price. Fields of another method',
    'than the chosen one are not read.',
    '',
    'All series use the state before the issue, so their order does not matter, and the shares one series gains are',
    'no issue for another. Totals and ownership count series as converted; an id that names a holder and a series',
    'owns what both have. What is left of `ownership_after` belongs to the new shares. Where nothing is outstanding',
    'before the issue, `ownership_before` is empty.',
    '',
    '`rounding` price rounds the new price of a triggered series and nothing else, half up by default; ratios and',
    'shares follow from the rounded price. A price that would be rounded to zero is NO_SOLUTION. The NVCA form rounds',
    'to the nearest hundredth of a cent: four decimals. Source: NVCA model certificate of incorporation, 4.4.4 and its',
    'full-ratchet alternative.',
  ].join('\n'),
  input: object({
    series: list(
      object({
        id: id('name of the series'),
        shares: amount('preferred shares of the series'),
        original_issue_price: positive('money per share'),
        conversion_price: positive(
          'money per share before the issue; default the original issue price',
        ).optional(),
        method: oneOf('how the conversion price adjusts', ['weighted_average', 'full_ratchet', 'none']),
        base: positive('shares deemed outstanding before the issue; of a weighted average').optional(),
        zero_price_floor: positive(
          'money per share a full ratchet takes for shares issued for nothing',
        ).optional(),
      }),
      'id',
    ),
    issue: object({
      shares: positive('shares issued, as common'),
      price: amount('money per share; this or the consideration').optional(),
      consideration: amount('money for all shares issued; this or the price').optional(),
    }),
    holders: list(
      object({ id: id('name of the holder'), shares: amount('shares, as common') }),
      'id',
    ).optional(),
    rounding: object({
      mode: oneOf('none, or of the new conversion price', ['none', 'price']),
      price_decimals: integer('decimal places; of the mode price', 0, 100).optional(),
      price_mode: oneOf('which way to round; default half_up', [
        'half_up',
        'half_even',
        'up',
        'down',
      ]).optional(),
    }).optional(),
  }),
  output: object({
    issue_price: figure('money per share issued'),
    consideration: figure('money for all shares issued'),
    series: byId(
      object({
        triggered: z.boolean().describe('whether the issue adjusts the conversion price'),
        raw_formula_value: figure('money per share by the formula, applied or not, before rounding'),
        new_conversion_price: figure('money per share after the issue'),
        adjustment_factor: figure('new ÷ old conversion price'),
        conversion_ratio: figure('common shares for one share: original issue price ÷ new conversion price'),
        as_converted_before: figure('common shares the series converted into before the issue'),
        as_converted_after: figure('common shares the series converts into after the issue'),
        additional_shares: figure('common shares the adjustment adds'),
      }),
    ),
    total_before: figure('shares of series as converted and holders'),
    total_after: figure('the same after the issue, with the shares issued'),
    ownership_before: byId(figure('fraction of the total before'), 'by id of the holder or series'),
    ownership_after: byId(figure('fraction of the total after'), 'by id of the holder or series'),
  }),
  compute: antiDilution,
});
