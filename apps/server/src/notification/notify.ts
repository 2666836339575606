import type { Audience, Effect } from '@baton/handover'
import { newId, type UnitOfWork } from '../context.ts'
import type { ConversationRow } from '../conversation/control.ts'

/**
 * Tells an audience inside the app and returns who was told. The dedupe key makes it once for each: a
 * reminder may come again, whatever else happens about one handover may not.
 */
export async function notify(
  work: UnitOfWork,
  conversation: ConversationRow,
  { about, handoverId, audience }: Extract<Effect, { do: 'notify' }>,
): Promise<string[]> {
  const userIds = await audienceIds(work, audience)
  if (userIds.length === 0) return []
  const subject = handoverId ?? conversation.id
  const repeats = about === 'asked_again' || about === 'assigned' || about === 'woken_unclaimed'
  const dedupeKey = repeats ? `${about}:${subject}:${work.now.getTime()}` : `${about}:${subject}`
  const told = await work.db
    .insertInto('notification')
    .values(
      userIds.map((userId) => ({
        workspace_id: work.workspaceId,
        id: newId(),
        user_id: userId,
        about,
        dedupe_key: dedupeKey,
        conversation_id: conversation.id,
        handover_id: handoverId,
        created_at: work.now,
        read_at: null,
      })),
    )
    .onConflict((conflict) => conflict.constraint('notification_once').doNothing())
    .returning(['id', 'user_id'])
    .execute()
  for (const { id, user_id } of told)
    work.emit({
      type: 'notification.created',
      conversationId: conversation.id,
      data: { notificationId: id, userId: user_id, about, handoverId },
    })
  return userIds
}

async function audienceIds({ db, workspaceId }: UnitOfWork, audience: Audience): Promise<string[]> {
  const active = db
    .selectFrom('staff_user')
    .select('staff_user.id')
    .where('staff_user.workspace_id', '=', workspaceId)
    .where('active', '=', true)
    .orderBy('staff_user.id')
  if (audience.to === 'user') return ids(await active.where('staff_user.id', '=', audience.userId).execute())
  if (audience.to === 'admins') return ids(await active.where('role', '=', 'admin').execute())
  return ids(
    await active
      .innerJoin('team_member', (join) =>
        join
          .onRef('team_member.workspace_id', '=', 'staff_user.workspace_id')
          .onRef('team_member.user_id', '=', 'staff_user.id'),
      )
      .where('team_member.team_id', '=', audience.teamId)
      .execute(),
  )
}

function ids(rows: { id: string }[]): string[] {
  return rows.map((row) => row.id)
}
