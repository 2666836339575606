import { type Kysely, sql } from 'kysely'
import { rowLevelSecurityOn } from './row-level-security.ts'

/** What a user has typed of a scenario and not saved. A new scenario has its id already, and no row of its own. */
const tables = `
create table scenario_draft (
  workspace_id uuid not null,
  user_id uuid not null,
  scenario_id uuid not null,
  bot_id uuid not null,
  content jsonb not null,
  based_on int,
  saved_at timestamptz not null,
  primary key (workspace_id, user_id, scenario_id),
  foreign key (workspace_id, bot_id) references bot on delete cascade,
  foreign key (workspace_id, user_id) references staff_user on delete cascade
);
create index scenario_draft_of_bot on scenario_draft (workspace_id, bot_id, user_id);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [tables, rowLevelSecurityOn('scenario_draft')]) await sql.raw(statement).execute(db)
}
