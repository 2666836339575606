import { randomUUIDv7 } from 'node:crypto'
import type pg from 'pg'
import { bareCloseTurn, bareHandover, bareOpenTurn, bareReceive } from './statements.ts'
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
  const receive = (id: string) => inTransaction(world, (client) => bareReceive(world, client, id))
  const turn = async (id: string) => {
    await inTransaction(world, (client) => bareOpenTurn(world, client, id))
    await inTransaction(world, (client) => bareCloseTurn(world, client, id))
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
  let broken = true
  try {
    await client.query(`begin; set local baton.workspace = '${workspaceId}'`)
    const value = await run(client)
    await client.query('commit')
    broken = false
    return value
  } finally {
    client.release(broken)
  }
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
        `insert into contact_identity (workspace_id, channel_id, external_id, contact_id) values ($1, $3, $4, $2)`,
        [...values, quietChannelId, `floor-${id}`],
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
