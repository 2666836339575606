import type { AppContext } from '../context.ts'
import { transact } from '../database/database.ts'

const hour = 3_600_000
const answersMs = 24 * hour
const deliveriesMs = 30 * 24 * hour

/**
 * Forgets what nobody asks for any more: answers kept under an `Idempotency-Key` for a day, and webhook
 * deliveries that are over for 30 days. Messages, handovers and the event log stay.
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
    return { answers: Number(answers.numDeletedRows), deliveries: Number(deliveries.numDeletedRows) }
  })
}
