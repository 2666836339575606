import { randomUUIDv7 } from 'node:crypto'
import type pg from 'pg'
import { assess, lock, logEvents, readTurn, store } from './floor.ts'
import type { World } from './world.ts'

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
    `insert into contact_tag (workspace_id, contact_id, tag, created_at) values ($1, $2, 'human_handover', now())
     on conflict do nothing`,
    [workspaceId, id],
  )
  await client.query(
    `insert into notification (workspace_id, id, user_id, about, dedupe_key, conversation_id, handover_id, created_at)
     values ($1, $2, $3, 'handover', $2::text, $4, $5, now())`,
    [workspaceId, randomUUIDv7(), userId, id, handoverId],
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
    [workspaceId, id, handoverId, userId],
  )
  await assess(client, workspaceId, id, seq, 'contact')
  await logEvents(client, workspaceId, id, 4)
}
