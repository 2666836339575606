import { type AppContext, inWorkspace, type UnitOfWork } from '../context.ts'
import { findUser } from '../staff/queries.ts'
import { findWorkspace } from '../workspace/view.ts'
import { findNotification } from './queries.ts'
import { writeMail } from './write-mail.ts'

/** How long somebody has to read it in the app before it is mailed. */
export const mailAfterMs = 30_000

export type MailJob = { workspaceId: string; notificationId: string }

/**
 * Mails a notification, unless it was read meanwhile. What the mail server refuses is tried again with growing waits. A
 * worker that dies between sending and writing it down sends it once more: rather twice than never, and under the same
 * Message-ID.
 */
export async function mailNotification(app: AppContext, job: MailJob): Promise<void> {
  const { mailer } = app
  if (!mailer) return
  const mail = await inWorkspace(app, job.workspaceId, (work) => prepare(work, job.notificationId))
  if (!mail) return
  try {
    await mailer.send(mail)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    await inWorkspace(app, job.workspaceId, (work) =>
      note(work, job.notificationId, { status: 'failed', last_error: reason.slice(0, 500) }),
    )
    throw error
  }
  await inWorkspace(app, job.workspaceId, (work) =>
    note(work, job.notificationId, { status: 'sent', last_error: null, settled_at: work.now }),
  )
}

/** The mail, if it is still to be sent. */
async function prepare(work: UnitOfWork, id: string) {
  const delivery = await work.db
    .selectFrom('notification_delivery')
    .select('status')
    .where('workspace_id', '=', work.workspaceId)
    .where('notification_id', '=', id)
    .where('way', '=', 'email')
    .executeTakeFirst()
  if (!delivery || delivery.status === 'sent' || delivery.status === 'read_before') return null
  const told = await findNotification(work, id)
  const user = await findUser(work, told.user_id)
  if (told.read_at || !user.active) {
    await note(work, id, { status: 'read_before', settled_at: work.now })
    return null
  }
  return writeMail({
    told,
    user,
    workspaceName: (await findWorkspace(work)).name,
    wants: await lastAsked(work, told.handover_id),
    url: work.app.config.url,
  })
}

/** What the contact asked last, by the brief of the handover. */
async function lastAsked({ db, workspaceId }: UnitOfWork, handoverId: string | null): Promise<string | null> {
  if (handoverId === null) return null
  const row = await db
    .selectFrom('handover')
    .select('brief')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', handoverId)
    .executeTakeFirst()
  return row?.brief.lastAsked ?? null
}

async function note(
  { db, workspaceId }: UnitOfWork,
  notificationId: string,
  change: { status: 'sent' | 'read_before' | 'failed'; last_error?: string | null; settled_at?: Date },
): Promise<void> {
  await db
    .updateTable('notification_delivery')
    .set((row) => ({
      ...change,
      attempts: change.status === 'read_before' ? row.ref('attempts') : row('attempts', '+', 1),
    }))
    .where('workspace_id', '=', workspaceId)
    .where('notification_id', '=', notificationId)
    .where('way', '=', 'email')
    .execute()
}
