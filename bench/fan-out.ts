import { type ChildProcess, fork } from 'node:child_process'
import { randomUUIDv7 } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import pg from 'pg'
import { createApiKey } from '../apps/server/src/auth/api-key.ts'
import { inWorkspace } from '../apps/server/src/context.ts'
import { createHttp } from '../apps/server/src/http/create-http.ts'
import { createEventStreams } from '../apps/server/src/http/event-streams.ts'
import { routes } from '../apps/server/src/routes.ts'
import { inTransaction } from './floor.ts'
import { noSamples, type Pair, type Samples, summarise } from './measure.ts'
import type { World } from './world.ts'

export type FanOutFigures = Pair & { readers: number; events: number; delivered: number }

const slices = 4
const betweenEventsMs = 20
const settleMs = 10_000
const program = fileURLToPath(new URL('readers.ts', import.meta.url))

/**
 * Events that are committed one after another, and read by many open streams over HTTP: from before an event is
 * stored until a reader has it. In turn with the floor: one connection that is notified and reads the log once.
 */
export async function fanOut(world: World, readers: number, events: number): Promise<FanOutFigures> {
  const served = await serveStreams(world, readers)
  const bare = await createBareReader(world)
  const [ofBaton, ofFloor] = [noSamples(), noSamples()]
  const perSlice = Math.ceil(events / slices)
  await counted(noSamples(), served.seen, perSlice * readers, () => served.emit(perSlice))
  served.seen.length = 0
  for (let slice = 1; slice <= slices; slice++) {
    await counted(ofBaton, served.seen, slice * perSlice * readers, () => served.emit(perSlice))
    await counted(ofFloor, bare.seen, slice * perSlice, () => bare.emit(perSlice))
  }
  ofBaton.times = served.seen
  ofFloor.times = bare.seen
  ofBaton.count = served.seen.length
  ofFloor.count = bare.seen.length
  await bare.close()
  await served.close()
  return {
    baton: summarise(`one event to one of ${readers} readers`, ofBaton),
    floor: summarise('notified, and read by one', ofFloor),
    readers,
    events: perSlice * slices,
    delivered: served.seen.length,
  }
}

/** `seen` fills with the milliseconds of each delivery. */
async function counted(
  total: Samples,
  seen: number[],
  awaited: number,
  emit: () => Promise<void>,
): Promise<void> {
  const began = performance.now()
  const cpu = process.cpuUsage()
  await emit()
  while (seen.length < awaited && performance.now() - began < settleMs) await pause(5)
  const { user, system } = process.cpuUsage(cpu)
  total.elapsedMs += performance.now() - began
  total.cpuMicros += user + system
}

async function serveStreams({ app, workspaceId }: World, readers: number) {
  const { token } = await inWorkspace(app, workspaceId, (work) =>
    createApiKey(work, { name: 'Bench', scopes: ['*'] }),
  )
  const streams = createEventStreams()
  const server = serve({ fetch: createHttp(app, routes, streams).fetch, port: 0 })
  if (!server.listening) await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/v1/events?types=contact.updated`
  const child: ChildProcess = fork(program, [url, token, String(readers)])
  await once(child, 'message')
  const seen: number[] = []
  const sent = new Map<string, number>()
  child.on('message', (marks: [string, number][]) => {
    for (const [mark, at] of marks) {
      const began = sent.get(mark)
      if (began !== undefined) seen.push(at - began)
    }
  })
  return {
    seen,
    async emit(count: number) {
      for (let number = 0; number < count; number++) {
        const mark = randomUUIDv7()
        sent.set(mark, now())
        await inWorkspace(app, workspaceId, async (work) => {
          work.emit({ type: 'contact.updated', data: { contactId: mark } })
        })
        await pause(betweenEventsMs)
      }
    },
    async close() {
      child.disconnect()
      await once(child, 'exit')
      streams.endAll()
      await new Promise((done) => server.close(done))
    },
  }
}

/** One connection that listens, and reads what is new in the log whenever it is notified. */
async function createBareReader(world: World) {
  const { databaseUrl, workspaceId } = world
  const listener = new pg.Client({ connectionString: databaseUrl })
  await listener.connect()
  await listener.query(`set baton.workspace = '${workspaceId}'`)
  await listener.query('listen bench')
  const { rows } = await listener.query('select pg_snapshot_xmin(pg_current_snapshot()) as xid')
  let after = { xid: String(rows[0].xid), seq: 0 }
  const seen: number[] = []
  listener.on('notification', async () => {
    const { rows } = await listener.query(
      `select xid, seq, type, conversation_id, data, created_at from event
       where workspace_id = $1 and (xid, seq) > ($2::xid8, $3) order by xid, seq limit 500`,
      [workspaceId, after.xid, after.seq],
    )
    const at = now()
    for (const row of rows) {
      after = { xid: row.xid, seq: row.seq }
      if (typeof row.data.benchAt === 'number') seen.push(at - row.data.benchAt)
    }
  })
  return {
    seen,
    async emit(count: number) {
      for (let number = 0; number < count; number++) {
        const data = JSON.stringify({ benchAt: now() })
        await inTransaction(world, (client) =>
          client.query(
            `insert into event (workspace_id, type, data, created_at) values ($1, 'bench', $2, now())`,
            [workspaceId, data],
          ),
        )
        await world.app.pool.query('notify bench')
        await pause(betweenEventsMs)
      }
    },
    close: () => listener.end(),
  }
}

/** Milliseconds of a clock that the readers' process shares. */
function now(): number {
  return performance.timeOrigin + performance.now()
}
