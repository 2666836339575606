import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openKysely } from '../src/database/database.ts'
import { type Cursor, type EventRow, formatCursor, isAfter, parseCursor } from '../src/event/events.ts'
import { createEventFollower, headOfLog, readEvents } from '../src/event/follow-events.ts'
import { makeWorkspace, makeWorld } from './factories.ts'
import { logIsReadable, upTo } from './rows.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

function emit(workspaceId: string, userId: string): Promise<void> {
  return baton.work(workspaceId, async (work) => work.emit({ type: 'user.saved', data: { userId } }))
}

/** Names of what a reader got, in its order. */
function names(events: EventRow[]): string[] {
  return events.map((event) => (event.data as { userId: string }).userId)
}

/** A live reader, and what it got so far. */
async function follow(workspaceId: string, after: Cursor | null = null) {
  const got: EventRow[] = []
  const end = await baton.app.events.subscribe(workspaceId, after, (events) => got.push(...events))
  return {
    got,
    end,
    until: (count: number) => vi.waitFor(() => expect(got).toHaveLength(count), { timeout: 10_000 }),
  }
}

/** A transaction that has stored an event and is held open until `commit`. */
async function holdOpen(workspaceId: string, userId: string) {
  let commit = () => {}
  const held = new Promise<void>((resolve) => {
    commit = resolve
  })
  let stored = () => {}
  const written = new Promise<void>((resolve) => {
    stored = resolve
  })
  const done = baton.work(workspaceId, async ({ db, now }) => {
    await db
      .insertInto('event')
      .values({
        workspace_id: workspaceId,
        type: 'user.saved',
        data: JSON.stringify({ userId }),
        created_at: now,
      })
      .execute()
    stored()
    await held
  })
  await written
  const end = async () => {
    commit()
    await done
  }
  onTestFinished(end)
  return { commit: end }
}

describe('R21 live events', () => {
  test('come in order and once', async () => {
    const workspaceId = await makeWorkspace(baton)
    const reader = await follow(workspaceId)
    for (const n of upTo(50)) await emit(workspaceId, `user-${n}`)
    await reader.until(50)
    reader.end()
    expect(names(reader.got)).toEqual(upTo(50).map((n) => `user-${n}`))
  })

  test('skip nothing that a slow transaction wrote before others and committed after them', async () => {
    const workspaceId = await makeWorkspace(baton)
    const reader = await follow(workspaceId)
    const slow = await holdOpen(workspaceId, 'slow')
    for (const n of upTo(20)) await emit(workspaceId, `quick-${n}`)
    await slow.commit()
    await emit(workspaceId, 'last')
    await reader.until(22)
    reader.end()
    expect(new Set(names(reader.got)).size).toBe(22)
    expect(names(reader.got)).toContain('slow')
    for (const [index, event] of reader.got.entries()) {
      const before = reader.got[index - 1]
      if (before) expect(isAfter(event.cursor, before.cursor)).toBe(true)
    }
  })

  test('skip nothing with twenty writers at once, some of which roll back', async () => {
    const workspaceId = await makeWorkspace(baton)
    const reader = await follow(workspaceId)
    await Promise.all(
      upTo(200).map((n) =>
        baton
          .work(workspaceId, async (work) => {
            work.emit({ type: 'user.saved', data: { userId: `user-${n}` } })
            await work.db.selectFrom('workspace').select('id').execute()
            work.emit({ type: 'user.saved', data: { userId: `user-${n} again` } })
            if (n % 10 === 0) throw new Error('roll back')
          })
          .catch(() => {}),
      ),
    )
    await reader.until(360)
    reader.end()
    expect(new Set(names(reader.got)).size).toBe(360)
  })

  test('go on from a cursor after a lost connection', async () => {
    const workspaceId = await makeWorkspace(baton)
    const first = await follow(workspaceId)
    await emit(workspaceId, 'seen')
    await first.until(1)
    first.end()
    await emit(workspaceId, 'missed 1')
    await emit(workspaceId, 'missed 2')
    const last = first.got[0]?.cursor
    if (!last) throw new Error('Nothing came.')
    const cursor = parseCursor(formatCursor(last))
    const second = await follow(workspaceId, cursor)
    await emit(workspaceId, 'live')
    await second.until(3)
    second.end()
    expect(names(second.got)).toEqual(['missed 1', 'missed 2', 'live'])
  })

  test('go on from a cursor across more than one batch', async () => {
    const workspaceId = await makeWorkspace(baton)
    const head = await headOfLog(baton.app.db)
    await baton.work(workspaceId, async (work) => {
      for (const n of upTo(1_200)) work.emit({ type: 'user.saved', data: { userId: `user-${n}` } })
    })
    const reader = await follow(workspaceId, head)
    await reader.until(1_200)
    reader.end()
    expect(names(reader.got)).toEqual(upTo(1_200).map((n) => `user-${n}`))
  })

  test('stay within their workspace', async () => {
    const [one, other] = [await makeWorkspace(baton), await makeWorkspace(baton)]
    const [reader, stranger] = [await follow(one), await follow(other)]
    await Promise.all(upTo(10).flatMap((n) => [emit(one, `one-${n}`), emit(other, `other-${n}`)]))
    await Promise.all([reader.until(10), stranger.until(10)])
    reader.end()
    stranger.end()
    expect(names(reader.got).every((name) => name.startsWith('one-'))).toBe(true)
    expect(names(stranger.got).every((name) => name.startsWith('other-'))).toBe(true)
    const head = { xid: 0, seq: -1 }
    expect((await readEvents(baton.app.db, one, head)).every((event) => event.workspaceId === one)).toBe(true)
  })

  test('reach a reader who ended no more', async () => {
    const workspaceId = await makeWorkspace(baton)
    const ended = await follow(workspaceId)
    ended.end()
    const reader = await follow(workspaceId)
    await emit(workspaceId, 'after')
    await reader.until(1)
    reader.end()
    expect(ended.got).toHaveLength(0)
  })

  test('reach everybody else when one reader breaks', async () => {
    const workspaceId = await makeWorkspace(baton)
    const endBroken = await baton.app.events.subscribe(workspaceId, null, () => {
      throw new Error('The connection is gone.')
    })
    const reader = await follow(workspaceId)
    await emit(workspaceId, 'one')
    await emit(workspaceId, 'two')
    await reader.until(2)
    reader.end()
    endBroken()
    expect(names(reader.got)).toEqual(['one', 'two'])
  })

  test('tell of a handover everything that happened, the message before the change of control', async () => {
    const world = await makeWorld(baton)
    await logIsReadable(baton, world.workspaceId)
    const reader = await follow(world.workspaceId)
    await world.write('I want to talk to a human, please')
    await baton.drain()
    await vi.waitFor(() => expect(reader.got.map((event) => event.type)).toContain('handover.began'), {
      timeout: 10_000,
    })
    reader.end()
    const types = reader.got.map((event) => event.type)
    expect(types.slice(0, 2)).toEqual(['conversation.created', 'message.created'])
    for (const type of ['task.created', 'notification.created', 'conversation.updated'])
      expect(types.filter((name) => name === type)).toHaveLength(1)
    const final = reader.got.findIndex(
      (event) => event.type === 'message.created' && (event.data as { kind: string }).kind === 'final',
    )
    expect(final).toBeGreaterThan(0)
    expect(final).toBeLessThan(types.indexOf('conversation.updated'))
  })
})

