import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFolderStore } from '@tranche/store/store';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache', 'tranche-database');

/** What an empty database is made of: the embedded PostgreSQL and the tables put into it. */
const MAKERS = [
  join(ROOT, 'node_modules', '@electric-sql', 'pglite', 'package.json'),
  join(ROOT, 'packages', 'store', 'src'),
];

/**
 * A new data folder below the system's folder for temporary files, with an empty database in it. Making a database takes
 * seconds of work, so one is made and kept, and each folder gets a copy. The caller removes the folder.
 */
export async function dataFolder(prefix: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  await prepareDatabase(folder);
  return folder;
}

/** Puts an empty database into a data folder that has none, as the store does when it opens such a folder. */
export async function prepareDatabase(folder: string): Promise<void> {
  cpSync(join(await emptyStore(), 'database'), join(folder, 'database'), { recursive: true });
}

async function emptyStore(): Promise<string> {
  const kept = join(CACHE, fingerprint());
  if (existsSync(kept)) return kept;
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(join(CACHE, 'draft-'));
  const opened = await openFolderStore(draft);
  if (!opened.ok) throw new Error(opened.failure.message);
  await opened.value.log.close();
  try {
    renameSync(draft, kept);
  } catch (error) {
    // Another test file has made the same in the meantime.
    if (!existsSync(kept)) throw error;
    rmSync(draft, { recursive: true });
  }
  return kept;
}

/** Changes when a database of another kind would be made. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of MAKERS.flatMap(filesIn)) hash.update(readFileSync(file, 'utf8'));
  return hash.digest('hex').slice(0, 16);
}

const filesIn = (place: string): string[] =>
  statSync(place).isFile()
    ? [place]
    : readdirSync(place)
        .sort()
        .flatMap((name) => filesIn(join(place, name)));
