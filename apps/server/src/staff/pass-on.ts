import { sql } from 'kysely'
import { type AppContext, inWorkspace, type UnitOfWork } from '../context.ts'
import { assign } from '../conversation/assign.ts'
import { lockConversation } from '../conversation/change-control.ts'
import { DomainError } from '../errors.ts'
import type { JobData } from '../job/jobs.ts'
import { notifyAdmins } from '../notification/notify.ts'

type PassOn = JobData['pass_on']

/**
 * Gives the open conversations of a user who was deactivated to somebody else, each in a transaction of its own (R16).
 * Where they go to nobody, all admins are told. A user who is active again meanwhile keeps what is left.
 */
export async function passOn(app: AppContext, job: PassOn): Promise<void> {
  const ids = await inWorkspace(app, job.workspaceId, (work) => openConversations(work, job.userId))
  for (const id of ids) await inWorkspace(app, job.workspaceId, (work) => passOnOne(work, id, job))
}

async function openConversations({ db, workspaceId }: UnitOfWork, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('conversation')
    .innerJoin('staff_user', (join) =>
      join
        .onRef('staff_user.workspace_id', '=', 'conversation.workspace_id')
        .onRef('staff_user.id', '=', 'conversation.assignee_id'),
    )
    .select('conversation.id')
    .where('conversation.workspace_id', '=', workspaceId)
    .where('assignee_id', '=', userId)
    .where('conversation.status', '<>', sql.lit('resolved'))
    .where('staff_user.active', '=', false)
    .execute()
  return rows.map((row) => row.id)
}

async function passOnOne(work: UnitOfWork, id: string, { userId, assignTo }: PassOn): Promise<void> {
  const row = await lockConversation(work, id)
  if (row.assignee_id !== userId) return
  const passed = await assign(work, id, null, assignTo).catch((error: unknown) => {
    // Whoever was to get it has gone too.
    if (error instanceof DomainError) return assign(work, id, null, { type: 'nobody' })
    throw error
  })
  if (passed.assignee_id || passed.team_id) return
  await notifyAdmins(work, { about: 'passed_on', conversationId: id, dedupeKey: `passed_on:${id}:${userId}` })
}
