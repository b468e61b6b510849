import type { Span } from '@tranche/ledger/claim';
import type { Party } from '../party/index.ts';
import type { RoundDraft } from './draft.ts';
import type { Hit } from './hit.ts';
import type { Reading } from './reading.ts';
import { draftRound, type RoundOptions } from './round.ts';

export const STOCK = '(?:stock|shares)';

/** A sale of existing shares: who holds them sells, and no money reaches the company. */
export const secondary =
  (options: RoundOptions = {}) =>
  (hit: Hit, reading: Reading): boolean => {
    const round = draftRound(hit, reading, hit.amount('amount'), { done: 'completed', ...options });
    if (round === undefined) return false;
    round.money = 'secondary';
    round.instrument ??= { value: 'secondary sale' };
    const buyers = reading.parties(hit, 'buyer');
    for (const { value, span } of buyers) {
      round.participants.push({ value: value.name, ...(span === undefined ? {} : { span }) });
      if (buyers.length === 1) draftBuyer(hit, reading, round, value, span);
    }
    return true;
  };

function draftBuyer(
  hit: Hit,
  reading: Reading,
  round: RoundDraft,
  buyer: Party,
  span: Span | undefined,
): void {
  reading.add({
    ...reading.base('investment', hit, round.amount?.span),
    investor: { value: buyer, ...(span === undefined ? {} : { span }) },
    issuer: round.issuer,
    amount: round.amount,
    when: round.date,
    money: 'secondary',
    status: round.status,
  });
}
