import { payToPlay } from '@tranche/core/dilution';
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

export const payToPlayCalculator = defineCalculator({
  name: 'pay_to_play',
  summary: 'A round in which preferred stock buys its part or becomes common.',
  description: [
    'A holder is required to buy `offered_amount × its preferred ÷ all preferred`; what it bought is its entry in',
    '`purchases`. `honoured` is the part of that which it paid, at most 1, and 1 where nothing was required. Under',
    '`all_or_nothing` less than the whole counts as nothing. The part of the preferred stock that is not honoured',
    'converts, `preferred_per_common` preferred to one common; the rest is kept.',
    '',
    '`convert_then_price` divides the pre-money by the shares after that conversion, `price_then_convert` by those',
    'before it; then the new money ends with more than its share of the post-money. Preferred stock counts one to one,',
    'and the unissued pool counts in both, in the total, and in nobody’s ownership. Nothing says which order a deal',
    'means unless its terms do, so there is no default.',
    '',
    'Every purchase buys new shares at the price, by holders and by others alike. `ownership_after` is of everything',
    'under one name: common, preferred kept, common received and new shares. Shares are not rounded.',
  ].join('\n'),
  input: object({
    holders: list(
      object({
        id: id('name of the holder'),
        common: amount('common shares and granted options; default 0').optional(),
        preferred: amount('preferred shares; default 0').optional(),
      }),
      'id',
    ),
    unissued_pool: amount('shares reserved and not granted; default 0').optional(),
    pre_money: positive('money'),
    purchases: list(
      object({ investor: id('a holder, or a new investor'), amount: amount('money paid for new shares') }),
      'investor',
    ),
    required: object({
      offered_amount: amount('money that all preferred stock together is required to pay'),
      preferred_per_common: positive('preferred shares that become one common share; default 1').optional(),
      partial: oneOf('what paying a part does', ['proportional', 'all_or_nothing']),
    }),
    pricing_order: oneOf('which shares the pre-money is divided by', [
      'convert_then_price',
      'price_then_convert',
    ]),
  }),
  output: object({
    price_per_share: figure('money per new share'),
    pre_money_shares: figure('shares the pre-money is divided by, the pool included'),
    holders: byId(
      object({
        required: figure('money'),
        paid: figure('money'),
        honoured: figure('part of the purchase honoured, 0 to 1'),
        preferred_converted: figure('preferred shares that became common'),
        common_received: figure('common shares for them'),
        preferred_kept: figure('preferred shares left'),
      }),
    ),
    new_investors: byId(
      object({ amount: figure('money'), shares: figure('new shares') }),
      'by the investor of each purchase',
    ),
    new_ownership: figure('new shares ÷ all shares after'),
    post_total: figure('all shares after the round, the pool included'),
    ownership_after: byId(figure('fraction of all shares after'), 'by id of the holder or investor'),
  }),
  compute: payToPlay,
});
