import type { ReadInput } from '@baton/contract'
import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { readNotifications } from '../notification/mark-read.ts'
import { requireActor } from '../staff/require-actor.ts'
import type { ConversationRow } from './control.ts'

/**
 * Says how far a user has read, and returns it. It never goes back, as two windows may tell in any order, unless the
 * user marks the conversation unread. Who has read all of it has read what they were told about it.
 * @throws DomainError unknown_user, user_deactivated
 */
export async function markRead(
  work: UnitOfWork,
  conversation: ConversationRow,
  { userId, seq, unread }: ReadInput,
): Promise<number> {
  await requireActor(work, userId)
  if (unread) return storeReadMark(work, conversation.id, userId, conversation.last_contact_seq - 1, true)
  const read = await storeReadMark(
    work,
    conversation.id,
    userId,
    Math.min(seq ?? Infinity, conversation.last_seq),
  )
  if (read >= conversation.last_contact_seq)
    await readNotifications(work, userId, { conversationId: conversation.id })
  return read
}

export async function storeReadMark(
  { db, workspaceId }: UnitOfWork,
  conversationId: string,
  userId: string,
  seq: number,
  mayGoBack = false,
): Promise<number> {
  const row = await db
    .insertInto('conversation_read')
    .values({
      workspace_id: workspaceId,
      user_id: userId,
      conversation_id: conversationId,
      seq: Math.max(0, seq),
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'user_id', 'conversation_id']).doUpdateSet({
        seq: mayGoBack ? sql`excluded.seq` : sql`greatest(conversation_read.seq, excluded.seq)`,
      }),
    )
    .returning('seq')
    .executeTakeFirstOrThrow()
  return row.seq
}
