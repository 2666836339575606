import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import { requireActor } from '../staff/require-actor.ts'
import { act } from './act.ts'
import type { ConversationRow } from './control.ts'
import { type Until, untilDate } from './until.ts'

/** Puts a conversation away until a time. It comes back earlier when anybody writes. */
export async function snooze(
  work: UnitOfWork,
  id: string,
  userId: string | null,
  until: Until,
): Promise<ConversationRow> {
  await requireActor(work, userId)
  const at = untilDate(until, work.now)
  if (!at) throw new DomainError('invalid_request', 'Say until when: give `until` or `minutes`.')
  return act(work, id, { type: 'snooze', until: at.getTime() }, { actorId: userId })
}
