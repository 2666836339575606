import type { UnitOfWork } from '../context.ts'
import { requireActor } from '../staff/require-actor.ts'
import { act } from './act.ts'
import type { ConversationRow } from './control.ts'

/** A person takes a handover that waits. */
export async function claim(work: UnitOfWork, id: string, userId: string): Promise<ConversationRow> {
  await requireActor(work, userId, 'reply')
  return act(work, id, { type: 'claim', userId }, { actorId: userId })
}
