import type { AppContext } from '../../context.ts'
import type { JobData, JobHandlers, NewJob, Queue } from '../../job/jobs.ts'

type Waiting = { at: number; order: number; run: () => Promise<void>; keep: () => Promise<void> }

/**
 * A context whose clock is set by hand, and whose jobs are held back and run in their order when the clock gets there.
 * What happens on it is stored as if it had happened then. Nobody else sees its jobs before `leave`.
 */
export function createStage(app: AppContext, handlersOf: (stage: AppContext) => JobHandlers, begins: Date) {
  let now = begins
  let order = 0
  const waiting: Waiting[] = []
  const stage: AppContext = {
    ...app,
    clock: () => now,
    jobs: {
      ...app.jobs,
      async insert<Q extends Queue>(_: unknown, queue: Q, jobs: NewJob<Q>[]) {
        for (const job of jobs)
          waiting.push({
            at: (job.startAfter ?? now).getTime(),
            order: order++,
            run: () => handlers[queue](job.data),
            keep: () => app.jobs.insert(app.db, queue, [job]),
          })
      },
    },
  }
  const handlers: { [Q in Queue]: (data: JobData[Q]) => Promise<void> } = handlersOf(stage)

  return {
    app: stage,
    /** Goes to an instant; what comes due on the way is run at its time. */
    async goTo(at: Date): Promise<void> {
      for (;;) {
        waiting.sort((a, b) => a.at - b.at || a.order - b.order)
        const next = waiting[0]
        if (!next || next.at > at.getTime()) break
        waiting.shift()
        if (next.at > now.getTime()) now = new Date(next.at)
        await next.run()
      }
      if (at > now) now = at
    },
    /** Hands what is still to come to the workers of the real world. */
    async leave(): Promise<void> {
      for (const job of waiting) await job.keep()
    },
  }
}
