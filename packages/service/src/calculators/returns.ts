import { returns } from '@tranche/core/returns';
import { z } from 'zod';
import {
  amount,
  anyNumber,
  date,
  defineCalculator,
  figure,
  figureOrNull,
  list,
  object,
  oneOf,
  positive,
} from '../calculator/index.ts';

export const returnsCalculator = defineCalculator({
  name: 'returns',
  summary: 'Internal rate of return, multiples of what was paid in, and the public market equivalent.',
  description: [
    'Give `flows` with dates, or `periodic_flows` at equal distances, or the totals `paid_in` and `distributed`. Flows',
    'are negative when paid in and positive when received; dated ones may stand in any order, and the first listed is',
    'time zero. `nav` (default 0) is what is still held; it is received at `nav_date`, by default the latest date of',
    'the flows, or with the last period.',
    '',
    '`irr_roots` are all rates above −100 % at which the present value is zero, ascending, a multiple root once; they',
    'are isolated by proof (sign changes of the present value and of its slopes), so none is missing, and right to',
    '1e-15. `irr` is null unless there is exactly one. Rates are a year by `day_count` (default `actual_365`), or a',
    'period. They are absent where only totals are given.',
    '',
    '`dpi = distributed ÷ paid_in`, `rvpi = nav ÷ paid_in`, `tvpi` is their sum, and `gain = distributed + nav −',
    'paid_in`; the net asset value is not among what is distributed. Something must have been paid in.',
    '',
    'With an `index` (dates ascending, a value on the day of every flow, the last entry being the end date) every flow',
    'grows by the index to its end: `ks_pme = (fv_distributions + nav) ÷ fv_contributions`, after Kaplan and Schoar.',
    '`nav` is taken as it stands.',
  ].join('\n'),
  input: object({
    flows: list(
      object({
        date: date('day of the flow'),
        amount: anyNumber('money; below zero paid in, above received'),
      }),
    ).optional(),
    periodic_flows: list(anyNumber('money at the end of a period, the first at time zero')).optional(),
    nav: amount('money still held').optional(),
    nav_date: date('day of nav; default the latest flow').optional(),
    day_count: oneOf('how days become years; default actual_365', [
      'actual_365',
      'actual_365_25',
      'actual_actual_isda',
      '30_360',
      'actual_360',
    ]).optional(),
    paid_in: positive('money paid in; instead of flows').optional(),
    distributed: amount('money received; instead of flows').optional(),
    index: list(
      object({
        date: date('day'),
        value: positive('level of the index'),
      }),
    ).optional(),
  }),
  output: object({
    irr: figureOrNull('fraction of 1; null unless there is exactly one').optional(),
    irr_roots: z.array(figure('fraction of 1')).describe('all rates, ascending').optional(),
    irr_unique: z.boolean().describe('whether there is exactly one rate').optional(),
    paid_in: figure('money'),
    distributed: figure('money, without nav'),
    nav: figure('money'),
    dpi: figure('distributed ÷ paid_in'),
    rvpi: figure('nav ÷ paid_in'),
    tvpi: figure('(distributed + nav) ÷ paid_in'),
    gain: figure('money'),
    ks_pme: figure('multiple of the same flows in the index').optional(),
    fv_contributions: figure('money at the end of the index').optional(),
    fv_distributions: figure('money at the end of the index, without nav').optional(),
  }),
  compute: returns,
});
