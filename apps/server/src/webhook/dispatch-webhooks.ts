import { sql } from 'kysely'
import { type AppContext, inWorkspace, newId } from '../context.ts'
import { transact } from '../database/database.ts'
import { readEvents } from '../event/follow-events.ts'

/**
 * Turns new events into deliveries, for every webhook that is behind. Each webhook keeps its own place in the
 * log; the place and the deliveries are written together, so an event is delivered for each webhook once,
 * whichever process does it.
 * @returns how many deliveries were made
 */
export async function dispatchWebhooks(app: AppContext): Promise<number> {
  const webhooks = await transact(app.db, '*', (trx) =>
    trx.selectFrom('webhook').select(['workspace_id', 'id']).where('active', '=', true).execute(),
  )
  let made = 0
  for (const webhook of webhooks) made += await dispatchOne(app, webhook.workspace_id, webhook.id)
  return made
}

async function dispatchOne(app: AppContext, workspaceId: string, webhookId: string): Promise<number> {
  return inWorkspace(app, workspaceId, async (work) => {
    const webhook = await work.db
      .selectFrom('webhook')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', webhookId)
      .where('active', '=', true)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!webhook) return 0
    const after = { xid: Number(webhook.cursor_xid), seq: Number(webhook.cursor_seq) }
    const events = await readEvents(app.db, workspaceId, after)
    const last = events.at(-1)
    if (!last) return 0
    const all = webhook.event_types.length === 0
    const wanted = all ? events : events.filter(({ type }) => webhook.event_types.includes(type))
    const deliveries = wanted.map((event) => ({
      workspace_id: workspaceId,
      id: newId(),
      webhook_id: webhookId,
      event_seq: String(event.cursor.seq),
      event_type: event.type,
      payload: JSON.stringify({
        type: event.type,
        timestamp: event.at.toISOString(),
        conversationId: event.conversationId,
        data: event.data,
      }),
      status: 'pending' as const,
      last_status: null,
      last_error: null,
      next_attempt_at: null,
      created_at: work.now,
      delivered_at: null,
    }))
    if (deliveries.length > 0) {
      const stored = await work.db
        .insertInto('webhook_delivery')
        .values(deliveries)
        .onConflict((conflict) => conflict.constraint('webhook_delivery_once').doNothing())
        .returning('id')
        .execute()
      for (const { id } of stored) work.enqueue('webhook_delivery', { workspaceId, deliveryId: id })
    }
    await work.db
      .updateTable('webhook')
      .set({ cursor_xid: sql`${String(last.cursor.xid)}::xid8`, cursor_seq: String(last.cursor.seq) })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', webhookId)
      .execute()
    return deliveries.length
  })
}
