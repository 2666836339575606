import { randomUUIDv7 } from 'node:crypto'
import type pg from 'pg'
import { bareHandover } from './floor-handover.ts'
import type { World } from './world.ts'

/**
 * The database's own floor: the bare statements of an operation, over the same pool, written by hand and sent
 * by nothing but the driver. What Baton costs is what it takes beyond this.
 */
export type Floor = {
  receive: () => Promise<void>
  turn: () => Promise<void>
  /** A message and what comes of it: a handover, or the bot's answer. */
  messageAndHandover: () => Promise<void>
  messageAndTurn: () => Promise<void>
}

const conversations = 500

export async function createFloor(world: World): Promise<Floor> {
  const ids = await makeConversations(world, conversations)
  await world.app.pool.query('select pgboss.create_queue(\'floor\', \'{"policy":"standard"}\')')
  let next = 0
  const pick = () => ids[next++ % ids.length] ?? ''
  const receive = (id: string) =>
    inTransaction(world, (client) => receiveStatements(world, client, id))
  const turn = async (id: string) => {
    await inTransaction(world, (client) => openTurn(world, client, id))
    await inTransaction(world, (client) => closeTurn(world, client, id))
  }
  return {
    receive: () => receive(pick()),
    turn: () => turn(pick()),
    async messageAndTurn() {
      const id = pick()
      await receive(id)
      await turn(id)
    },
    async messageAndHandover() {
      const [id = ''] = await makeConversations(world, 1)
      await receive(id)
      await inTransaction(world, (client) => bareHandover(world, client, id))
    },
  }
}

/** A transaction that is held to the workspace, with nothing but the driver. */
export async function inTransaction<T>(
  { app, workspaceId }: World,
  run: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await app.pool.connect()
  try {
    await client.query(`begin; set local baton.workspace = '${workspaceId}'`)
    const value = await run(client)
    await client.query('commit')
    return value
  } finally {
    client.release()
  }
}

/** Find the place, lock it, store the message, move the conversation on, log it, queue the bot's turn. */
async function receiveStatements(
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
async function openTurn({ workspaceId, botId }: World, client: pg.PoolClient, id: string): Promise<void> {
  const seq = await lock(client, workspaceId, id)
  await readTurn(client, workspaceId, botId, id)
  await assess(client, workspaceId, id, seq, 'contact')
}

/** The answer and the verdict on it. A second transaction, for a brain may be slow. */
async function closeTurn(
  { workspaceId, quietChannelId }: World,
  client: pg.PoolClient,
  id: string,
): Promise<void> {
  const seq = await lock(client, workspaceId, id)
  await store(client, workspaceId, quietChannelId, id, seq + 1, 'user')
  await assess(client, workspaceId, id, seq, 'bot')
}

export async function lock(client: pg.PoolClient, workspaceId: string, id: string): Promise<number> {
  const { rows } = await client.query(
    'select * from conversation where workspace_id = $1 and id = $2 for update',
    [workspaceId, id],
  )
  return rows[0].last_seq
}

export async function readTurn(
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

export async function assess(
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

export async function store(
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

export async function logEvents(
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

async function makeConversations(world: World, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUIDv7())
  const { workspaceId, quietChannelId } = world
  await inTransaction(world, async (client) => {
    for (const id of ids) {
      const values = [workspaceId, id]
      await client.query(
        'insert into contact (workspace_id, id, created_at, updated_at) values ($1, $2, now(), now())',
        values,
      )
      await client.query(
        `insert into contact_identity (workspace_id, channel_id, external_id, contact_id) values ($1, $3, 'floor-' || $2, $2)`,
        [...values, quietChannelId],
      )
      await client.query(
        `insert into conversation (workspace_id, id, channel_id, contact_id, epoch, bot_status, bot_on, status, attempts,
           watermark, bot_messages, last_seq, last_contact_seq, answered_seq, turn_seq, waits_for, last_message_at, created_at)
         values ($1, $2, $3, $2, 1, 'awake', false, 'open', 0, 0, 0, 0, 0, 0, 0, 'nobody', now(), now())`,
        [...values, quietChannelId],
      )
    }
  })
  return ids
}
