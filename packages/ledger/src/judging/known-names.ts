import type { PlainDate } from '@tranche/core/time';
import type { ClaimBody } from '../claim/index.ts';
import { nameKey, type PartyBook } from '../party/index.ts';
import { type Ledger, statementsOf } from '../statement/index.ts';

/** Whether something known on a day names a party so, or it is another name of a party that is named. */
export function isKnownName(ledger: Ledger, book: PartyBook, name: string, when: PlainDate): boolean {
  const key = nameKey(name);
  const { id } = book.partyOf(name);
  return statementsOf(ledger, when).some(({ body }) =>
    namesIn(body).some((said) => nameKey(said) === key || book.partyOf(said).id === id),
  );
}

/** Every party that a statement names. */
function namesIn(body: ClaimBody): readonly string[] {
  switch (body.type) {
    case 'round':
      return [body.issuer, ...body.leads, ...body.participants];
    case 'investment':
    case 'syndication':
      return [body.issuer, body.investor];
    case 'tranche':
      return [body.issuer, ...(body.payer === undefined ? [] : [body.payer])];
    case 'stake':
    case 'control':
      return [body.entity, body.holder];
    case 'valuation':
    case 'no_external_funding':
      return [body.entity];
    case 'commitment':
      return [body.to, ...(body.by === undefined ? [] : [body.by])];
    case 'venture':
      return [body.name, ...body.partners, ...body.roles.map(({ party }) => party)];
    case 'rank':
      return [body.subject, ...(body.over === undefined ? [] : [body.over])];
    case 'fx':
      return [];
  }
}
