import type { AppContext } from '../context.ts'
import { transact } from '../database/database.ts'

const hour = 3_600_000
const answersMs = 24 * hour
const uploadsMs = 24 * hour
const deliveriesMs = 30 * 24 * hour
const linksMs = 30 * 24 * hour

/**
 * Forgets what nobody asks for any more: answers kept under an `Idempotency-Key` for a day, and webhook
 * deliveries that are over for 30 days; files that were uploaded a day ago and never sent; sessions that have run out, failed attempts of yesterday, and links that ran out 30
 * days ago. Messages, handovers and the event log stay.
 */
export async function purgeOld(app: AppContext): Promise<{ answers: number; deliveries: number }> {
  const now = app.clock().getTime()
  return transact(app.db, '*', async (trx) => {
    const answers = await trx
      .deleteFrom('idempotency_key')
      .where('created_at', '<', new Date(now - answersMs))
      .executeTakeFirst()
    const deliveries = await trx
      .deleteFrom('webhook_delivery')
      .where('status', '<>', 'pending')
      .where('created_at', '<', new Date(now - deliveriesMs))
      .executeTakeFirst()
    await trx
      .deleteFrom('attachment')
      .where('message_id', 'is', null)
      .where('created_at', '<', new Date(now - uploadsMs))
      .execute()
    await trx
      .deleteFrom('auth.attempt')
      .where('since', '<', new Date(now - answersMs))
      .execute()
    await trx
      .deleteFrom('auth.session')
      .where('expires_at', '<', new Date(now - answersMs))
      .execute()
    for (const table of ['invitation', 'password_reset'] as const)
      await trx
        .deleteFrom(table)
        .where('expires_at', '<', new Date(now - linksMs))
        .execute()
    return { answers: Number(answers.numDeletedRows), deliveries: Number(deliveries.numDeletedRows) }
  })
}
