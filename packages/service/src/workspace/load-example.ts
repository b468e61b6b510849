import { additionsTo, ledgerReader } from '../log/index.ts';
import { loadDealFile, type WithFailures } from '../model/index.ts';
import type { FileAccess, LogStore } from '../ports/index.ts';

/**
 * Adds the sources of a deal file to a log: loading an example twice adds nothing, and with a later version of
 * Tranche the sources it reads better are read anew. The value is how many were added or read anew. Fails: as `loadDealFile` and `LogStore.append`; then nothing is added.
 */
export async function loadExample(
  log: LogStore,
  files: FileAccess,
  dealFile: string,
): Promise<WithFailures<number>> {
  const loaded = await loadDealFile(files, dealFile);
  if (!loaded.ok) return loaded;
  const before = await ledgerReader(log, [])();
  if (!before.ok) return { ok: false, failures: [before.failure] };
  const added = additionsTo(before.value, loaded.value.documents);
  if (added.length === 0) return { ok: true, value: 0 };
  const appended = await log.append(added);
  return appended.ok
    ? { ok: true, value: appended.value.appended }
    : { ok: false, failures: [appended.failure] };
}
