import type { Migration } from 'kysely';
import { createLog } from './001-log.ts';

/** In order of their names. A migration that was shipped is never edited; a change is a new one. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-log': createLog,
};
