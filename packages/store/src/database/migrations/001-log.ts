import { type Kysely, type Migration, sql } from 'kysely';

/** The append-only log. The trigger also stops TRUNCATE and statements that would touch no row. */
export const createLog: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('log')
      .addColumn('position', 'bigint', (column) => column.generatedAlwaysAsIdentity().primaryKey())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('body', 'json', (column) => column.notNull())
      .addColumn('recorded_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute();
    await sql`
      create function refuse_to_change_the_log() returns trigger language plpgsql as $$
      begin
        raise exception 'the log is append-only: % is refused', tg_op using errcode = 'restrict_violation';
      end $$
    `.execute(db);
    await sql`
      create trigger log_is_append_only before update or delete or truncate on log
      for each statement execute function refuse_to_change_the_log()
    `.execute(db);
  },
};
