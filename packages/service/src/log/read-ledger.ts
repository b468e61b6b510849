import { ok, type Result } from '@tranche/core/result';
import { type LogEntry, Replay } from '@tranche/ledger/log';
import type { Ledger, Statement } from '@tranche/ledger/statement';
import type { LogStore } from '../ports/index.ts';
import { fromStored } from './stored-log.ts';

/** The ledger that a log amounts to as far as it was read, and what it holds of a source. */
export type ReadLedger = Pick<Replay, 'readingOf'> & { readonly ledger: Ledger };

/**
 * Reads a log on from where the last reading stopped, in time by what was added; while nothing was, the same
 * ledger is given again. Fails: BAD_LOG_ENTRY.
 */
export function ledgerReader(log: LogStore, facts: readonly Statement[]): () => Promise<Result<ReadLedger>> {
  let position = 0n;
  const replay = new Replay(facts);
  const asRead = (): Result<ReadLedger> =>
    ok({ ledger: replay.ledger, readingOf: (sourceId) => replay.readingOf(sourceId) });
  const readOn = async (): Promise<Result<ReadLedger>> => {
    const stretch = await log.readAfter(position);
    if (stretch.entries.length === 0) return asRead();
    const added: LogEntry[] = [];
    for (const stored of stretch.entries) {
      const entry = fromStored(stored);
      if (!entry.ok) return entry;
      added.push(entry.value);
    }
    position = stretch.position;
    replay.add(added);
    return asRead();
  };
  // One reading at a time: two at once would both add the same entries.
  let reading = Promise.resolve<Result<ReadLedger>>(asRead());
  return () => {
    reading = reading.then(readOn, readOn);
    return reading;
  };
}
