import { sql } from 'kysely'
import { pino } from 'pino'
import { parseConfig } from '../src/config.ts'
import type { AppContext, UnitOfWork } from '../src/context.ts'
import { inWorkspace } from '../src/context.ts'
import { createContext } from '../src/create-context.ts'
import type { JobData, Queue } from '../src/job/jobs.ts'
import { jobHandlers } from '../src/job/run-worker.ts'
import { createTestDatabase } from './postgres.ts'

/** A clock that stands still until a test moves it. */
type TestClock = {
  now: () => Date
  set: (at: string | Date) => void
  advance: (minutes: number) => void
}

function testClock(start: string): TestClock {
  let at = new Date(start)
  return {
    now: () => at,
    set(to) {
      at = new Date(to)
    },
    advance(minutes) {
      at = new Date(at.getTime() + minutes * 60_000)
    },
  }
}

export type TestApp = {
  app: AppContext
  databaseUrl: string
  clock: TestClock
  /** Runs every job that is due by the test's clock, and those that they make, until none is left. */
  drain: () => Promise<number>
  /** One unit of work in a workspace. */
  work: <T>(workspaceId: string, run: (work: UnitOfWork) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

/** A Baton of its own on a database of its own, with `settings` of its environment, with a clock that the test moves and no worker but `drain`. */
export async function createTestApp(
  start = '2026-03-02T10:00:00Z',
  settings: Record<string, string> = {},
): Promise<TestApp> {
  const database = await createTestDatabase()
  const clock = testClock(start)
  const app = createContext({
    config: parseConfig({
      PORT: '0',
      BATON_ALLOW_PRIVATE_TARGETS: '1',
      BATON_SECRET: 'a secret that only the tests have, and all of them',
      ...settings,
    }),
    databaseUrl: database.url,
    clock: clock.now,
    log: pino({ level: 'silent' }),
    poolSize: 12,
  })
  await app.jobs.start()
  const handlers = jobHandlers(app)
  return {
    app,
    databaseUrl: database.url,
    clock,
    drain: () => drain(app, clock, handlers as Record<Queue, (data: unknown) => Promise<void>>),
    work: (workspaceId, run) => inWorkspace(app, workspaceId, run),
    async close() {
      app.mailer?.close()
      await app.events.stop()
      await app.jobs.stop()
      await app.signals.stop()
      await app.writings.stop()
      await app.db.destroy()
      await database.drop()
    },
  }
}

async function drain(
  app: AppContext,
  clock: TestClock,
  handlers: Record<Queue, (data: unknown) => Promise<void>>,
): Promise<number> {
  let done = 0
  for (;;) {
    const { rows } = await sql<{ id: string; name: Queue; data: JobData[Queue] }>`
      delete from pgboss.job where id in (
        select id from pgboss.job
        where name in (${sql.join(Object.keys(handlers))}) and state in ('created', 'retry')
          and (start_after <= ${clock.now()} or start_after = created_on)
        order by start_after, created_on limit 100
      ) returning id, name, data`.execute(app.db)
    if (rows.length === 0) return done
    for (const job of rows) await handlers[job.name](job.data)
    done += rows.length
  }
}
