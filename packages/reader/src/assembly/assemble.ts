import type { PlainDate } from '@tranche/core/time';
import type { Draft } from '../claims/draft.ts';
import type { Roles } from '../claims/reading.ts';
import { inferLeads } from './infer-leads.ts';
import { linkValuations } from './link-valuations.ts';
import { mergedRounds } from './merge-rounds.ts';
import { nameParticipants } from './name-participants.ts';
import { settleRounds } from './settle-rounds.ts';
import { withoutRepeats } from './without-repeats.ts';

/** Brings the facts of one deal in one text together: rounds merge, leads and participants follow from sums, repeats go. */
export function assembled(
  drafts: readonly Draft[],
  text: string,
  published: PlainDate | undefined,
  roles: Roles,
): Draft[] {
  const merged = mergedRounds(drafts);
  inferLeads(merged, roles);
  settleRounds(merged, text);
  nameParticipants(merged, roles);
  linkValuations(merged, published);
  return withoutRepeats(merged);
}
