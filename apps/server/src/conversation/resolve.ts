import type { UnitOfWork } from '../context.ts'
import { requireActor } from '../staff/require-actor.ts'
import { act } from './act.ts'
import type { ConversationRow } from './control.ts'

/** The conversation is done. It opens again when the contact writes. */
export async function resolve(work: UnitOfWork, id: string, userId: string | null): Promise<ConversationRow> {
  await requireActor(work, userId)
  return act(work, id, { type: 'resolve' }, { actorId: userId })
}
