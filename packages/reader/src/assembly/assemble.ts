import type { Draft } from '../claims/draft.ts';
import type { Reading } from '../claims/reading.ts';
import type { Roles } from '../claims/roles.ts';
import { inferLeads } from './infer-leads.ts';
import { linkValuations } from './link-valuations.ts';
import { markDenied } from './mark-denied.ts';
import { mergedRounds } from './merge-rounds.ts';
import { nameParticipants } from './name-participants.ts';
import { settleRounds } from './settle-rounds.ts';
import { withoutRepeats } from './without-repeats.ts';

/** Brings the facts of one deal in one text together: rounds merge, leads and participants follow from sums, repeats go. */
export function assembled(
  reading: Pick<Reading, 'text' | 'published' | 'drafts' | 'denied'>,
  roles: Roles,
): Draft[] {
  const { text, published } = reading;
  const merged = mergedRounds(reading.drafts);
  inferLeads(merged, roles);
  settleRounds(merged, text);
  nameParticipants(merged, roles);
  linkValuations(merged, published);
  markDenied(merged, reading.denied);
  return withoutRepeats(merged);
}
