import type { LedgerClaim } from '../claim/index.ts';
import type { Judgement } from '../judgement/index.ts';
import type { Source } from '../source/index.ts';
import type { Ledger, Statement } from '../statement/index.ts';
import type { LogEntry } from './entry.ts';

/**
 * The ledger that a log amounts to, beside the reference facts that ship with the product.
 * A source, a claim or a judgement that is already there counts once: adding it again changes nothing.
 * Takes time linear in the log's length. Fails: never.
 */
export function replay(entries: Iterable<LogEntry>, facts: readonly Statement[] = []): Ledger {
  const sources = new Map<string, Source>();
  const claims = new Map<string, LedgerClaim>();
  const judgements = new Map<string, Judgement>();
  for (const entry of entries) {
    if (entry.kind === 'judgement_made') {
      addOnce(judgements, entry.judgement);
      continue;
    }
    addOnce(sources, entry.source);
    for (const claim of entry.claims) addOnce(claims, claim);
  }
  return {
    sources: [...sources.values()],
    claims: [...claims.values()],
    judgements: [...judgements.values()],
    facts,
  };
}

function addOnce<T extends { readonly id: string }>(known: Map<string, T>, item: T): void {
  if (!known.has(item.id)) known.set(item.id, item);
}
