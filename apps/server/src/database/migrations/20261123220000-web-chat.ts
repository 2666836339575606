import { type Kysely, sql } from 'kysely'

/** A page on the web knows the id of its channel and nothing else, so that one is found without its workspace. */
const statements = `
alter table channel
  add column web jsonb,
  add column identity_secret bytea,
  add constraint channel_web check ((kind = 'web') = (web is not null));
create unique index channel_on_the_web on channel (id) where kind = 'web';

alter table handover add column helped boolean, add column rated_at timestamptz;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}
