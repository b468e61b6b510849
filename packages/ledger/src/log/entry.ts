import type { LedgerClaim } from '../claim/index.ts';
import type { Judgement } from '../judgement/index.ts';
import type { Source } from '../source/index.ts';

/** What happened to a ledger. Entries are only ever appended; a store keeps them and nothing else. */
export type LogEntry =
  | { readonly kind: 'source_added'; readonly source: Source; readonly claims: readonly LedgerClaim[] }
  | { readonly kind: 'judgement_made'; readonly judgement: Judgement };
