import { accrual, amount, flag, id, integer, list, object, oneOf, positive } from '../calculator/index.ts';

/** The input shapes of everything that shares in an exit, common to the calculators that split one. */

const holders = list(object({ id: id('name of the holder'), shares: amount('shares of the class') }), 'id');

const dividend = accrual.extend({
  base: oneOf(
    'what the rate applies to; default original_issue_price, preference is that × preference_multiple',
    ['original_issue_price', 'preference'],
  ).optional(),
  unpaid: amount('money accrued earlier and not paid, for the whole class').optional(),
  forfeited_on_conversion: flag('whether conversion gives the dividend up; default true').optional(),
});

export const exitClasses = list(
  object({
    id: id('name of the class'),
    kind: oneOf('common, or preferred', ['common', 'preferred']),
    shares: amount('shares outstanding'),
    original_issue_price: amount('money per share; needed of preferred stock').optional(),
    preference_multiple: amount('of the original issue price; default 1').optional(),
    participation: oneOf('in what is left after the preferences; default none', [
      'none',
      'full',
      'capped',
    ]).optional(),
    cap_multiple: amount('of the original issue price; of capped participation').optional(),
    cap_includes_preference: flag('whether the preference counts towards the cap; default true').optional(),
    seniority: integer('rank; a higher number is paid first; default 0').optional(),
    conversion_ratio: amount('common shares for one share; default 1; 0 is plain debt').optional(),
    dividend: dividend.optional(),
    holders: holders.optional(),
  }),
  'id',
);

export const exitOptions = list(
  object({
    id: id('name of the options or warrants of one strike'),
    shares: amount('common shares under them'),
    strike: amount('money per share'),
  }),
  'id',
);

export const exitSafes = list(
  object({
    id: id('name of the SAFE'),
    amount: amount('money paid in'),
    post_money_cap: positive('valuation cap that counts all SAFEs').optional(),
    pre_money_cap: positive('valuation cap that counts no SAFE').optional(),
    seniority: integer('rank of the amount; a higher number is paid first'),
  }),
  'id',
);
