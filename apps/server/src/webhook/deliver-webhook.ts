import { type AppContext, inWorkspace } from '../context.ts'
import type { JobData } from '../job/jobs.ts'
import { postOutside } from './post-outside.ts'
import { signatureHeaders } from './sign.ts'
import { writeBody } from './write-body.ts'

/** The receiver did not take a delivery. The job is run again, with growing waits. */
class DeliveryFailed extends Error {}

const mostAttempts = 13

/**
 * Delivers one event to one webhook. Receivers may get it twice (when the answer to it was lost) and know it
 * by its `webhook-id`, which stays the same. After the last attempt it stays as failed and can be sent again.
 */
export async function deliverWebhook(
  app: AppContext,
  { workspaceId, deliveryId }: JobData['webhook_delivery'],
): Promise<void> {
  const delivery = await inWorkspace(app, workspaceId, ({ db }) =>
    db
      .selectFrom('webhook_delivery')
      .innerJoin('webhook', (join) =>
        join
          .onRef('webhook.workspace_id', '=', 'webhook_delivery.workspace_id')
          .onRef('webhook.id', '=', 'webhook_delivery.webhook_id'),
      )
      .where('webhook_delivery.workspace_id', '=', workspaceId)
      .where('webhook_delivery.id', '=', deliveryId)
      .where('webhook_delivery.status', '=', 'pending')
      .selectAll('webhook')
      .select(['payload', 'attempts'])
      .executeTakeFirst(),
  )
  if (!delivery?.active) return
  const body = await writeBody(app, delivery, delivery.payload)
  if (body === null) {
    await forget(app, workspaceId, deliveryId)
    return
  }
  const headers = signatureHeaders(delivery.secret, deliveryId, app.clock(), body)
  let status: number | null = null
  let error: string | null = null
  try {
    status = await postOutside(delivery.url, body, headers, { allowPrivate: app.config.allowPrivateTargets })
    if (status < 200 || status > 299) error = `The receiver answered with ${status}.`
  } catch (cause) {
    error = cause instanceof Error ? cause.message : String(cause)
  }
  const attempts = delivery.attempts + 1
  const last = attempts >= mostAttempts
  await inWorkspace(app, workspaceId, ({ db, now }) =>
    db
      .updateTable('webhook_delivery')
      .set({
        attempts,
        last_status: status,
        last_error: error,
        status: error === null ? 'delivered' : last ? 'failed' : 'pending',
        delivered_at: error === null ? now : null,
      })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', deliveryId)
      .execute(),
  )
  if (error !== null && !last) throw new DeliveryFailed(error)
}

/** A channel is not told of what goes to another team. */
async function forget(app: AppContext, workspaceId: string, deliveryId: string): Promise<void> {
  await inWorkspace(app, workspaceId, ({ db }) =>
    db
      .deleteFrom('webhook_delivery')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', deliveryId)
      .execute(),
  )
}
