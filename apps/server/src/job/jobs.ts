import type { AssignTo } from '@baton/handover'
import type pg from 'pg'
import { fromKysely, type Job, PgBoss } from 'pg-boss'
import type { Tx } from '../database/database.ts'

/** The data of each job, by queue. A job names what it is about; its handler reads the rest afresh. */
export type JobData = {
  bot_turn: { workspaceId: string; conversationId: string; epoch: number; seq: number }
  suggestion: { workspaceId: string; conversationId: string; seq: number }
  control_timer: { workspaceId: string; conversationId: string } & (
    | { timer: 'wake'; epoch: number }
    /** The bot wakes soon, and whoever has the conversation is to know. */
    | { timer: 'wake_warning'; epoch: number }
    | { timer: 'respond'; handoverId: string }
    | { timer: 'snooze' }
  )
  webhook_delivery: { workspaceId: string; deliveryId: string }
  task_due: { workspaceId: string; taskId: string; due: string }
  handover_summary: { workspaceId: string; handoverId: string }
  notification_mail: { workspaceId: string; notificationId: string }
  password_mail: { email: string }
  pass_on: { workspaceId: string; userId: string; assignTo: AssignTo }
}
export type Queue = keyof JobData

export type JobHandlers = { [Q in Queue]: (data: JobData[Q]) => Promise<void> }

export type NewJob<Q extends Queue = Queue> = { data: JobData[Q]; startAfter?: Date }

type QueueSettings = {
  /** Seconds between looks at the queue. Work that is due at once does not wait for them: it is signalled. */
  pollSeconds: number
  retryLimit: number
  retryDelay: number
  retryDelayMax: number
}

// Timers mature by polling. A lost signal costs a turn one poll, no more.
const queues: Record<Queue, QueueSettings> = {
  bot_turn: { pollSeconds: 0.5, retryLimit: 8, retryDelay: 1, retryDelayMax: 300 },
  control_timer: { pollSeconds: 0.5, retryLimit: 20, retryDelay: 1, retryDelayMax: 600 },
  // Seconds later it is of no use.
  handover_summary: { pollSeconds: 1, retryLimit: 1, retryDelay: 1, retryDelayMax: 1 },
  // The last try is a day after the first.
  notification_mail: { pollSeconds: 2, retryLimit: 20, retryDelay: 15, retryDelayMax: 7_200 },
  password_mail: { pollSeconds: 2, retryLimit: 8, retryDelay: 2, retryDelayMax: 600 },
  pass_on: { pollSeconds: 2, retryLimit: 20, retryDelay: 1, retryDelayMax: 600 },
  // Drafts help only while somebody is about to answer.
  suggestion: { pollSeconds: 0.5, retryLimit: 2, retryDelay: 1, retryDelayMax: 5 },
  task_due: { pollSeconds: 5, retryLimit: 20, retryDelay: 1, retryDelayMax: 600 },
  webhook_delivery: { pollSeconds: 1, retryLimit: 12, retryDelay: 5, retryDelayMax: 21_600 },
}
const names = Object.keys(queues) as Queue[]

const hour = 3600

// A worker that dies leaves its jobs half-done. They are taken up again when it has not been heard of for so long;
// pg-boss alone would wait for a quarter of an hour.
const heartbeatSeconds = 10
const superviseSeconds = 5

/** Durable jobs, kept in the same database and enqueued in the transaction that makes them needed. */
export type Jobs = ReturnType<typeof createJobs>

export function createJobs(pool: pg.Pool, onError: (error: Error) => void = () => {}) {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => pool.query(text, values) },
    schedule: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    persistWarnings: false,
  })
  boss.on('error', onError)
  const workers = new Map<Queue, string>()

  return {
    /** Makes pg-boss' own tables and our queues. */
    async prepare(): Promise<void> {
      await boss.start()
      for (const name of names) {
        const { retryLimit, retryDelay, retryDelayMax } = queues[name]
        const settings = {
          retryLimit,
          retryDelay,
          retryDelayMax,
          retryBackoff: true,
          heartbeatSeconds,
          deleteAfterSeconds: hour,
        }
        if (await boss.getQueue(name)) await boss.updateQueue(name, settings)
        else await boss.createQueue(name, settings)
      }
    },

    async start(): Promise<void> {
      await boss.start()
    },

    /** Takes jobs and hands them to their handlers. A handler that throws is run again, with growing waits. */
    async work(handlers: JobHandlers): Promise<void> {
      for (const name of names) {
        const handle = handlers[name] as (data: unknown) => Promise<void>
        workers.set(
          name,
          await boss.work(
            name,
            {
              batchSize: 20,
              burstWhenBatchFull: true,
              pollingIntervalSeconds: queues[name].pollSeconds,
              perJobResults: true,
            },
            (jobs: Job<unknown>[]) => Promise.all(jobs.map((job) => settle(job, handle, onError))),
          ),
        )
      }
    },

    /** Stores jobs within a transaction: they exist if it commits. */
    async insert<Q extends Queue>(trx: Tx, queue: Q, jobs: NewJob<Q>[]): Promise<void> {
      await boss.insert(queue, jobs, { db: fromKysely(trx) })
    },

    /** Makes the workers of this process look at a queue now. */
    look(queue: Queue): void {
      const worker = workers.get(queue)
      if (worker) boss.notifyWorker(worker)
    },

    /** Lets running handlers finish, for 10 seconds at most. What is not finished is taken again later. */
    async stop(): Promise<void> {
      await boss.stop({ graceful: true, timeout: 10_000, close: false })
    },
  }
}

async function settle(
  job: Job<unknown>,
  handle: (data: unknown) => Promise<void>,
  onError: (error: Error) => void,
) {
  try {
    await handle(job.data)
    return { id: job.id, status: 'completed' as const }
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error))
    onError(reason)
    return { id: job.id, status: 'failed' as const, output: { message: reason.message } }
  }
}
