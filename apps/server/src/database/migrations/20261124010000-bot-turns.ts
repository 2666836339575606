import { type Kysely, sql } from 'kysely'

/**
 * A bot may call a person by itself, and lets be what a contact's mail program wrote: a channel may say that no person
 * wrote a message.
 */
const tables = `
alter table handover drop constraint handover_cause_check;
alter table handover add constraint handover_cause_check
  check (cause in ('scenario', 'message_cap', 'bot', 'by_hand'));

alter table message add column automatic boolean not null default false;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db)
}
