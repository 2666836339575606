import { type Kysely, sql } from 'kysely'
import { rowLevelSecurityOn } from './row-level-security.ts'

/**
 * What each user is told and how. A notification knows by which ways it goes, and may be about a task without a
 * conversation. Notes know whom they mention.
 */
const tables = `
create table notification_setting (
  workspace_id uuid not null,
  user_id uuid not null,
  events jsonb not null,
  quiet_outside_hours boolean not null,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references staff_user on delete cascade
);

alter table notification
  alter column conversation_id drop not null,
  add column task_id uuid,
  add column ways text[] not null default '{app}',
  add column in_app boolean not null generated always as ('app' = any (ways)) stored;
drop index notification_unread;
create index notification_unread on notification (workspace_id, user_id, id desc)
  where read_at is null and in_app;
create index notification_in_app on notification (workspace_id, user_id, id desc) where in_app;
create index notification_of_conversation on notification (workspace_id, user_id, conversation_id)
  where read_at is null;

alter table message add column mentions uuid[] not null default '{}';
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [tables, rowLevelSecurityOn('notification_setting')])
    await sql.raw(statement).execute(db)
}
