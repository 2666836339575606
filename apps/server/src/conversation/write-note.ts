import type { UnitOfWork } from '../context.ts'
import { tell } from '../notification/tell.ts'
import { requireActor } from '../staff/require-actor.ts'
import { changeControl, lockConversation } from './change-control.ts'
import { storeMessage } from './store-message.ts'

/**
 * A private note between the messages. The contact never sees it; whom it names is told, and it changes nothing else.
 * @throws DomainError not_found, unknown_user, user_deactivated
 */
export async function writeNote(
  work: UnitOfWork,
  conversationId: string,
  userId: string | null,
  text: string,
  mentions: string[] = [],
): Promise<{ id: string; seq: number }> {
  await requireActor(work, userId)
  for (const mentioned of mentions) await requireActor(work, mentioned)
  const row = await lockConversation(work, conversationId)
  const { control } = await changeControl(work, row, { type: 'note_written' })
  const note = { seq: control.lastSeq, author: 'user', kind: 'note', userId, text, mentions } as const
  const stored = await storeMessage(work, row, note)
  const others = mentions.filter((mentioned) => mentioned !== userId)
  await tell(work, others, {
    about: 'mentioned',
    event: 'mentioned',
    dedupeKey: `mentioned:${stored.id}`,
    conversationId,
  })
  return stored
}
