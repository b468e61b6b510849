import type { StatedAmount } from '@tranche/core/money';
import type { PartialDate } from '@tranche/core/time';
import type { ClaimBody, DealStatus, MoneyKind } from '../claim/index.ts';
import { kindOfWords } from '../deal/grouping/money-kind.ts';

/** The kind of money by its field, or by the words for the instrument. Undefined is "not said", not primary. */
export function moneyOf(body: ClaimBody): MoneyKind | undefined {
  if ('money' in body && body.money !== undefined) return body.money;
  const instrument = body.type === 'round' ? body.instrument : undefined;
  const kind = instrument === undefined ? undefined : kindOfWords(instrument);
  return kind === 'mixed' ? undefined : kind;
}

/** The day or days a body speaks of. */
export function timeOf(body: ClaimBody): PartialDate | undefined {
  if ('when' in body) return body.when;
  return body.type === 'round' ? body.date : undefined;
}

export const statusOfBody = (body: ClaimBody): DealStatus | undefined =>
  'status' in body ? body.status : undefined;

export const amountOfBody = (body: ClaimBody): StatedAmount | undefined =>
  'amount' in body ? body.amount : undefined;
