import { type Kysely, sql } from 'kysely'

/** The languages that somebody of the staff answers in, the one they read briefs in first. */
const tables = `
alter table staff_user add column languages text[] not null default '{}';
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db)
}
