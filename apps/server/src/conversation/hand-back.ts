import type { UnitOfWork } from '../context.ts'
import { requireActor } from '../staff/require-actor.ts'
import { act } from './act.ts'
import type { ConversationRow } from './control.ts'

/** The bot goes on. The handover is over, and what the contact wrote since that nobody answered gets a turn. */
export async function handBack(
  work: UnitOfWork,
  id: string,
  userId: string | null,
): Promise<ConversationRow> {
  await requireActor(work, userId, 'reply')
  return act(work, id, { type: 'hand_back' }, { actorId: userId })
}
