import { cappedProfit } from '@tranche/core/fund';
import { z } from 'zod';
import {
  amount,
  byId,
  defineCalculator,
  figure,
  flag,
  id,
  list,
  object,
  positive,
} from '../calculator/index.ts';

export const cappedProfitCalculator = defineCalculator({
  name: 'capped_profit',
  summary: 'Units whose total return is capped, and what is left for the residual holder.',
  description: [
    'The cap of a unit is `cap_multiple × contributed`. By default the contribution counts towards it',
    '(`cap_includes_capital`); otherwise the contribution comes on top. The cap is on the return of the investor,',
    'not on the profit of the company, and does not grow with time. What exceeds the caps is the residual.',
  ].join('\n'),
  input: object({
    units: list(
      object({
        id: id('name of the unit'),
        contributed: positive('money paid in'),
        cap_multiple: amount('most that is paid, as a multiple of the contribution'),
        gross_entitlement: amount('money the unit would be paid without a cap'),
        cap_includes_capital: flag(
          'whether the contribution counts towards the cap; default true',
        ).optional(),
      }),
      'id',
    ),
  }),
  output: object({
    units: byId(
      object({
        cap: figure('money'),
        paid: figure('money'),
        excess: figure('money above the cap'),
        multiple: figure('paid ÷ contributed'),
        cap_reached: z.boolean().describe('whether the entitlement is at least the cap'),
      }),
    ),
    total_paid: figure('money'),
    residual: figure('money for the residual holder'),
  }),
  compute: cappedProfit,
});
