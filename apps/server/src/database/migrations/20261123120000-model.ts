import { type Kysely, sql } from 'kysely'

/**
 * A language model that a workspace may have for second opinions: how it is reached, what it may use each day and what it
 * has used. What it said of a message stands beside what detection said.
 */
const tables = `
create table model (
  workspace_id uuid primary key references workspace,
  provider text not null check (provider in ('openai_compatible', 'anthropic')),
  base_url text,
  name text not null,
  sealed_key bytea,
  daily_tokens int not null check (daily_tokens >= 0),
  updated_at timestamptz not null
);

create table model_use (
  workspace_id uuid not null references workspace,
  day date not null,
  calls int not null,
  failures int not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  primary key (workspace_id, day)
);

alter table assessment add column opinion jsonb;
`

const rowLevelSecurity = `
alter table model enable row level security, force row level security;
create policy of_workspace on model
  using (workspace_id = (select baton_workspace()) or (select baton_sees_all()));
alter table model_use enable row level security, force row level security;
create policy of_workspace on model_use
  using (workspace_id = (select baton_workspace()) or (select baton_sees_all()));
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [tables, rowLevelSecurity]) await sql.raw(statement).execute(db)
}
