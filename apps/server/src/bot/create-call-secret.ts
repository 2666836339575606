import type { UnitOfWork } from '../context.ts'
import { newSecret } from '../webhook/sign.ts'
import { aboutCalls } from './brain/external.ts'
import { findBot } from './save-bot.ts'

/**
 * Makes the secret that calls of an outside bot are signed with, in place of the one before.
 * @throws DomainError not_found
 */
export async function createCallSecret(work: UnitOfWork, botId: string): Promise<{ secret: string }> {
  const { name, revision } = await findBot(work, botId, { lock: true })
  const secret = newSecret()
  await work.db
    .updateTable('bot')
    .set({ call_secret: await work.app.seal.close(secret, aboutCalls(botId)) })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', botId)
    .execute()
  work.emit({ type: 'bot.saved', data: { botId, revision }, audit: { name, changed: ['callSecret'] } })
  return { secret }
}
