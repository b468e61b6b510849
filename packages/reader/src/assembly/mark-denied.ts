import type { DealStatus } from '@tranche/ledger/claim';
import type { Draft } from '../claims/draft.ts';
import type { Party } from '../party/index.ts';

const TALK: ReadonlySet<DealStatus | undefined> = new Set<DealStatus>([
  'rumoured',
  'in_talks',
  'planned',
  'agreed',
  'abandoned',
]);

/**
 * Marks what the text only mentions to reject: talk of parties whose part it denies, and the prices told in the same
 * breath. What such a party has done or holds stands.
 */
export function markDenied(drafts: readonly Draft[], parties: ReadonlySet<Party>): void {
  if (parties.size === 0) return;
  const names = new Set([...parties].map((party) => party.name));
  const sentences = new Set<number>();
  for (const draft of drafts) {
    if (!('status' in draft) || !TALK.has(draft.status) || !namesIn(draft).some((name) => names.has(name)))
      continue;
    draft.denied = true;
    sentences.add(draft.sentence);
  }
  for (const draft of drafts) {
    const isPrice = draft.type === 'valuation' || draft.type === 'round' || draft.type === 'stake';
    if (isPrice && sentences.has(draft.sentence) && TALK.has(draft.status)) draft.denied = true;
  }
}

function namesIn(draft: Draft): string[] {
  switch (draft.type) {
    case 'investment':
      return [draft.investor.value.name];
    case 'stake':
      return [draft.holder.value];
    case 'round':
      return [...draft.leads, ...draft.participants].map(({ value }) => value);
    default:
      return [];
  }
}
