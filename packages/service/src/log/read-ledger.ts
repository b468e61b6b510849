import { ok, type Result } from '@tranche/core/result';
import { type LogEntry, replay } from '@tranche/ledger/log';
import type { Ledger, Statement } from '@tranche/ledger/statement';
import type { LogStore } from '../ports/index.ts';
import { fromStored } from './stored-log.ts';

/** A log as far as it was read, and the ledger it amounts to. */
export interface ReadLedger {
  readonly entries: readonly LogEntry[];
  readonly ledger: Ledger;
}

/**
 * Reads a log on from where the last reading stopped; while nothing was added, the same ledger is given again.
 * Fails: BAD_LOG_ENTRY.
 */
export function ledgerReader(log: LogStore, facts: readonly Statement[]): () => Promise<Result<ReadLedger>> {
  let position = 0n;
  let last: ReadLedger = { entries: [], ledger: replay([], facts) };
  const readOn = async (): Promise<Result<ReadLedger>> => {
    const stretch = await log.readAfter(position);
    if (stretch.entries.length === 0) return ok(last);
    const entries = [...last.entries];
    for (const stored of stretch.entries) {
      const entry = fromStored(stored);
      if (!entry.ok) return entry;
      entries.push(entry.value);
    }
    position = stretch.position;
    last = { entries, ledger: replay(entries, facts) };
    return ok(last);
  };
  // One reading at a time: two at once would both add the same entries.
  let reading = Promise.resolve<Result<ReadLedger>>(ok(last));
  return () => {
    reading = reading.then(readOn, readOn);
    return reading;
  };
}
