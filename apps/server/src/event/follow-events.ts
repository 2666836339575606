import type { EventType } from '@baton/contract'
import { type Kysely, sql } from 'kysely'
import { transact } from '../database/database.ts'
import type { Database } from '../database/schema/index.ts'
import { type Cursor, type EventRow, isAfter } from './events.ts'
import type { Signals } from './signals.ts'
import type { Writings } from './writings.ts'

const batch = 500
const pollMs = 2_000
const firstRetryMs = 10

type Subscriber = {
  workspaceId: string
  last: Cursor
  /** Live events that came while it was still catching up. Null: it is up to date. */
  waiting: EventRow[] | null
  onEvents: (events: EventRow[]) => void
}

/**
 * Follows the event log for every live reader of this process with one query.
 *
 * The log is read by snapshot: only transactions below `pg_snapshot_xmin` are read, in the order of their
 * ids. What a slow transaction wrote comes late, but is never skipped, as it would be by number alone.
 */
export type EventFollower = ReturnType<typeof createEventFollower>

export function createEventFollower(
  db: Kysely<Database>,
  sources: { signals: Pick<Signals, 'on'>; writings: Pick<Writings, 'onTyping'>; clock: () => Date },
  onError: (error: unknown) => void = () => {},
) {
  const subscribers = new Set<Subscriber>()
  let position: Cursor | null = null
  let reading: Promise<void> | null = null
  let again = false
  let timer: NodeJS.Timeout | undefined
  let soon: NodeJS.Timeout | undefined
  let found = false

  async function read(): Promise<void> {
    do {
      again = false
      if (subscribers.size === 0) {
        position = null
        return
      }
      if (!position) return
      const events = await readEvents(db, '*', position)
      const last = events.at(-1)
      if (!last) continue
      found = true
      position = last.cursor
      for (const subscriber of subscribers)
        try {
          offer(subscriber, events)
        } catch (error) {
          // A reader that breaks comes back by itself and resumes; the others are not its concern.
          subscribers.delete(subscriber)
          onError(error)
        }
      if (events.length === batch) again = true
    } while (again)
  }

  function look(): void {
    if (reading) {
      again = true
      return
    }
    reading = read()
      .catch(onError)
      .finally(() => {
        reading = null
      })
  }

  // What was signalled may lie behind a transaction that still runs. So look again, soon at first, then less.
  let soonMs = firstRetryMs
  function lookSoon(): void {
    if (found || soonMs >= pollMs || subscribers.size === 0) return
    soon = setTimeout(() => {
      look()
      soonMs *= 2
      lookSoon()
    }, soonMs).unref()
  }
  function onSignal(): void {
    found = false
    soonMs = firstRetryMs
    clearTimeout(soon)
    look()
    lookSoon()
  }
  const unlisten = sources.signals.on('event', onSignal)
  const unlistenTyping = sources.writings.onTyping(({ workspaceId, conversationId, ...data }) => {
    const type = 'conversation.typing' satisfies EventType
    tellPassing({ workspaceId, conversationId, type, data, at: sources.clock() })
  })

  /** Tells what is not in the log. Where a reader stands there stays the same. */
  function tellPassing(event: Omit<EventRow, 'cursor'>): void {
    for (const { workspaceId, last, onEvents } of subscribers)
      if (workspaceId === event.workspaceId) onEvents([{ ...event, cursor: last }])
  }

  return {
    /**
     * Hands a workspace's events to a reader, in order, each once: first those after `after`, then live.
     * Without `after` only what comes from now on. Returns the way to end it.
     */
    async subscribe(
      workspaceId: string,
      after: Cursor | null,
      onEvents: (events: EventRow[]) => void,
    ): Promise<() => void> {
      // Where the log stands is noted before the reader catches up: what is committed in between comes twice,
      // and is told once. Noted after it, that would be skipped.
      const head = await headOfLog(db)
      const subscriber: Subscriber = { workspaceId, last: after ?? head, waiting: [], onEvents }
      subscribers.add(subscriber)
      position ??= head
      timer ??= setInterval(look, pollMs).unref()
      try {
        await catchUp(db, subscriber)
      } catch (error) {
        subscribers.delete(subscriber)
        throw error
      }
      look()
      return () => {
        subscribers.delete(subscriber)
      }
    },

    async stop(): Promise<void> {
      unlisten()
      unlistenTyping()
      clearInterval(timer)
      clearTimeout(soon)
      subscribers.clear()
      await reading
    },
  }
}

async function catchUp(db: Kysely<Database>, subscriber: Subscriber): Promise<void> {
  for (;;) {
    const events = await readEvents(db, subscriber.workspaceId, subscriber.last)
    deliver(subscriber, events)
    if (events.length < batch) break
  }
  const waiting = subscriber.waiting ?? []
  subscriber.waiting = null
  deliver(subscriber, waiting)
}

function offer(subscriber: Subscriber, events: EventRow[]): void {
  const own = events.filter((event) => event.workspaceId === subscriber.workspaceId)
  if (subscriber.waiting) subscriber.waiting.push(...own)
  else deliver(subscriber, own)
}

function deliver(subscriber: Subscriber, events: EventRow[]): void {
  const fresh = events.filter((event) => isAfter(event.cursor, subscriber.last))
  const last = fresh.at(-1)
  if (!last) return
  subscriber.last = last.cursor
  subscriber.onEvents(fresh)
}

/** Everything that commits from now on lies after this place. */
export async function headOfLog(db: Kysely<Database>): Promise<Cursor> {
  const { rows } = await sql<{ xid: string }>`select pg_snapshot_xmin(pg_current_snapshot()) as xid`.execute(
    db,
  )
  return { xid: Number(rows[0]?.xid), seq: -1 }
}

/** The next events after a place, oldest first, as far as they are sure. `'*'` reads all workspaces. */
export async function readEvents(
  db: Kysely<Database>,
  workspaceId: string,
  after: Cursor,
  limit = batch,
): Promise<EventRow[]> {
  const one = workspaceId === '*' ? sql`` : sql`workspace_id = ${workspaceId} and`
  const { rows } = await transact(db, workspaceId, (trx) =>
    sql<{
      workspace_id: string
      xid: string
      seq: number
      type: string
      conversation_id: string | null
      data: unknown
      created_at: Date
    }>`
      select workspace_id, xid, seq, type, conversation_id, data, created_at from event
      where ${one} (xid, seq) > (${String(after.xid)}::xid8, ${after.seq})
        and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by xid, seq limit ${limit}`.execute(trx),
  )
  return rows.map((row) => ({
    cursor: { xid: Number(row.xid), seq: row.seq },
    workspaceId: row.workspace_id,
    type: row.type,
    conversationId: row.conversation_id,
    at: row.created_at,
    data: row.data,
  }))
}
