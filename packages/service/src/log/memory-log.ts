import { fail, ok } from '@tranche/core/result';
import type { LogStore, StoredEntry } from '../ports/index.ts';

/** A log that lasts as long as the process: for questions about files, which need no store. */
export function memoryLog(): LogStore {
  const entries: StoredEntry[] = [];
  const known = new Map<string, string>();
  return {
    append: async (added) => {
      const conflict = added.find((entry) => (known.get(entry.id) ?? contentOf(entry)) !== contentOf(entry));
      if (conflict !== undefined) {
        return fail('ENTRY_CONFLICT', conflict.id, 'the log has an entry of this id with other content');
      }
      const before = entries.length;
      for (const entry of added) {
        if (known.has(entry.id)) continue;
        known.set(entry.id, contentOf(entry));
        entries.push(entry);
      }
      return ok({ appended: entries.length - before });
    },
    readAfter: async (position) => ({
      entries: entries.slice(Number(position)),
      position: BigInt(entries.length),
    }),
    close: async () => {},
  };
}

const contentOf = (entry: StoredEntry): string => JSON.stringify([entry.kind, entry.body]);
