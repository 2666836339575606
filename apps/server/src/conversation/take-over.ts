import type { UnitOfWork } from '../context.ts'
import { requireActor } from '../staff/require-actor.ts'
import { act } from './act.ts'
import type { ConversationRow } from './control.ts'

/** A person, or an API key, stops the bot. A waiting handover becomes theirs; a wake timer that ran is void. */
export async function takeOver(
  work: UnitOfWork,
  id: string,
  userId: string | null,
): Promise<ConversationRow> {
  await requireActor(work, userId, 'reply')
  return act(work, id, { type: 'take_over', by: { userId } }, { actorId: userId })
}
