import { type Kysely, sql } from 'kysely'

/** What a contact hears in place of the final message when nobody can take the handover now. */
const tables = `
alter table scenario
  add column absence_message text not null default '',
  add column absence_message_translations jsonb not null default '{}';
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db)
}
