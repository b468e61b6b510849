import { toStored } from '../log/index.ts';
import { loadDealFile, type WithFailures } from '../model/index.ts';
import type { FileAccess, LogStore } from '../ports/index.ts';

/**
 * Adds the sources of a deal file to a log, those that are there already left as they are: loading an example
 * twice adds nothing. The value is how many were new. Fails: as `loadDealFile` and `LogStore.append`; then nothing is added.
 */
export async function loadExample(
  log: LogStore,
  files: FileAccess,
  dealFile: string,
): Promise<WithFailures<number>> {
  const loaded = await loadDealFile(files, dealFile);
  if (!loaded.ok) return loaded;
  const { entries } = await log.readAfter(0n);
  const known = new Set(entries.map(({ id }) => id));
  const added = loaded.value.documents
    .filter(({ source }) => !known.has(source.id))
    .map(({ source, claims }) => toStored({ kind: 'source_added', source, claims }));
  if (added.length === 0) return { ok: true, value: 0 };
  const appended = await log.append(added);
  return appended.ok
    ? { ok: true, value: appended.value.appended }
    : { ok: false, failures: [appended.failure] };
}
