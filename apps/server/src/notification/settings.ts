import {
  type NotificationEvent,
  type NotificationMatrix,
  type NotificationSettings,
  type NotificationSettingsInput,
  type NotificationWay,
  type NotificationWays,
  notificationWays,
} from '@baton/contract'
import { isOpenAt } from '@baton/handover'
import type { UnitOfWork } from '../context.ts'
import { findUser } from '../staff/queries.ts'

const inApp: NotificationWays = { app: true, email: false, push: false, sms: false }
const alsoByMail: NotificationWays = { ...inApp, email: true }

/** Enough to see since when mails fail. */
const mostLookedAt = 20

/** What a user is told before anybody sets it (R19). */
const defaults: NotificationMatrix = {
  conversation_assigned: alsoByMail,
  task_assigned: alsoByMail,
  new_message: inApp,
  handover_waiting: inApp,
  mentioned: inApp,
  task_due: inApp,
}

/** @throws DomainError not_found */
async function findSettings(work: UnitOfWork, userId: string): Promise<NotificationSettingsInput> {
  await findUser(work, userId)
  const row = await work.db
    .selectFrom('notification_setting')
    .select(['events', 'quiet_outside_hours'])
    .where('workspace_id', '=', work.workspaceId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return { events: row?.events ?? defaults, quietOutsideHours: row?.quiet_outside_hours ?? false }
}

/** What a user has set, and how mail to them stands. @throws DomainError not_found */
export async function viewSettings(work: UnitOfWork, userId: string): Promise<NotificationSettings> {
  return {
    userId,
    ...(await findSettings(work, userId)),
    mail: { setUp: work.app.mailer !== null, failing: await findFailing(work, userId) },
  }
}

/** The first mail that failed since the last one that got through. */
async function findFailing(
  { db, workspaceId }: UnitOfWork,
  userId: string,
): Promise<NotificationSettings['mail']['failing']> {
  const rows = await db
    .selectFrom('notification_delivery')
    .select(['status', 'last_error', 'created_at'])
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .where('way', '=', 'email')
    .where('status', 'in', ['sent', 'failed'])
    .orderBy('created_at', 'desc')
    .limit(mostLookedAt)
    .execute()
  const sentAt = rows.findIndex(({ status }) => status === 'sent')
  const failed = sentAt === -1 ? rows : rows.slice(0, sentAt)
  const [newest] = failed
  const oldest = failed.at(-1)
  return newest && oldest ? { since: oldest.created_at.toISOString(), reason: newest.last_error ?? '' } : null
}

/** @throws DomainError not_found */
export async function saveSettings(
  work: UnitOfWork,
  userId: string,
  input: NotificationSettingsInput,
): Promise<void> {
  const user = await findUser(work, userId)
  const row = { events: JSON.stringify(input.events), quiet_outside_hours: input.quietOutsideHours }
  await work.db
    .insertInto('notification_setting')
    .values({ workspace_id: work.workspaceId, user_id: userId, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'user_id']).doUpdateSet(row))
    .execute()
  work.emit({ type: 'user.saved', data: { userId }, audit: { name: user.name, changed: ['notifications'] } })
}

/** By which ways active users want to be told of an event at this moment. Others are not in the map. */
export async function waysOf(
  { db, workspaceId, now }: UnitOfWork,
  userIds: string[],
  event: NotificationEvent,
): Promise<Map<string, NotificationWay[]>> {
  if (userIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('staff_user')
    .leftJoin('notification_setting as setting', (join) =>
      join
        .onRef('setting.workspace_id', '=', 'staff_user.workspace_id')
        .onRef('setting.user_id', '=', 'staff_user.id'),
    )
    .select(['staff_user.id', 'hours', 'setting.events', 'setting.quiet_outside_hours'])
    .where('staff_user.workspace_id', '=', workspaceId)
    .where('staff_user.id', 'in', userIds)
    .where('active', '=', true)
    .orderBy('staff_user.id')
    .execute()
  return new Map(
    rows.map((row) => {
      const wanted = (row.events ?? defaults)[event]
      const isQuiet =
        row.quiet_outside_hours === true &&
        event !== 'handover_waiting' &&
        row.hours !== null &&
        !isOpenAt(row.hours, now.getTime())
      return [row.id, notificationWays.filter((way) => wanted[way] && (way === 'app' || !isQuiet))]
    }),
  )
}
