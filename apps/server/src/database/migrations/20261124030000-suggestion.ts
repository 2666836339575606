import { type Kysely, sql } from 'kysely'
import { rowLevelSecurityOn } from './row-level-security.ts'

/** What a suggestive bot drafted for the staff, as answers to the contact's newest message. Who sees the conversation sees it. */
const tables = `
create table suggestion (
  workspace_id uuid not null,
  conversation_id uuid not null,
  position int not null,
  seq int not null,
  text text not null,
  confidence double precision,
  sources jsonb not null default '[]',
  created_at timestamptz not null,
  primary key (workspace_id, conversation_id, position),
  foreign key (workspace_id, conversation_id) references conversation on delete cascade
);
`

const ofViewer = `
create policy of_viewer on suggestion as restrictive for select
  using (case when (select baton_viewer()) is null then true else baton_sees_conversation(conversation_id) end)
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [tables, rowLevelSecurityOn('suggestion'), ofViewer])
    await sql.raw(statement).execute(db)
}
