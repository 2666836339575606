import type { TypingInput } from '@baton/contract'
import type { UnitOfWork } from '../context.ts'
import { requireActor } from '../staff/require-actor.ts'
import type { ConversationRow } from './control.ts'

/**
 * Tells those who look at a conversation that a user is writing there, or has stopped. Nothing of it is stored.
 * @throws DomainError unknown_user, user_deactivated
 */
export async function sayTyping(
  work: UnitOfWork,
  { id: conversationId }: ConversationRow,
  { userId, typing, kind }: TypingInput,
): Promise<void> {
  await requireActor(work, userId)
  const { app, workspaceId } = work
  app.writings.tellTyping({ workspaceId, conversationId, userId, typing, kind })
}
