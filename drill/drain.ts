import { sql } from 'kysely'
import type { JobData, Queue } from '../apps/server/src/job/jobs.ts'
import { jobHandlers } from '../apps/server/src/job/run-worker.ts'
import type { Stage } from './stage.ts'

type Due = { id: string; name: Queue; data: JobData[Queue]; retry_count: number }

const firstRetryMs = 15_000
const longestRetryMs = 7_200_000

/**
 * Runs every job that is due by the stage's own clock, in this process, and those that they make. One that fails is due again
 * later, with growing waits.
 */
export async function drain({ app }: Stage): Promise<void> {
  const handlers = jobHandlers(app) as Record<Queue, (data: unknown) => Promise<void>>
  for (;;) {
    const { rows } = await sql<Due>`
      delete from pgboss.job where id in (
        select id from pgboss.job
        where name in (${sql.join(Object.keys(handlers))}) and state in ('created', 'retry')
          and (start_after <= ${app.clock()} or start_after = created_on)
        order by start_after, created_on limit 100
      ) returning id, name, data, retry_count`.execute(app.db)
    if (rows.length === 0) return
    for (const job of rows) await handlers[job.name](job.data).catch(() => later({ app }, job))
  }
}

async function later({ app }: Pick<Stage, 'app'>, { id, name, data, retry_count }: Due): Promise<void> {
  const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** retry_count)
  await sql`
    insert into pgboss.job (id, name, data, retry_count, created_on, start_after)
    values (${id}, ${name}, ${JSON.stringify(data)}, ${retry_count + 1}, ${app.clock()},
      ${new Date(app.clock().getTime() + wait)})`.execute(app.db)
}
