export { openDatabaseServer, openEmbeddedDatabase } from './open-database.ts';
export type { Tables } from './tables.ts';
