import type { NotificationEvent } from '@baton/contract'
import type { Audience, Effect } from '@baton/handover'
import type { UnitOfWork } from '../context.ts'
import type { ConversationRow } from '../conversation/control.ts'
import { type News, tell } from './tell.ts'

type Notify = Extract<Effect, { do: 'notify' }>

/**
 * Tells an audience what the state machine decided, and returns who was told. The dedupe key makes it once for each: a
 * reminder may come again, whatever else happens about one handover may not.
 */
export async function notify(
  work: UnitOfWork,
  conversation: ConversationRow,
  { about, handoverId, audience }: Notify,
): Promise<string[]> {
  const subject = handoverId ?? conversation.id
  const repeats = about === 'asked_again' || about === 'assigned' || about === 'woken_unclaimed'
  return tell(work, await audienceIds(work, audience), {
    about,
    event: eventOf(about, audience),
    dedupeKey: repeats ? `${about}:${subject}:${work.now.getTime()}` : `${about}:${subject}`,
    conversationId: conversation.id,
    handoverId,
    isUrgent: handoverId !== null,
  })
}

/** Tells all admins of a conversation that nobody has. */
export async function notifyAdmins(
  work: UnitOfWork,
  news: Pick<News, 'about' | 'conversationId' | 'dedupeKey'>,
): Promise<void> {
  const admins = await audienceIds(work, { to: 'admins' })
  await tell(work, admins, { ...news, event: 'handover_waiting', isUrgent: true })
}

/** Tells whoever has a conversation, or should: the assignee, else the team, else all admins. */
export async function notifyOwner(
  work: UnitOfWork,
  { assigneeId, teamId }: { assigneeId: string | null; teamId: string | null },
  news: Omit<News, 'event'>,
): Promise<void> {
  const audience: Audience = assigneeId
    ? { to: 'user', userId: assigneeId }
    : teamId
      ? { to: 'team', teamId }
      : { to: 'admins' }
  await tell(work, await audienceIds(work, audience), { ...news, event: 'handover_waiting' })
}

/** Which of the events that users can switch it is. A handover that goes to nobody in particular is one that waits. */
function eventOf(about: Notify['about'], audience: Audience): NotificationEvent {
  switch (about) {
    case 'handover':
      return audience.to === 'admins' ? 'handover_waiting' : 'conversation_assigned'
    case 'assigned':
      return 'conversation_assigned'
    case 'asked_again':
      return 'new_message'
    case 'target_missed':
    case 'woken_unclaimed':
      return 'handover_waiting'
  }
}

async function audienceIds({ db, workspaceId }: UnitOfWork, audience: Audience): Promise<string[]> {
  if (audience.to === 'user') return [audience.userId]
  if (audience.to === 'team') {
    const members = await db
      .selectFrom('team_member')
      .select('user_id')
      .where('workspace_id', '=', workspaceId)
      .where('team_id', '=', audience.teamId)
      .execute()
    return members.map((member) => member.user_id)
  }
  const admins = await db
    .selectFrom('staff_user')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('active', '=', true)
    .where('role', '=', 'admin')
    .execute()
  return admins.map((admin) => admin.id)
}
