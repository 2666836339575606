import { type Kysely, sql } from 'kysely'
import { rowLevelSecurityOn } from './row-level-security.ts'

/** What became of a notification by a way that leaves Baton. */
const tables = `
create table notification_delivery (
  workspace_id uuid not null,
  notification_id uuid not null,
  user_id uuid not null,
  way text not null check (way in ('email')),
  status text not null check (status in ('waiting', 'sent', 'read_before', 'failed')),
  attempts int not null default 0,
  last_error text,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (workspace_id, notification_id, way),
  foreign key (workspace_id, notification_id) references notification on delete cascade
);
create index notification_delivery_of_user on notification_delivery (workspace_id, user_id, way, created_at desc);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [tables, rowLevelSecurityOn('notification_delivery')])
    await sql.raw(statement).execute(db)
}
