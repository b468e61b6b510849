import type { LedgerClaim } from '../claim/index.ts';
import type { Judgement } from '../judgement/index.ts';
import type { Ledger, Statement } from '../statement/index.ts';
import type { LogEntry } from './entry.ts';

/**
 * The ledger that a log amounts to, beside the reference facts that ship with the product.
 * A source that comes again was read anew: its last reading counts, in the place of the first. What is said and
 * where decides a claim's id, so that judgements about claims found by both readings stay.
 * A judgement that is already there counts once. Takes time linear in the log's length. Fails: never.
 */
export function replay(entries: Iterable<LogEntry>, facts: readonly Statement[] = []): Ledger {
  const readings = new Map<string, SourceAdded>();
  const judgements = new Map<string, Judgement>();
  for (const entry of entries) {
    if (entry.kind === 'source_added') readings.set(entry.source.id, entry);
    else if (!judgements.has(entry.judgement.id)) judgements.set(entry.judgement.id, entry.judgement);
  }
  const claims = new Map<string, LedgerClaim>();
  for (const reading of readings.values()) {
    for (const claim of reading.claims) if (!claims.has(claim.id)) claims.set(claim.id, claim);
  }
  return {
    sources: [...readings.values()].map(({ source }) => source),
    claims: [...claims.values()],
    judgements: [...judgements.values()],
    facts,
  };
}

type SourceAdded = Extract<LogEntry, { kind: 'source_added' }>;
