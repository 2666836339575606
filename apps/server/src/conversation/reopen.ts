import type { UnitOfWork } from '../context.ts'
import { requireActor } from '../staff/require-actor.ts'
import { act } from './act.ts'
import type { ConversationRow } from './control.ts'

/** A resolved or snoozed conversation comes back to the inbox. */
export async function reopen(work: UnitOfWork, id: string, userId: string | null): Promise<ConversationRow> {
  await requireActor(work, userId)
  return act(work, id, { type: 'reopen' }, { actorId: userId })
}
