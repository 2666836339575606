import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { createApiKey } from '../apps/server/src/auth/api-key.ts'
import { inWorkspace } from '../apps/server/src/context.ts'
import { createHttp } from '../apps/server/src/http/create-http.ts'
import { routes } from '../apps/server/src/routes.ts'
import { percentile } from './measure.ts'
import type { World } from './world.ts'

export type FanOutFigures = {
  readers: number
  events: number
  delivered: number
  p50: number
  p99: number
  cpu: number
}

/** Events that are committed one after another, and read by so many open streams over HTTP. */
export async function fanOut(world: World, readers: number, events: number): Promise<FanOutFigures> {
  const { app, workspaceId } = world
  const { token } = await inWorkspace(app, workspaceId, (work) =>
    createApiKey(work, { name: 'Bench', scopes: ['*'] }),
  )
  const server = serve({ fetch: createHttp(app, routes).fetch, port: 0 })
  await new Promise<void>((done) => (server.listening ? done() : server.once('listening', done)))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/events?types=contact.updated`
  const abort = new AbortController()
  const sent = new Map<string, number>()
  const times: number[] = []
  const streams = await Promise.all(
    Array.from({ length: readers }, () =>
      fetch(url, { headers: { authorization: `Bearer ${token}` }, signal: abort.signal }),
    ),
  )
  const ends = streams.map((stream) =>
    readMarks(stream, (mark) => times.push(performance.now() - (sent.get(mark) ?? 0))).catch(() => {}),
  )
  const cpu = process.cpuUsage()
  for (let number = 0; number < events; number++) {
    const mark = crypto.randomUUID()
    sent.set(mark, performance.now())
    await inWorkspace(app, workspaceId, async (work) => {
      work.emit({ type: 'contact.updated', data: { contactId: mark } })
    })
    await pause(20)
  }
  const deadline = performance.now() + 10_000
  while (times.length < readers * events && performance.now() < deadline) await pause(20)
  const { user, system } = process.cpuUsage(cpu)
  abort.abort()
  await Promise.all(ends)
  await app.events.stop()
  await new Promise((done) => server.close(done))
  return {
    readers,
    events,
    delivered: times.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    cpu: (user + system) / Math.max(1, times.length),
  }
}

async function readMarks(stream: Response, onMark: (mark: string) => void): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream.body ?? []) {
    rest += decoder.decode(chunk as Uint8Array, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const mark = /"contactId":"([^"]+)"/.exec(line)?.[1]
      if (mark) onMark(mark)
    }
  }
}
