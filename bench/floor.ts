import { randomUUIDv7 } from 'node:crypto'
import type pg from 'pg'
import type { World } from './world.ts'

/**
 * The database's own floor: the bare statements of an operation, over the same pool, written by hand and sent
 * by nothing but the driver. What Baton costs is what it takes beyond this.
 */
export type Floor = { receive: () => Promise<void>; turn: () => Promise<void> }

const conversations = 500

export async function createFloor(world: World): Promise<Floor> {
  const ids = await makeConversations(world)
  await world.app.pool.query('select pgboss.create_queue(\'floor\', \'{"policy":"standard"}\')')
  let next = 0
  const pick = () => ids[next++ % ids.length] ?? ''
  return {
    receive: () => inTransaction(world, (client) => receive(world, client, pick())),
    turn: () => inTransaction(world, (client) => turn(world, client, pick())),
  }
}

async function inTransaction(world: World, run: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await world.app.pool.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('baton.workspace', $1, true)", [world.workspaceId])
    await run(client)
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** Find the place, lock it, store the message, move the conversation on, log it, queue the bot's turn. */
async function receive(
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
  const { rows } = await client.query(
    'select * from conversation where workspace_id = $1 and id = $2 for update',
    [workspaceId, id],
  )
  await store(client, workspaceId, quietChannelId, id, rows[0].last_seq + 1, 'contact')
  await client.query('insert into pgboss.job (name, data) values ($1, $2)', ['floor', JSON.stringify({ id })])
}

/** Lock, read what was said, write down the verdict twice, answer. */
async function turn(
  { workspaceId, quietChannelId }: World,
  client: pg.PoolClient,
  id: string,
): Promise<void> {
  const { rows } = await client.query(
    'select * from conversation where workspace_id = $1 and id = $2 for update',
    [workspaceId, id],
  )
  const seq = rows[0].last_seq + 1
  await client.query(
    'select * from message where workspace_id = $1 and conversation_id = $2 order by seq desc limit 60',
    [workspaceId, id],
  )
  for (const judged of ['contact', 'bot'])
    await client.query(
      `insert into assessment (workspace_id, conversation_id, seq, judged, decision, outcome, scores, failed_attempts, created_at)
       values ($1, $2, $3, $4, 'answer', 'sent', '[]', 0, now())`,
      [workspaceId, id, seq, judged],
    )
  await store(client, workspaceId, quietChannelId, id, seq, 'user')
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
    `insert into message (workspace_id, conversation_id, seq, id, channel_id, author, kind, text, created_at)
     values ($1, $2, $3, $4, $5, $6, 'message', 'What are your hours?', now())`,
    [workspaceId, conversationId, seq, randomUUIDv7(), channelId, author],
  )
  await client.query(
    'update conversation set last_seq = $3, last_message_at = now() where workspace_id = $1 and id = $2',
    [workspaceId, conversationId, seq],
  )
  await client.query(
    `insert into event (workspace_id, type, conversation_id, data, created_at) values ($1, 'message.created', $2, $3, now())`,
    [workspaceId, conversationId, JSON.stringify({ seq, author, text: 'What are your hours?' })],
  )
}

async function makeConversations(world: World): Promise<string[]> {
  const ids: string[] = []
  await inTransaction(world, async (client) => {
    for (let made = 0; made < conversations; made++) {
      const [id, contactId] = [randomUUIDv7(), randomUUIDv7()]
      ids.push(id)
      await client.query(
        'insert into contact (workspace_id, id, created_at, updated_at) values ($1, $2, now(), now())',
        [world.workspaceId, contactId],
      )
      await client.query(
        'insert into contact_identity (workspace_id, channel_id, external_id, contact_id) values ($1, $2, $3, $4)',
        [world.workspaceId, world.quietChannelId, `floor-${id}`, contactId],
      )
      await client.query(
        `insert into conversation (workspace_id, id, channel_id, contact_id, epoch, bot_status, bot_on, status, attempts,
           watermark, bot_messages, last_seq, last_contact_seq, answered_seq, turn_seq, waits_for, last_message_at, created_at)
         values ($1, $2, $3, $4, 1, 'awake', false, 'open', 0, 0, 0, 0, 0, 0, 0, 'nobody', now(), now())`,
        [world.workspaceId, id, world.quietChannelId, contactId],
      )
    }
  })
  return ids
}
