import type { Attachment } from '@baton/contract'
import type { UnitOfWork } from '../context.ts'
import { readNotifications } from '../notification/mark-read.ts'
import { requireActor } from '../staff/require-actor.ts'
import { changeControl, lockConversation } from './change-control.ts'
import { storeReadMark } from './mark-read.ts'
import { botBehind } from './queries.ts'
import { storeMessage } from './store-message.ts'

/**
 * A person answers the contact. By default that puts the bot to sleep; a waiting handover becomes theirs.
 * @throws DomainError not_found
 */
export async function sendReply(
  work: UnitOfWork,
  conversationId: string,
  userId: string | null,
  text: string,
  attachments: Attachment[] = [],
): Promise<{ id: string; seq: number }> {
  await requireActor(work, userId, 'reply')
  const row = await lockConversation(work, conversationId)
  const sleepBot = (await botBehind(work, row))?.sleep_on_user_message ?? true
  const { control } = await changeControl(
    work,
    row,
    { type: 'user_replied', by: { userId }, sleepBot },
    { actorId: userId },
  )
  if (row.open_handover) await recordFirstReply(work, row.open_handover.id)
  if (userId) {
    await storeReadMark(work, row.id, userId, control.lastSeq)
    await readNotifications(work, userId, { conversationId: row.id })
  }
  return storeMessage(work, row, {
    seq: control.lastSeq,
    author: 'user',
    kind: 'message',
    userId,
    text,
    attachments,
  })
}

async function recordFirstReply({ db, workspaceId, now }: UnitOfWork, handoverId: string): Promise<void> {
  await db
    .updateTable('handover')
    .set({ replied_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', handoverId)
    .where('replied_at', 'is', null)
    .execute()
}
