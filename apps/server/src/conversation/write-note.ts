import type { UnitOfWork } from '../context.ts'
import { requireActor } from '../staff/require-actor.ts'
import { changeControl, lockConversation } from './change-control.ts'
import { storeMessage } from './store-message.ts'

/** A private note between the messages. The contact never sees it, and it changes nothing else. */
export async function writeNote(
  work: UnitOfWork,
  conversationId: string,
  userId: string | null,
  text: string,
): Promise<{ id: string; seq: number }> {
  await requireActor(work, userId)
  const row = await lockConversation(work, conversationId)
  const { control } = await changeControl(work, row, { type: 'note_written' })
  return storeMessage(work, row, { seq: control.lastSeq, author: 'user', kind: 'note', userId, text })
}
