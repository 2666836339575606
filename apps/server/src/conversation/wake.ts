import type { UnitOfWork } from '../context.ts'
import { requireActor } from '../staff/require-actor.ts'
import { act } from './act.ts'
import type { ConversationRow } from './control.ts'

/** Wakes the bot. A handover that nobody answered keeps standing in *Needs a human*. */
export async function wake(work: UnitOfWork, id: string, userId: string | null): Promise<ConversationRow> {
  await requireActor(work, userId, 'reply')
  return act(work, id, { type: 'wake' }, { actorId: userId })
}
