import { sql } from 'kysely'
import { transact } from '../apps/server/src/database/database.ts'
import type { World } from './world.ts'

const messagesEach = 10

/**
 * Stores messages until there are so many, ten to a conversation, in the states that an inbox has: most are
 * resolved, a tenth is with the bot, one in fifty needs a human, one in a hundred is one user's.
 */
export async function grow(
  { app, workspaceId, quietChannelId, userId }: World,
  messages: number,
): Promise<void> {
  const target = Math.ceil(messages / messagesEach)
  await transact(app.db, workspaceId, async (trx) => {
    const { rows } = await sql<{ there: number }>`
      select count(*) as there from conversation where workspace_id = ${workspaceId} and bot_messages = 1`.execute(
      trx,
    )
    const there = rows[0]?.there ?? 0
    if (there >= target) return
    await sql`
      create temporary table made on commit drop as
      select n, gen_random_uuid() as contact_id, gen_random_uuid() as conversation_id
      from generate_series(${there + 1}::int, ${target}::int) n`.execute(trx)
    await sql`
      insert into contact (workspace_id, id, name, created_at, updated_at)
      select ${workspaceId}, contact_id, 'Visitor ' || n, now(), now() from made`.execute(trx)
    await sql`
      insert into conversation (workspace_id, id, channel_id, contact_id, epoch, bot_status, sleep_cause, slept_at, bot_on,
        status, assignee_id, attempts, watermark, bot_messages, last_seq, last_contact_seq, answered_seq, turn_seq,
        waits_for, waits_since, last_message_at, created_at)
      select ${workspaceId}, conversation_id, ${quietChannelId}, contact_id, 1,
        case when n % 50 = 0 then 'asleep' else 'awake' end, case when n % 50 = 0 then 'manual' end,
        case when n % 50 = 0 then now() end, true,
        case when n % 10 = 0 then 'open' else 'resolved' end,
        case when n % 100 = 0 then ${userId}::uuid end, 0, 0, 1, ${messagesEach}, ${messagesEach}, 0, ${messagesEach},
        case when n % 50 = 0 then 'human' else 'nobody' end,
        case when n % 50 = 0 then now() - n * interval '1 second' end,
        now() - n * interval '1 second', now() from made`.execute(trx)
    await sql`
      insert into message (workspace_id, conversation_id, seq, id, channel_id, author, kind, text, created_at)
      select ${workspaceId}, conversation_id, seq, gen_random_uuid(), ${quietChannelId}, 'contact', 'message',
        'Where is my parcel? I have been waiting for it since Monday.', now()
      from made, generate_series(1, ${messagesEach}::int) seq`.execute(trx)
  })
  for (const table of ['contact', 'conversation', 'message'])
    await sql.raw(`analyze ${table}`).execute(app.db)
}
