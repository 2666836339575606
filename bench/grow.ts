import { sql } from 'kysely'
import { transact } from '../apps/server/src/database/database.ts'
import type { World } from './world.ts'

/** From 1 to 9 messages, 5 on average, so that conversations are as unlike as they are. */
const lengthOf = sql`1 + (n * 7919) % 9`
const averageLength = 5
/** Every view fills its first page at every size; else a larger database would be compared by its longer pages. */
const needsHuman = sql`(n <= 60 or n % 50 = 0)`
const isMine = sql`(n <= 60 or n % 100 = 0)`
const isOpen = sql`(n <= 120 or n % 10 = 0)`

/**
 * Stores about so many messages in an empty database, in the states that an inbox has: most conversations are
 * resolved, a tenth is open, one in fifty needs a human, one in a hundred is one user's, and at least sixty are each.
 */
export async function grow(
  { app, workspaceId, quietChannelId, userId }: World,
  messages: number,
): Promise<void> {
  const conversations = Math.ceil(messages / averageLength)
  await transact(app.db, workspaceId, async (trx) => {
    await sql`
      create temporary table made on commit drop as
      select n, gen_random_uuid() as contact_id, gen_random_uuid() as conversation_id, ${lengthOf} as length
      from generate_series(1, ${conversations}::int) n`.execute(trx)
    await sql`
      insert into contact (workspace_id, id, name, created_at, updated_at)
      select ${workspaceId}, contact_id, 'Visitor ' || n, now(), now() from made`.execute(trx)
    await sql`
      insert into contact_identity (workspace_id, channel_id, external_id, contact_id)
      select ${workspaceId}, ${quietChannelId}, 'visitor-' || n, contact_id from made`.execute(trx)
    await sql`
      insert into conversation (workspace_id, id, channel_id, contact_id, epoch, bot_status, sleep_cause, slept_at, bot_on,
        status, assignee_id, attempts, watermark, bot_messages, last_seq, last_contact_seq, answered_seq, turn_seq,
        waits_for, waits_since, last_message_at, created_at)
      select ${workspaceId}, conversation_id, ${quietChannelId}, contact_id, 1,
        case when ${needsHuman} then 'asleep' else 'awake' end, case when ${needsHuman} then 'manual' end,
        case when ${needsHuman} then now() end, true,
        case when ${isOpen} then 'open' else 'resolved' end,
        case when ${isMine} then ${userId}::uuid end, 0, 0, 0, length, length, 0, length,
        case when ${needsHuman} then 'human' else 'nobody' end,
        case when ${needsHuman} then now() - n * interval '1 second' end,
        now() - n * interval '1 second', now() - n * interval '1 hour' from made`.execute(trx)
    await sql`
      insert into message (workspace_id, conversation_id, seq, id, channel_id, external_id, author, kind, text, created_at)
      select ${workspaceId}, conversation_id, seq, gen_random_uuid(), ${quietChannelId}, 'stored-' || n || '-' || seq,
        case when seq % 2 = 1 then 'contact' else 'user' end, 'message',
        'Where is my parcel? I have been waiting for it since Monday.', now() - n * interval '1 second'
      from made, generate_series(1, length) seq`.execute(trx)
  })
}

/** One open conversation with so many messages, the newest of all. Gives its id. */
export async function growConversation(
  { app, workspaceId, quietChannelId }: World,
  messages: number,
): Promise<string> {
  return transact(app.db, workspaceId, async (trx) => {
    const { rows } = await sql<{ id: string }>`
      with contact as (
        insert into contact (workspace_id, id, name, created_at, updated_at)
        values (${workspaceId}, gen_random_uuid(), 'Visitor 0', now(), now()) returning id)
      insert into conversation (workspace_id, id, channel_id, contact_id, epoch, bot_status, bot_on, status, attempts,
        watermark, bot_messages, last_seq, last_contact_seq, answered_seq, turn_seq, waits_for, last_message_at, created_at)
      select ${workspaceId}, gen_random_uuid(), ${quietChannelId}, id, 1, 'awake', true, 'open', 0,
        0, 0, ${messages}, ${messages}, 0, ${messages}, 'nobody', now(), now() - interval '30 days' from contact
      returning id`.execute(trx)
    const id = rows[0]?.id ?? ''
    await sql`
      insert into message (workspace_id, conversation_id, seq, id, channel_id, author, kind, text, created_at)
      select ${workspaceId}, ${id}, seq, gen_random_uuid(), ${quietChannelId},
        case when seq % 2 = 1 then 'contact' else 'user' end, 'message',
        'Where is my parcel? I have been waiting for it since Monday.', now() - (${messages}::int - seq) * interval '5 minutes'
      from generate_series(1, ${messages}::int) seq`.execute(trx)
    return id
  })
}

/** Conversations whose contact has just written once and whose bot is to answer: one for each turn to measure. */
export async function growTurns(
  { app, workspaceId, botChannelId }: World,
  count: number,
): Promise<{ conversationId: string; seq: number }[]> {
  return transact(app.db, workspaceId, async (trx) => {
    await sql`
      create temporary table made on commit drop as
      select gen_random_uuid() as contact_id, gen_random_uuid() as conversation_id
      from generate_series(1, ${count}::int)`.execute(trx)
    await sql`
      insert into contact (workspace_id, id, name, created_at, updated_at)
      select ${workspaceId}, contact_id, 'Visitor', now(), now() from made`.execute(trx)
    const { rows } = await sql<{ id: string }>`
      insert into conversation (workspace_id, id, channel_id, contact_id, epoch, bot_status, bot_on, status, attempts,
        watermark, bot_messages, last_seq, last_contact_seq, answered_seq, turn_seq, waits_for, waits_since,
        last_message_at, created_at)
      select ${workspaceId}, conversation_id, ${botChannelId}, contact_id, 1, 'awake', true, 'open', 0,
        0, 0, 1, 1, 0, 0, 'bot', now(), now(), now() from made
      returning id`.execute(trx)
    await sql`
      insert into message (workspace_id, conversation_id, seq, id, channel_id, author, kind, text, created_at)
      select ${workspaceId}, conversation_id, 1, gen_random_uuid(), ${botChannelId}, 'contact', 'message',
        'Where is my parcel?', now() from made`.execute(trx)
    return rows.map(({ id }) => ({ conversationId: id, seq: 1 }))
  })
}

/** Lets the planner know what is there, as autovacuum does within a minute on a server that runs. */
export async function analyze({ app }: World): Promise<void> {
  await sql`analyze`.execute(app.db)
}
