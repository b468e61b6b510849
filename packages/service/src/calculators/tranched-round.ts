import { tranchedRound } from '@tranche/core/closings';
import { z } from 'zod';
import {
  amount,
  byId,
  date,
  defineCalculator,
  figure,
  figureOrNull,
  fraction,
  id,
  list,
  object,
  oneOf,
  positive,
} from '../calculator/index.ts';

const payerAmount = (money: string) => object({ investor: id('who pays'), amount: amount(money) });
const atMark = {
  value_at_mark: figure('money, shares × mark price').optional(),
  gain_at_mark: figure('money, value at the mark less what was paid').optional(),
};
const ownership = byId(figure('fraction of all shares'), 'by holder and investor');

export const tranchedRoundCalculator = defineCalculator({
  name: 'tranched_round',
  summary: 'Closings against commitments, with syndication, conditions and pro rata rights.',
  description: [
    '**Holdings** are the shares before the first closing; every kind counts. An investor who has the id of a holding is',
    'that holder: what it buys adds to what it has in `ownership_after`; its `shares` are those it bought.',
    '',
    '**Commitments.** `condition` is none unless given; only `failed` cuts the amount, to `amount_if_failed`, which it',
    'then needs and which is at most the amount. `syndicated` amounts move to those who took them over, and add to what',
    'they are committed to themselves. `gross_commitment` is what the conditions left before that, `syndicated` what',
    'moved away, `committed` what is left with what was taken over; `syndication_unplaced` is the `syndication_target`',
    'less what moved away, never below zero. More syndicated than is committed is OUT_OF_RANGE.',
    '',
    '**Closings** are in order of date (two may share a day), `closed` unless said otherwise. A price is exactly one of',
    '`price_per_share`, `pre_money` (divided by all shares before the closing) and `multiple_of_previous` (of the price',
    'of the last closing that closed; without one it is UNSUPPORTED_COMBINATION). `pre_money` out is the price × the',
    'shares before. A `pending` or `lapsed` closing is priced and its shares are counted out, but it issues and draws',
    'nothing, and has no post-money and no ownership after it. `new_ownership` is that of all shares issued up to the',
    'closing, itself included.',
    '',
    '**Limits.** With commitments given, drawing more of an investor than it is committed to is COMMITMENT_EXCEEDED at the',
    'funding that goes beyond; an investor without a commitment is then committed to nothing. Without any, `committed`',
    'and `undrawn` are null and `total_committed` is 0. `average_price` is 0 for who bought nothing; `blended_price` is',
    'null when nothing was issued.',
    '',
    '**Pro rata.** `percent` of the amount offered in the closing, by default the share of the holder of all shares before',
    'it. The right is a part of what is offered: `ownership_if_exercised` adds its shares to the holder and the whole',
    'closing, no more, to the total. A holder may be an investor of an earlier closing.',
    '',
    '`mark_price` adds value and gain at that price to closings and investors; of a closing that did not close, what its',
    'shares would have. Exact throughout: shares are not rounded.',
  ].join('\n'),
  input: object({
    holdings: list(
      object({
        id: id('name of the holder'),
        shares: amount('as converted to common, before the first closing'),
        kind: oneOf('what is held; default common. All kinds count', [
          'common',
          'preferred_as_converted',
          'options_outstanding',
          'warrants',
        ]).optional(),
      }),
      'id',
    ),
    commitments: list(
      object({
        investor: id('who promises'),
        amount: amount('money promised over all closings'),
        condition: oneOf('what the amount hangs on; default none', [
          'none',
          'open',
          'met',
          'failed',
        ]).optional(),
        amount_if_failed: amount('money left of it if the condition fails').optional(),
        syndication_target: amount('money the investor means to pass on').optional(),
        syndicated: list(payerAmount('money taken over'), 'investor').optional(),
      }),
      'investor',
    ).optional(),
    closings: list(
      object({
        id: id('name of the closing'),
        date: date('day of the closing'),
        status: oneOf('default closed', ['closed', 'pending', 'lapsed']).optional(),
        price: object({
          price_per_share: positive('money per share').optional(),
          pre_money: positive('money for all shares before the closing').optional(),
          multiple_of_previous: positive('of the price of the last closing that closed').optional(),
        }),
        fundings: list(payerAmount('money paid at the closing'), 'investor'),
      }),
      'id',
    ),
    pro_rata: list(
      object({
        holder: id('who has the right'),
        closing: id('the closing it is about'),
        percent: fraction('of the amount offered; default the share before the closing').optional(),
      }),
      'holder',
      'closing',
    ).optional(),
    mark_price: amount('money per share').optional(),
  }),
  output: object({
    closings: byId(
      object({
        status: z.string().describe('closed, pending or lapsed'),
        price_per_share: figure('money per share'),
        amount: figure('money of all fundings'),
        shares: figure('shares for all fundings'),
        investors: byId(object({ amount: figure('money'), shares: figure('shares') }), 'by investor'),
        total_after: figure('all shares after the closing').optional(),
        pre_money: figure('price × all shares before the closing').optional(),
        post_money: figure('pre-money and what was paid').optional(),
        ownership_after: ownership.optional(),
        new_ownership: figure('fraction, of all shares issued up to this closing').optional(),
        ...atMark,
        pro_rata: byId(
          object({
            percent: figure('of the amount offered'),
            amount: figure('money'),
            shares: figure('shares'),
            ownership_if_exercised: figure('fraction of all shares after the closing'),
          }),
          'by holder',
        ).optional(),
      }),
      'by closing',
    ),
    investors: byId(
      object({
        committed: figureOrNull('money, net of what others took over; null without commitments'),
        drawn: figure('money paid in closings that closed'),
        undrawn: figureOrNull('money, committed less drawn; null without commitments'),
        shares: figure('shares bought'),
        average_price: figure('drawn ÷ shares; 0 without shares'),
        ...atMark,
        gross_commitment: figure('money, before others took parts of it over').optional(),
        syndicated: figure('money others took over').optional(),
        syndication_unplaced: figure('money of the target nobody took over').optional(),
      }),
      'by investor',
    ),
    total_committed: figure('money; 0 without commitments'),
    total_drawn: figure('money'),
    total_undrawn: figureOrNull('money; null without commitments'),
    blended_price: figureOrNull('total drawn ÷ shares issued; null without shares'),
    total_shares: figure('all shares after the closings'),
    ownership_after: ownership,
  }),
  compute: tranchedRound,
});
