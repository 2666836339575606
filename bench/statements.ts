import { randomUUIDv7 } from 'node:crypto'
import type pg from 'pg'
import type { World } from './world.ts'

/** Find the place, lock it, store the message, move the conversation on, log it, queue the bot's turn. */
export async function bareReceive(
  { workspaceId, quietChannelId }: World,
  client: pg.PoolClient,
  id: string,
): Promise<void> {
  await client.query(
    `select i.contact_id, c.id from contact_identity i
     join conversation c on c.workspace_id = i.workspace_id and c.channel_id = i.channel_id and c.contact_id = i.contact_id
     where i.workspace_id = $1 and i.channel_id = $2 and i.external_id = $3`,
    [workspaceId, quietChannelId, `floor-${id}`],
  )
  const seq = await lock(client, workspaceId, id)
  await store(client, workspaceId, quietChannelId, id, seq + 1, 'contact')
  await client.query('insert into pgboss.job (name, data) values ($1, $2)', ['floor', JSON.stringify({ id })])
}

/** What a turn reads before the brain is asked, and the verdict on the contact's words. */
export async function bareOpenTurn(
  { workspaceId, botId }: World,
  client: pg.PoolClient,
  id: string,
): Promise<void> {
  const seq = await lock(client, workspaceId, id)
  await readTurn(client, workspaceId, botId, id)
  await assess(client, workspaceId, id, seq, 'contact')
}

/** The answer and the verdict on it. A second transaction, for a brain may be slow. */
export async function bareCloseTurn(
  { workspaceId, quietChannelId }: World,
  client: pg.PoolClient,
  id: string,
): Promise<void> {
  const seq = await lock(client, workspaceId, id)
  await store(client, workspaceId, quietChannelId, id, seq + 1, 'user')
  await assess(client, workspaceId, id, seq, 'bot')
}

/**
 * A handover in bare statements: read the turn and who may take it, say the final message, make the task, set
 * the tag, tell the user, write all of it down and put the bot to sleep.
 */
export async function bareHandover(
  { workspaceId, quietChannelId, botId, userId }: World,
  client: pg.PoolClient,
  id: string,
): Promise<void> {
  const seq = await lock(client, workspaceId, id)
  await readTurn(client, workspaceId, botId, id)
  const handoverId = randomUUIDv7()
  await client.query('select * from staff_user where workspace_id = $1 and id = $2 for no key update', [
    workspaceId,
    userId,
  ])
  await client.query(
    `select count(*) from handover where workspace_id = $1 and user_id = $2 and status <> 'ended'`,
    [workspaceId, userId],
  )
  await client.query('update staff_user set idle_since = now() where workspace_id = $1 and id = $2', [
    workspaceId,
    userId,
  ])
  await store(client, workspaceId, quietChannelId, id, seq + 1, 'user')
  await client.query(
    `insert into task (workspace_id, id, contact_id, conversation_id, handover_id, title, text, created_at)
     values ($1, $2, $3, $3, $4, 'Call back', '', now())`,
    [workspaceId, randomUUIDv7(), id, handoverId],
  )
  await client.query(
    `insert into contact_tag (workspace_id, contact_id, tag, folded, created_at)
      values ($1, $2, 'human_handover', 'human_handover', now())
     on conflict do nothing`,
    [workspaceId, id],
  )
  await client.query(
    `insert into notification (workspace_id, id, user_id, about, dedupe_key, conversation_id, handover_id, created_at)
     values ($1, $2, $3, 'handover', $6, $4, $5, now())`,
    [workspaceId, randomUUIDv7(), userId, id, handoverId, handoverId],
  )
  await client.query(
    `insert into handover (workspace_id, id, conversation_id, contact_id, kind, scenario_name, cause, evidence, status,
       user_id, trail, steps, brief, began_at)
     values ($1, $2, $3, $3, 'human_requested', 'Wants a person', 'scenario', '[]', 'waiting', $4, '[]', '[]', '{}', now())`,
    [workspaceId, handoverId, id, userId],
  )
  await client.query(
    `update conversation set bot_status = 'asleep', sleep_cause = 'handover', slept_at = now(), open_handover = $3,
       waits_for = 'human', waits_since = now(), assignee_id = $4 where workspace_id = $1 and id = $2`,
    [workspaceId, id, JSON.stringify({ id: handoverId }), userId],
  )
  await assess(client, workspaceId, id, seq, 'contact')
  await logEvents(client, workspaceId, id, 4)
}

async function lock(client: pg.PoolClient, workspaceId: string, id: string): Promise<number> {
  const { rows } = await client.query(
    'select * from conversation where workspace_id = $1 and id = $2 for update',
    [workspaceId, id],
  )
  return rows[0].last_seq
}

async function readTurn(
  client: pg.PoolClient,
  workspaceId: string,
  botId: string,
  id: string,
): Promise<void> {
  await client.query('select * from bot where workspace_id = $1 and id = $2', [workspaceId, botId])
  await client.query(
    'select * from scenario where workspace_id = $1 and bot_id = $2 and enabled order by position',
    [workspaceId, botId],
  )
  await client.query(
    'select * from message where workspace_id = $1 and conversation_id = $2 order by seq desc limit 60',
    [workspaceId, id],
  )
}

async function assess(
  client: pg.PoolClient,
  workspaceId: string,
  id: string,
  seq: number,
  judged: 'contact' | 'bot',
): Promise<void> {
  await client.query(
    `insert into assessment (workspace_id, conversation_id, seq, judged, decision, outcome, scores, failed_attempts, created_at)
     values ($1, $2, $3, $4, 'answer', 'sent', '[]', 0, now())
     on conflict (workspace_id, conversation_id, seq, judged) do nothing`,
    [workspaceId, id, seq, judged],
  )
}

async function store(
  client: pg.PoolClient,
  workspaceId: string,
  channelId: string,
  conversationId: string,
  seq: number,
  author: 'contact' | 'user',
): Promise<void> {
  await client.query(
    `insert into message (workspace_id, conversation_id, seq, id, channel_id, external_id, author, kind, text, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'message', 'What are your hours?', now())`,
    [
      workspaceId,
      conversationId,
      seq,
      randomUUIDv7(),
      channelId,
      author === 'contact' ? `${conversationId}-${seq}` : null,
      author,
    ],
  )
  await client.query(
    'update conversation set last_seq = $3, last_message_at = now() where workspace_id = $1 and id = $2',
    [workspaceId, conversationId, seq],
  )
  await logEvents(client, workspaceId, conversationId, 1)
}

async function logEvents(
  client: pg.PoolClient,
  workspaceId: string,
  conversationId: string,
  count: number,
): Promise<void> {
  await client.query(
    `insert into event (workspace_id, type, conversation_id, data, created_at)
     select $1, 'message.created', $2, $3, now() from generate_series(1, $4::int)`,
    [workspaceId, conversationId, JSON.stringify({ text: 'What are your hours?' }), count],
  )
}
