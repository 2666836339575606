import { type Kysely, sql } from 'kysely'

/** A demo is a workspace of its own, beside the one that it was made for. There is at most one. */
const columns = `
alter table workspace add column demo_of uuid references workspace;
create unique index workspace_demo on workspace (demo_of) where demo_of is not null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(columns).execute(db)
}
