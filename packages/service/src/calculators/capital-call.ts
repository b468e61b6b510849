import { capitalCall } from '@tranche/core/fund';
import {
  amount,
  byId,
  defineCalculator,
  figure,
  figureOrNull,
  id,
  integer,
  list,
  object,
  oneOf,
} from '../calculator/index.ts';

export const capitalCallCalculator = defineCalculator({
  name: 'capital_call',
  summary: 'Who owns what of a venture after a capital call that not every member paid in full.',
  description: [
    'Each member was `due` a sum and `paid` no more than that; the difference is its shortfall. `covered_by` names the',
    'members that pay a part of the shortfalls; together no more than all of them. What nobody covers is `unfunded`.',
    '',
    '`proportional`: percentages are contributions ÷ their total, and what is covered counts for the member that pays',
    'it. `punitive`: a member that covers gains `penalty_factor × covered ÷ total contributed after the call` on its',
    'percentage before the call, rounded to `decimals` places of the fraction if `rounding` says so (up, unless',
    '`percent_mode` says otherwise); those short lose the gains in proportion to their shortfalls, down to zero and not',
    'below, and where that limit is met the gains shrink so that percentages still sum to 1. `default_loan`: what is',
    'covered counts for the members that owed it, in proportion to their shortfalls, as a loan they owe.',
    '',
    '`penalty_factor` (required there) and `rounding` are used by `punitive` only. `total_contributed` is after the',
    'call. `retained` is the percentage after ÷ before, `dilution` what is missing of it to 1 (below zero for who',
    'gains), both null for a member that had nothing before; `increase` is the percentage after less that before.',
  ].join('\n'),
  input: object({
    members: list(
      object({
        id: id('name of the member'),
        contributed: amount('money paid in before the call'),
        due: amount('money called from it'),
        paid: amount('money paid on the call, at most what was due'),
      }),
      'id',
    ),
    covered_by: list(
      object({
        id: id('a member that pays for others'),
        amount: amount('money it pays of their shortfalls'),
      }),
      'id',
    ).optional(),
    remedy: oneOf('what follows for those who fell short', ['proportional', 'punitive', 'default_loan']),
    penalty_factor: amount('multiple of what is covered that moves percentages; of punitive').optional(),
    rounding: object({
      mode: oneOf('exact, or to places of the percentage as a fraction', ['none', 'percent']),
      decimals: integer('places of the fraction; of percent', 0, 100).optional(),
      percent_mode: oneOf('which way; default up', ['up', 'down', 'half_up', 'half_even']).optional(),
    }).optional(),
  }),
  output: object({
    total_contributed: figure('money, after the call'),
    total_called: figure('money'),
    total_shortfall: figure('money'),
    unfunded: figure('money that nobody paid'),
    members: byId(
      object({
        shortfall: figure('money'),
        contributed_after: figure('money that counts for the member'),
        percent_before: figure('fraction of 1'),
        percent_after: figure('fraction of 1'),
        retained: figureOrNull('percentage after ÷ before'),
        dilution: figureOrNull('1 − retained'),
        increase: figure('percentage after − before'),
        loan_owed: figure('money; of default_loan').optional(),
      }),
    ),
  }),
  compute: capitalCall,
});
