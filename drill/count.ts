import { sql } from 'kysely'
import type { Stage } from './stage.ts'

/** What became of everybody who wrote. */
export type Counted = {
  /** Handovers begun. */
  handovers: number
  /** Those of them of which somebody was told. */
  told: number
  /** Notifications that reached somebody twice: a second one, or a second mail of the same. */
  twice: number
  /** Contacts who wait while nobody knows: no person was told, and no job is left that would see to it. */
  unanswered: number
}

/** Reads it all from the database. `mails` are the Message-IDs that arrived. */
export async function count({ app }: Stage, mails: readonly string[] = []): Promise<Counted> {
  const { rows } = await app.db.transaction().execute(async (trx) => {
    await sql`select set_config('baton.workspace', '*', true)`.execute(trx)
    return sql<Counted>`
      select
        (select count(*)::int from handover) as handovers,
        (select count(*)::int from handover where exists (
          select from notification where notification.handover_id = handover.id)) as told,
        (select count(*)::int from (
          select from notification where handover_id is not null
          group by handover_id, user_id, about having count(*) > 1) doubled) as twice,
        (select count(*)::int from conversation where waits_for <> 'nobody'
          and not exists (select from notification where notification.conversation_id = conversation.id)
          and not exists (select from pgboss.job where state in ('created', 'retry', 'active')
            and data->>'conversationId' = conversation.id::text)) as unanswered`.execute(trx)
  })
  const [counted] = rows
  if (!counted) throw new Error('Nothing could be counted.')
  return { ...counted, twice: counted.twice + (mails.length - new Set(mails).size) }
}
