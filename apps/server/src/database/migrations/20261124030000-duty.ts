import { type Kysely, sql } from 'kysely'
import { rowLevelSecurityOn } from './row-level-security.ts'

/**
 * When staff are not on duty besides their weekly hours, and how a team shares what comes to it. A holiday counts for
 * everybody with weekly hours, by the calendar of their time zone; so it is a date and no span of time.
 */
const tables = `
create table holiday (
  workspace_id uuid not null references workspace on delete cascade,
  day text not null check (day ~ '^\\d{4}-\\d{2}-\\d{2}$'),
  name text not null,
  primary key (workspace_id, day)
);

alter table staff_user
  add column away_until timestamptz,
  add column time_off jsonb not null default '[]',
  add column skills text[] not null default '{}';

alter table team
  add column sharing text not null default 'least_open' check (sharing in ('least_open', 'round_robin')),
  add column only_matching boolean not null default false,
  add column last_user_id uuid;

${rowLevelSecurityOn('holiday')}
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db)
}
