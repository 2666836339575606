import { type AppContext, inWorkspace, type UnitOfWork } from '../context.ts'
import type { JobData } from '../job/jobs.ts'
import { tell } from './tell.ts'

const aheadMs = 30 * 60_000

type DueTask = { id: string; due_at: Date | null; done_at: Date | null; assignee_id: string | null }

/** Has the assignee of a task told half an hour before it is due. */
export function remindOfTask(work: UnitOfWork, task: DueTask): void {
  if (!task.due_at || task.done_at || !task.assignee_id || task.due_at <= work.now) return
  const due = task.due_at.toISOString()
  work.enqueue(
    'task_due',
    { workspaceId: work.workspaceId, taskId: task.id, due },
    new Date(task.due_at.getTime() - aheadMs),
  )
}

/** Tells it, unless the task was done or put off meanwhile. A job of an earlier due time finds another one and ends. */
export async function tellTaskDue(app: AppContext, job: JobData['task_due']): Promise<void> {
  await inWorkspace(app, job.workspaceId, async (work) => {
    const task = await work.db
      .selectFrom('task')
      .selectAll()
      .where('workspace_id', '=', work.workspaceId)
      .where('id', '=', job.taskId)
      .executeTakeFirst()
    if (!task?.assignee_id || task.done_at || task.due_at?.toISOString() !== job.due) return
    await tell(work, [task.assignee_id], {
      about: 'task_due',
      event: 'task_due',
      dedupeKey: `task_due:${task.id}:${job.due}`,
      conversationId: task.conversation_id,
      taskId: task.id,
    })
  })
}
