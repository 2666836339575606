import type { AssignTo } from '@baton/handover'
import type { UnitOfWork } from '../context.ts'
import { requireActor } from '../staff/require-actor.ts'
import { requireAssignable } from '../staff/require-assignable.ts'
import { act } from './act.ts'
import type { ConversationRow } from './control.ts'

/** Gives a conversation to a user, a team or nobody. Who gets it is told. */
export async function assign(
  work: UnitOfWork,
  id: string,
  actorId: string | null,
  assignTo: AssignTo,
): Promise<ConversationRow> {
  await requireActor(work, actorId)
  await requireAssignable(work, assignTo)
  const userId = assignTo.type === 'user' ? assignTo.userId : null
  const teamId = assignTo.type === 'team' ? assignTo.teamId : null
  return act(work, id, { type: 'assign', userId, teamId }, { actorId })
}
