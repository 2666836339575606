import { type Kysely, sql } from 'kysely'

/** Which conversations were alive in which days, without reading a message. */
const indexes = `
create index message_of_contacts on message (workspace_id, created_at, conversation_id) where author = 'contact';
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(indexes).execute(db)
}
