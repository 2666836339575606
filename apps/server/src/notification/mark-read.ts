import type { UnitOfWork } from '../context.ts'

/** Which of a user's notifications: those named, those about a conversation, or all. */
export type Which = { ids: string[] } | { conversationId: string } | 'all'

/** Marks what a user was told as read. */
export async function readNotifications(work: UnitOfWork, userId: string, which: Which): Promise<void> {
  if (which !== 'all' && 'ids' in which && which.ids.length === 0) return
  let update = work.db
    .updateTable('notification')
    .set({ read_at: work.now })
    .where('workspace_id', '=', work.workspaceId)
    .where('user_id', '=', userId)
    .where('read_at', 'is', null)
    .returning('id')
  if (which !== 'all')
    update =
      'ids' in which
        ? update.where('id', 'in', which.ids)
        : update.where('conversation_id', '=', which.conversationId)
  const read = await update.execute()
  if (read.length === 0) return
  work.emit({
    type: 'notification.read',
    data: { userId, notificationIds: read.map((row) => row.id) },
  })
}
