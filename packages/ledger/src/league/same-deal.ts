import type { StatedAmount } from '@tranche/core/money';
import { addDays, type PlainDate } from '@tranche/core/time';
import { agreementOf } from '../compare/index.ts';

/** Two mentions of one issuer's deal lie at most so many days apart. */
const SAME_DEAL_DAYS = 200;

export const isNear = (one: PlainDate, other: PlainDate): boolean =>
  one >= addDays(other, -SAME_DEAL_DAYS) && one <= addDays(other, SAME_DEAL_DAYS);

/** Whether two sums of one currency, told of one issuer at about one time, are taken to be of one deal. */
export const isSameSum = (one: StatedAmount, other: StatedAmount): boolean =>
  agreementOf(one, other) === 'agrees';
