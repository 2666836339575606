import { type Logger, pino } from 'pino'
import { createAuth } from './auth/create-auth.ts'
import { createSeal } from './auth/seal.ts'
import type { Config } from './config.ts'
import type { AppContext, Readiness } from './context.ts'
import { countWaiting } from './conversation/count-waiting.ts'
import { openKysely, openPool } from './database/database.ts'
import { pendingMigrations } from './database/migrate.ts'
import { createEventFollower } from './event/follow-events.ts'
import { createSignals } from './event/signals.ts'
import { createWritings } from './event/writings.ts'
import { createJobs } from './job/jobs.ts'
import { createMailer } from './mail/create-mailer.ts'

/**
 * Wires everything a use case may need, in one place. Nothing runs yet but lazy connections; the caller starts
 * what its role needs and stops all of it.
 */
export function createContext(options: {
  config: Config
  databaseUrl: string
  clock?: () => Date
  log?: Logger
  poolSize?: number
}): AppContext {
  const { config, databaseUrl, clock = () => new Date() } = options
  const log = options.log ?? pino({ level: config.logLevel, base: null })
  const pool = openPool(databaseUrl, options.poolSize)
  const db = openKysely(pool)
  const jobs = createJobs(pool, (error) =>
    log.error({ reason: error.message }, 'a job failed and will be tried again'),
  )
  const signals = createSignals(databaseUrl, (error) =>
    log.warn({ reason: error.message }, 'signals are interrupted, polling goes on'),
  )
  const writings = createWritings(databaseUrl, (error) =>
    log.warn({ reason: error.message }, 'what bots write is not told to other processes'),
  )
  const events = createEventFollower(db, { signals, writings, clock }, (error) =>
    log.error({ error }, 'the event log cannot be read'),
  )

  const readiness = async (): Promise<Readiness> => {
    const checks = await Promise.all([
      check('database', async () => void (await pool.query('select 1'))),
      check('migrations', async () => {
        const pending = await pendingMigrations(db)
        if (pending.length > 0) throw new Error(`missing: ${pending.join(', ')}. Run \`baton migrate\`.`)
      }),
      check('jobs', async () => void (await pool.query('select 1 from pgboss.queue limit 1'))),
    ])
    return { ok: checks.every((entry) => entry.ok), checks }
  }

  const rescued = { turn_queued: 0, given_to_people: 0, timer_set: 0, admins_told: 0 }

  const metrics = async (): Promise<string[]> => [
    ...(await waitingLines(db, clock)),
    '# HELP baton_rescued_total Contacts who waited for nothing and were set on their way by this process.',
    '# TYPE baton_rescued_total counter',
    ...Object.entries(rescued).map(([how, count]) => `baton_rescued_total{how="${how}"} ${count}`),
    '# HELP baton_pool_connections Database connections by state.',
    '# TYPE baton_pool_connections gauge',
    `baton_pool_connections{state="idle"} ${pool.idleCount}`,
    `baton_pool_connections{state="busy"} ${pool.totalCount - pool.idleCount}`,
    `baton_pool_connections{state="waiting"} ${pool.waitingCount}`,
  ]

  return {
    config,
    pool,
    db,
    jobs,
    signals,
    writings,
    events,
    log,
    clock,
    viewerId: null,
    mailer: createMailer(config),
    seal: createSeal(config),
    auth: createAuth(config, db),
    readiness,
    rescued,
    metrics,
  }
}

/** Who waits for an answer in all workspaces, as Prometheus lines. */
async function waitingLines(db: AppContext['db'], clock: () => Date): Promise<string[]> {
  const waiting = await countWaiting(db, clock())
  return [
    '# HELP baton_contacts_waiting Contacts who wait for an answer, by whose.',
    '# TYPE baton_contacts_waiting gauge',
    ...waiting.map(({ waitsFor, count }) => `baton_contacts_waiting{for="${waitsFor}"} ${count}`),
    '# HELP baton_longest_wait_seconds How long the one has waited who waits longest.',
    '# TYPE baton_longest_wait_seconds gauge',
    ...waiting.map(({ waitsFor, seconds }) => `baton_longest_wait_seconds{for="${waitsFor}"} ${seconds}`),
  ]
}

async function check(name: string, run: () => Promise<void>): Promise<Readiness['checks'][number]> {
  try {
    await run()
    return { name, ok: true }
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) }
  }
}