/** Of a follower that hears of nothing, and polls. */
function noSources() {
  const { writings, clock } = baton.app
  return { signals: { on: () => () => {} }, writings, clock }
}

describe('R21 a reader who comes back', () => {
  test('is given what was committed just as they had caught up', async () => {
    const workspaceId = await makeWorkspace(baton)
    const slow = await holdOpen(workspaceId, 'slow')
    const after = await headOfLog(baton.app.db)
    // The reader finds nothing new. Then, before the follower notes where the log stands, the event is committed.
    const db = openKysely(
      beforeQuery(baton.app.pool, async (text) => {
        if (text.startsWith('select pg_snapshot_xmin')) await slow.commit()
      }),
    )
    const follower = createEventFollower(db, noSources())
    const got: EventRow[] = []
    await follower.subscribe(workspaceId, after, (events) => got.push(...events))
    await vi.waitFor(() => expect(names(got)).toEqual(['slow']), { timeout: 5_000 })
    await follower.stop()
  })
})

/** A pool on which something is done before each query. */
function beforeQuery(pool: pg.Pool, run: (text: string) => Promise<void>): pg.Pool {
  return {
    async connect() {
      const client = await pool.connect()
      return {
        query: async (text: string, values: unknown[]) => {
          await run(text)
          return client.query(text, values)
        },
        release: () => client.release(),
      }
    },
  } as unknown as pg.Pool
}

describe('a second process', () => {
  test('follows the same log through signals of its own', async () => {
    const workspaceId = await makeWorkspace(baton)
    const follower = createEventFollower(baton.app.db, noSources())
    const got: EventRow[] = []
    await follower.subscribe(workspaceId, null, (events) => got.push(...events))
    await emit(workspaceId, 'without a signal')
    await vi.waitFor(() => expect(names(got)).toEqual(['without a signal']), { timeout: 10_000 })
    await follower.stop()
  })
})
