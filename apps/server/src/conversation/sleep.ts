import type { UnitOfWork } from '../context.ts'
import { requireActor } from '../staff/require-actor.ts'
import { act } from './act.ts'
import type { ConversationRow } from './control.ts'
import { type Until, untilDate } from './until.ts'

/** Puts the bot to sleep: until a time, or until somebody wakes it. While asleep, the time is set anew. */
export async function sleep(
  work: UnitOfWork,
  id: string,
  userId: string | null,
  until: Until,
): Promise<ConversationRow> {
  await requireActor(work, userId, 'reply')
  const wakesAt = untilDate(until, work.now)
  const event = { type: 'sleep' as const, by: { userId }, until: wakesAt?.getTime() ?? null }
  return act(work, id, event, { actorId: userId })
}
