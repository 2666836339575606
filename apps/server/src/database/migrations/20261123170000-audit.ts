import { type Kysely, sql } from 'kysely'

/** Who did it, and for what an admin sets up, what was changed: its name then and the fields. */
const columns = `
alter table event
  add column user_id uuid,
  add column api_key_id uuid,
  add column audit jsonb;
create index event_audited on event (workspace_id, seq desc) where audit is not null;
create index event_of_control on event (workspace_id, conversation_id, seq) where type = 'conversation.updated';
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(columns).execute(db)
}
