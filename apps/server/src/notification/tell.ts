import type { NotificationAbout, NotificationEvent, NotificationWay } from '@baton/contract'
import { newId, type UnitOfWork } from '../context.ts'
import { findWorkspace } from '../workspace/view.ts'
import { mailAfterMs } from './mail-notification.ts'
import { waysOf } from './settings.ts'

/** What users are told of. */
export type News = {
  about: NotificationAbout
  event: NotificationEvent
  /** Nobody is told twice under the same key. */
  dedupeKey: string
  conversationId?: string | null
  handoverId?: string | null
  taskId?: string | null
  /** They are told of this too, at the same moment: so only by ways by which they are not told of it. */
  beside?: NotificationEvent
  /** Somebody must be told: if all concerned have switched it off, all are told in the app. */
  isUrgent?: boolean
}

/** Tells users by the ways that they want, once each. Returns those who are told, now or before. */
export async function tell(work: UnitOfWork, userIds: string[], news: News): Promise<string[]> {
  const wanted = await waysOf(work, userIds, news.event)
  const beside = news.beside ? await waysOf(work, userIds, news.beside) : new Map<string, NotificationWay[]>()
  const listening = [...wanted]
    .map(([id, ways]): [string, NotificationWay[]] => [
      id,
      ways.filter((way) => !beside.get(id)?.includes(way)),
    ])
    .filter(([, ways]) => ways.length > 0)
  const told: [string, NotificationWay[]][] =
    listening.length === 0 && news.isUrgent ? [...wanted.keys()].map((id) => [id, ['app']]) : listening
  if (told.length === 0) return []
  const { conversationId = null, handoverId = null, taskId = null } = news
  const stored = await work.db
    .insertInto('notification')
    .values(
      told.map(([userId, ways]) => ({
        workspace_id: work.workspaceId,
        id: newId(),
        user_id: userId,
        about: news.about,
        dedupe_key: news.dedupeKey,
        conversation_id: conversationId,
        handover_id: handoverId,
        task_id: taskId,
        ways,
        created_at: work.now,
        read_at: null,
      })),
    )
    .onConflict((conflict) => conflict.constraint('notification_once').doNothing())
    .returning(['id', 'user_id', 'ways'])
    .execute()
  await mailLater(
    work,
    stored.filter(({ ways }) => ways.includes('email')),
    news.about === 'test' ? 0 : mailAfterMs,
  )
  for (const { id, user_id } of stored)
    work.emit({
      type: 'notification.created',
      conversationId,
      data: { notificationId: id, userId: user_id, about: news.about, handoverId },
    })
  return told.map(([userId]) => userId)
}

/** Has notifications mailed, after a while in which they may be read in the app. */
async function mailLater(
  work: UnitOfWork,
  stored: readonly { id: string; user_id: string }[],
  afterMs: number,
): Promise<void> {
  const { app, db, workspaceId, now } = work
  if (!app.mailer || stored.length === 0) return
  // The staff of a demo are made up, and so are their addresses.
  if ((await findWorkspace(work)).demo_of !== null) return
  await db
    .insertInto('notification_delivery')
    .values(
      stored.map(({ id, user_id }) => ({
        workspace_id: workspaceId,
        notification_id: id,
        user_id,
        way: 'email' as const,
        status: 'waiting' as const,
        last_error: null,
        created_at: now,
        settled_at: null,
      })),
    )
    .execute()
  const startAfter = new Date(now.getTime() + afterMs)
  for (const { id } of stored)
    work.enqueue(
      'notification_mail',
      { workspaceId, notificationId: id },
      afterMs > 0 ? startAfter : undefined,
    )
}
