import type { PlainDate } from '@tranche/core/time';
import type { Claim } from '@tranche/ledger/claim';
import type { Draft } from '../claims/draft.ts';
import type { Roles } from '../claims/reading.ts';
import { inferLeads } from './infer-leads.ts';
import { linkValuations } from './link-valuations.ts';
import { mergedRounds } from './merge-rounds.ts';
import { nameParticipants } from './name-participants.ts';
import { settleRounds } from './settle-rounds.ts';
import { claimFromDraft } from './to-claim.ts';
import { withoutRepeats } from './without-repeats.ts';

/** From drafts to claims: facts of one deal in one text come together, repeats go, and every value keeps its place. */
export function finished(
  drafts: readonly Draft[],
  text: string,
  published: PlainDate | undefined,
  roles: Roles,
): Claim[] {
  const merged = mergedRounds(drafts);
  inferLeads(merged, roles);
  settleRounds(merged, text);
  nameParticipants(merged, roles);
  linkValuations(merged, published);
  return withoutRepeats(merged).map((draft) => claimFromDraft(draft, text));
}
