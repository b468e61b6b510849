import { fail, ok } from '@tranche/core/result';
import type { LogStore, StoredEntry } from '../ports/index.ts';

/** A log that lasts as long as the process: for questions about files, which need no store. */
export function memoryLog(): LogStore {
  const entries: StoredEntry[] = [];
  const known = new Map<string, StoredEntry>();
  return {
    append: async (added) => {
      const fresh = new Map<string, StoredEntry>();
      for (const entry of added) {
        const there = known.get(entry.id) ?? fresh.get(entry.id);
        if (there === undefined) fresh.set(entry.id, entry);
        else if (contentOf(there) !== contentOf(entry)) {
          return fail('ENTRY_CONFLICT', entry.id, 'the log has an entry of this id with other content');
        }
      }
      for (const [id, entry] of fresh) {
        known.set(id, entry);
        entries.push(entry);
      }
      return ok({ appended: fresh.size });
    },
    readAfter: async (position) => ({
      entries: entries.slice(Number(position)),
      position: BigInt(entries.length),
    }),
    close: async () => {},
  };
}

const contentOf = (entry: StoredEntry): string => JSON.stringify([entry.kind, entry.body]);
