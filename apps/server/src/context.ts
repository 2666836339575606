import { randomUUIDv7 } from 'node:crypto'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Auth } from './auth/create-auth.ts'
import type { Seal } from './auth/seal.ts'
import type { Config } from './config.ts'
import type { Rescues } from './conversation/rescue-stranded.ts'
import { isLostRace, type Tx, transact } from './database/database.ts'
import type { Database } from './database/schema/index.ts'
import type { NewEvent } from './event/events.ts'
import type { EventFollower } from './event/follow-events.ts'
import type { Signals, Topic } from './event/signals.ts'
import type { Writings } from './event/writings.ts'
import type { JobData, Jobs, NewJob, Queue } from './job/jobs.ts'
import type { Mailer } from './mail/create-mailer.ts'

/** Everything a use case may need. Wired by hand in `server.ts`, and by the tests. */
export type AppContext = {
  config: Config
  pool: pg.Pool
  db: Kysely<Database>
  jobs: Jobs
  signals: Signals
  /** What bots are writing, before it is a message. */
  writings: Writings
  events: EventFollower
  log: Logger
  /** Null: no mail server is set. */
  mailer: Mailer | null
  /** Encrypts keys of others before they are stored. */
  seal: Seal
  /** Passwords and sessions. Made when it is first asked for. */
  auth: () => Promise<Auth>
  clock: () => Date
  /** A user who sees only what is assigned to them. Null: all of a workspace is seen. */
  viewerId: string | null
  readiness: () => Promise<Readiness>
  /** How often this process set somebody on their way who waited for nothing. */
  rescued: Rescues
  /** Figures of this process beside those of HTTP, as Prometheus lines. */
  metrics: () => Promise<string[]>
}

export type Readiness = { ok: boolean; checks: { name: string; ok: boolean; detail?: string }[] }

/**
 * One transaction in one workspace, and what leaves with it: events and jobs are gathered and stored just
 * before the commit. A use case takes one; whoever opened it commits it.
 */
export type UnitOfWork = {
  app: AppContext
  workspaceId: string
  db: Tx
  now: Date
  /** Who does it. Null: Baton by itself. */
  actor: Actor | null
  emit: (event: NewEvent) => void
  enqueue: <Q extends Queue>(queue: Q, data: JobData[Q], startAfter?: Date) => void
}

/** An API key, and the user for whom it acts. */
export type Actor = { userId: string | null; apiKeyId: string | null }

const attempts = 4

/** Runs a unit of work and commits it. Runs it again when it lost a race in the database. */
export async function inWorkspace<T>(
  app: AppContext,
  workspaceId: string,
  run: (work: UnitOfWork) => Promise<T>,
  actor: Actor | null = null,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(app, workspaceId, run, actor)
    } catch (error) {
      if (attempt >= attempts || !isLostRace(error)) throw error
    }
  }
}

async function runOnce<T>(
  app: AppContext,
  workspaceId: string,
  run: (work: UnitOfWork) => Promise<T>,
  actor: Actor | null,
): Promise<T> {
  const events: NewEvent[] = []
  const jobs = new Map<Queue, NewJob[]>()
  const result = await transact(
    app.db,
    workspaceId,
    async (db) => {
      const now = app.clock()
      const work: UnitOfWork = {
        app,
        workspaceId,
        db,
        now,
        actor,
        emit: (event) => events.push(event),
        enqueue: (queue, data, startAfter) => {
          const list = jobs.get(queue) ?? []
          jobs.set(queue, list)
          list.push({ data, startAfter })
        },
      }
      const value = await run(work)
      await storeEvents(work, events)
      for (const [queue, list] of jobs) await app.jobs.insert(db, queue, list)
      return value
    },
    app.viewerId,
  )
  const topics = new Set<Topic>(jobs.keys())
  if (events.length > 0) topics.add('event')
  if (topics.size > 0) app.signals.raise(topics)
  return result
}

async function storeEvents({ db, workspaceId, now, actor }: UnitOfWork, events: NewEvent[]): Promise<void> {
  if (events.length === 0) return
  await db
    .insertInto('event')
    .values(
      events.map((event) => ({
        workspace_id: workspaceId,
        type: event.type,
        conversation_id: event.conversationId ?? null,
        data: JSON.stringify(event.data),
        user_id: actor?.userId ?? null,
        api_key_id: actor?.apiKeyId ?? null,
        audit: event.audit ? JSON.stringify(event.audit) : null,
        created_at: now,
      })),
    )
    .execute()
}

/** Ids rise with time, so new rows stand together on disk. */
export function newId(): string {
  return randomUUIDv7()
}
