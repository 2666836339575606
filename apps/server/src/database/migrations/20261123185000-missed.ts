import { type Kysely, sql } from 'kysely'

/** Where the bot went on, to look for what it should perhaps have handed over. */
const indexes = `
create index assessment_answered on assessment (workspace_id, created_at)
  where judged = 'contact' and outcome = 'bot_answers';
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(indexes).execute(db)
}
