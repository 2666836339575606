import { type Kysely, sql } from 'kysely'
import { rowLevelSecurityOn } from './row-level-security.ts'

/**
 * A file is stored when it is uploaded, and belongs to a message from when that is sent. The message says of its files what
 * is shown of them, so that no list of messages has to look here.
 *
 * `uploader` is the visitor of the channel, or the user. The bytes are compressed already, so PostgreSQL need not try.
 */
const tables = `
create table attachment (
  workspace_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  conversation_id uuid,
  message_id uuid,
  uploader text not null,
  name text not null,
  type text not null,
  size int not null,
  bytes bytea not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, channel_id) references channel on delete cascade,
  foreign key (workspace_id, conversation_id) references conversation on delete cascade,
  check (message_id is null or conversation_id is not null),
  check (octet_length(bytes) = size)
);
alter table attachment alter column bytes set storage external;
create index attachment_of_conversation on attachment (workspace_id, conversation_id);
create index attachment_not_sent on attachment (created_at) where message_id is null;

alter table message add column attachments jsonb;

${rowLevelSecurityOn('attachment')}
create policy of_viewer on attachment as restrictive for select
  using (case when (select baton_viewer()) is null then true
    else conversation_id is not null and baton_sees_conversation(conversation_id) end);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db)
}
