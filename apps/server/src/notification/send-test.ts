import { newId, type UnitOfWork } from '../context.ts'
import { findUser } from '../staff/queries.ts'
import { requireActor } from '../staff/require-actor.ts'
import { findNotification, type NotificationRow } from './queries.ts'
import { tell } from './tell.ts'

/**
 * Tells a user something by every way that is on for what matters most (R19).
 * @throws DomainError not_found, user_deactivated
 */
export async function sendTest(work: UnitOfWork, userId: string): Promise<NotificationRow> {
  await findUser(work, userId)
  await requireActor(work, userId)
  const dedupeKey = `test:${newId()}`
  await tell(work, [userId], {
    about: 'test',
    event: 'conversation_assigned',
    dedupeKey,
    isUrgent: true,
  })
  const { id } = await work.db
    .selectFrom('notification')
    .select('id')
    .where('workspace_id', '=', work.workspaceId)
    .where('user_id', '=', userId)
    .where('dedupe_key', '=', dedupeKey)
    .executeTakeFirstOrThrow()
  return findNotification(work, id)
}
