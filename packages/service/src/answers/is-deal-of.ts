import { partyBook } from '@tranche/ledger/party';
import type { DealSummaryView } from '../views/index.ts';

/** Whether a deal is one of a company's, by any of the names the company is known by. */
export function isDealOf(name: string): (deal: DealSummaryView) => boolean {
  const { partyOf } = partyBook();
  const { id } = partyOf(name);
  return ({ issuer }) => partyOf(issuer).id === id;
}
