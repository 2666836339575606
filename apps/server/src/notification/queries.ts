import type { NotificationQuery } from '@baton/contract'
import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { afterId, toPage } from '../database/page.ts'

/** A notification with the names of what it is about. */
export type NotificationRow = Awaited<ReturnType<typeof listNotifications>>['rows'][number]

/** What the app tells a user, newest first. */
export async function listNotifications(work: UnitOfWork, query: NotificationQuery) {
  const after = afterId(query)
  let select = inApp(work, query.userId)
    .orderBy('notification.id', 'desc')
    .limit(query.limit + 1)
  if (after) select = select.where('notification.id', '<', after)
  if (query.unread !== undefined)
    select = select.where('notification.read_at', query.unread ? 'is' : 'is not', null)
  return toPage(await select.execute(), query.limit)
}

/** One notification, whichever way it goes. */
export function findNotification(work: UnitOfWork, id: string): Promise<NotificationRow> {
  return named(work).where('notification.id', '=', id).executeTakeFirstOrThrow()
}

export async function countUnread({ db, workspaceId }: UnitOfWork, userId: string): Promise<number> {
  const row = await db
    .selectFrom('notification')
    .select(sql<number>`count(*)`.as('unread'))
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .where('read_at', 'is', null)
    .where(sql<boolean>`in_app`)
    .executeTakeFirstOrThrow()
  return row.unread
}

function inApp(work: UnitOfWork, userId: string) {
  return named(work).where('notification.user_id', '=', userId).where(sql<boolean>`in_app`)
}

function named({ db, workspaceId }: UnitOfWork) {
  return db
    .selectFrom('notification')
    .leftJoin('conversation', (join) =>
      join
        .onRef('conversation.workspace_id', '=', 'notification.workspace_id')
        .onRef('conversation.id', '=', 'notification.conversation_id'),
    )
    .leftJoin('handover', (join) =>
      join
        .onRef('handover.workspace_id', '=', 'notification.workspace_id')
        .onRef('handover.id', '=', 'notification.handover_id'),
    )
    .leftJoin('task', (join) =>
      join
        .onRef('task.workspace_id', '=', 'notification.workspace_id')
        .onRef('task.id', '=', 'notification.task_id'),
    )
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'notification.workspace_id')
        .on('contact.id', '=', sql<string>`coalesce(conversation.contact_id, task.contact_id)`),
    )
    .selectAll('notification')
    .select(['contact.name as contact_name', 'handover.scenario_name', 'task.title as task_title'])
    .where('notification.workspace_id', '=', workspaceId)
}
