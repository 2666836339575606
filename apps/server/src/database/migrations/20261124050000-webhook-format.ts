import { type Kysely, sql } from 'kysely'

/** A webhook may write messages about handovers into a channel of Slack or Microsoft Teams. */
const tables = `
alter table webhook
  add column format text not null default 'standard' check (format in ('standard', 'slack', 'teams')),
  add column team_id uuid,
  add column quotes_contact boolean not null default false;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db)
}
