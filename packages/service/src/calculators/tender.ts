import { tender } from '@tranche/core/secondary';
import { z } from 'zod';
import {
  amount,
  byId,
  defineCalculator,
  figure,
  id,
  list,
  object,
  oneOf,
  positive,
} from '../calculator/index.ts';

export const tenderCalculator = defineCalculator({
  name: 'tender',
  summary: 'A secondary sale: proration, clearing price, buyback net of strike.',
  description: [
    '**Price.** `fixed` takes `price_per_share`. `clearing` takes the lowest ask at which the offers asking no more reach',
    '`max_shares`, or `max_amount` at that price; where none does, the highest ask. Each offer then needs its `ask`. An',
    'offer that asks more than the price, be it fixed or found, is not sold.',
    '',
    '**Proration.** An offer is first cut to its `limit`. With `offered` the sum of what is left of the offers asking no',
    'more than the price, `factor` = min(1, max_shares ÷ offered, max_amount ÷ price ÷ offered), the same for all of',
    'them; without an offer it is 1. `max_amount` is tested on the price, not on what is paid net of strikes.',
    '',
    '**Rounding.** `exact` (default) sells fractions of a share. `floor` drops the fraction of each offer, and what that',
    'leaves is `unallocated`. `largest_remainder` gives the whole shares among what is left one each to the largest',
    'fractions, ties in the order of the offers; less than a whole share stays unallocated.',
    '',
    '**Proceeds.** The price for each accepted share. Where an offer has `lots`, which sum to its shares, they are used',
    'first in, first out, and pay price − strike (default 0), never below zero. `total_paid` is the sum of the proceeds,',
    'so net of strikes. `tendered` is all shares of all offers; `accepted` and what is `returned` sum to it.',
    '',
    '**After.** Needs `outstanding`, which counts all that may be offered, options with it. A `company` cancels what it',
    'buys (`total_after`), an `investor` (default) takes it over; no new shares are issued either way. `ownership_after`',
    'is of the holders listed, the buyer not among them. A seller must be listed once `holders` are, and offers at most',
    'what it holds; they may be some of the holders only.',
  ].join('\n'),
  input: object({
    price: object({
      mode: oneOf('given, or found from the asks', ['fixed', 'clearing']),
      price_per_share: positive('money per share; of the mode fixed').optional(),
    }),
    offers: list(
      object({
        id: id('name of the offer'),
        holder: id('who sells; may have several offers'),
        shares: positive('shares offered'),
        limit: amount('the most that may be sold of them').optional(),
        ask: positive('the least price per share at which they are sold').optional(),
        lots: list(
          object({
            shares: amount('shares of the lot'),
            strike: amount('money per share kept back; default 0').optional(),
          }),
        ).optional(),
      }),
      'id',
    ),
    max_shares: amount('the most shares to be bought').optional(),
    max_amount: amount('the most money to be spent, at the price').optional(),
    rounding: oneOf('default exact', ['exact', 'floor', 'largest_remainder']).optional(),
    buyer: oneOf('default investor; a company cancels what it buys', ['investor', 'company']).optional(),
    outstanding: object({
      total: positive('all shares before the sale'),
      holders: list(object({ id: id('name of the holder'), shares: amount('shares held') }), 'id').optional(),
    }).optional(),
  }),
  output: object({
    price_per_share: figure('money per share'),
    factor: figure('part of each offer that is bought, before rounding'),
    tendered: figure('shares of all offers'),
    accepted: figure('shares sold'),
    unallocated: figure('shares left unsold by rounding'),
    new_shares_issued: figure('always 0'),
    total_paid: figure('money, net of strikes'),
    offers: byId(
      object({
        accepted: figure('shares sold'),
        returned: figure('shares offered and not sold'),
        proceeds: figure('money, net of strikes'),
        lots: z
          .array(object({ shares: figure('shares sold'), proceeds: figure('money, net of the strike') }))
          .describe('in the order of the lots')
          .optional(),
      }),
      'by offer',
    ),
    holders: byId(
      object({ accepted: figure('shares sold'), proceeds: figure('money, net of strikes') }),
      'by seller',
    ),
    total_after: figure('all shares after the sale').optional(),
    ownership_after: byId(figure('fraction of all shares after the sale'), 'by listed holder').optional(),
  }),
  compute: tender,
});
