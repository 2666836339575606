import type { Event } from '@baton/handover'
import { type AppContext, inWorkspace, type UnitOfWork } from '../context.ts'
import { changeControl } from '../conversation/change-control.ts'
import type { ConversationRow } from '../conversation/control.ts'
import { findConversation } from '../conversation/queries.ts'
import type { JobData } from '../job/jobs.ts'
import { placeNow } from './plan-handover.ts'
import { warnOfWake } from './warn-of-wake.ts'

/** Clocks of a worker and a database that differ by more than this are broken. */
const skewMs = 60_000

/**
 * A timer came due: the bot wakes, a handover has waited longer than its target, or a snoozed conversation
 * comes back. The state machine decides whether it still holds; a timer that is early, late, double or void
 * changes nothing.
 */
export async function runControlTimer(app: AppContext, job: JobData['control_timer']): Promise<void> {
  await inWorkspace(app, job.workspaceId, async (work) => {
    const row = await findConversation(work, job.conversationId, { lock: true })
    if (!row) return
    if (job.timer === 'wake_warning') {
      await warnOfWake(work, row, job.epoch)
      return
    }
    const event = await eventOf(work, row, job)
    if (!event) return
    const { refused } = await changeControl(work, row, event)
    if (refused === 'not_due') comeAgain(work, row, job)
  })
}

/**
 * The database's clock said that it was time, ours says not quite. Without coming again the bot would never wake.
 * One that is early by more was moved, and has a later job.
 */
function comeAgain(work: UnitOfWork, row: ConversationRow, job: JobData['control_timer']): void {
  const due = dueAt(row, job.timer)
  if (due !== null && due - work.now.getTime() <= skewMs) work.enqueue('control_timer', job, new Date(due))
}

function dueAt(row: ConversationRow, timer: JobData['control_timer']['timer']): number | null {
  if (timer === 'wake') return row.wakes_at?.getTime() ?? null
  if (timer === 'snooze') return row.snoozed_until?.getTime() ?? null
  return row.open_handover?.respondBy ?? null
}

async function eventOf(
  work: UnitOfWork,
  row: ConversationRow,
  job: Exclude<JobData['control_timer'], { timer: 'wake_warning' }>,
): Promise<Event | null> {
  switch (job.timer) {
    case 'wake':
      return { type: 'wake_timer', epoch: job.epoch }
    case 'snooze':
      return { type: 'snooze_timer' }
    case 'respond':
      return respondEvent(work, row, job.handoverId)
  }
}

/** Past its target a handover is given to the scenario's fallback, or whoever has it is reminded. */
async function respondEvent(
  work: UnitOfWork,
  row: ConversationRow,
  handoverId: string,
): Promise<Event | null> {
  if (row.open_handover?.id !== handoverId) return null
  const scenario = await work.db
    .selectFrom('scenario')
    .select(['response_target', 'if_unavailable'])
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', row.open_handover.scenarioId)
    .executeTakeFirst()
  const reassign = scenario?.response_target?.then === 'fallback' && scenario.if_unavailable.type !== 'queue'
  const placement = reassign
    ? await placeNow(work, row, {
        assignTo: scenario.if_unavailable as
          | { type: 'user'; userId: string }
          | { type: 'team'; teamId: string },
        keepPresentOwner: false,
        ifUnavailable: { type: 'queue' },
      })
    : null
  return { type: 'respond_timer', handoverId, placement }
}
