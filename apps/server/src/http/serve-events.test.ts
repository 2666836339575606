import type { AddressInfo } from 'node:net'
import { createClient } from '@baton/client'
import type { BatonEvent } from '@baton/contract'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiWorld, createCaller, makeApiWorld, serveApi } from '../../test/api-world.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { createHttp } from './create-http.ts'
import { createEventStreams } from './event-streams.ts'

let baton: TestApp
let served: Awaited<ReturnType<typeof serveApi>>
beforeAll(async () => {
  baton = await createTestApp()
  served = await serveApi(baton)
})
afterAll(async () => {
  await served.close()
  await baton.close()
})

function clientOf(world: ApiWorld) {
  return createClient({ baseUrl: served.url, apiKey: world.token })
}

async function next(events: AsyncGenerator<BatonEvent>): Promise<BatonEvent> {
  const { value } = await events.next()
  if (!value) throw new Error('The stream has ended.')
  return value
}

/** Opens the stream and waits until it has begun, so that what happens next is in it. */
async function openStream(world: ApiWorld, query = '', headers: Record<string, string> = {}) {
  const gone = new AbortController()
  const response = await fetch(`${served.url}/v1/events${query}`, {
    headers: { authorization: `Bearer ${world.token}`, ...headers },
    signal: gone.signal,
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    response,
    end: () => gone.abort(),
    async until(part: string): Promise<string> {
      while (!text.includes(part)) {
        const chunk = await reader?.read()
        if (chunk?.done !== false) return text
        text += chunk.value
      }
      return text
    },
  }
}

describe('GET /v1/events', () => {
  test('tells what happens from now on, as server-sent events', async () => {
    const world = await makeApiWorld(baton)
    const stream = await openStream(world)
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(stream.response.headers.get('x-content-type-options')).toBe('nosniff')
    await stream.until('id: ')
    const { messageId } = await world.write('Hello')
    const text = await stream.until(messageId)
    stream.end()
    const [, id, json] = /\nid: (\d+\.\d+)\ndata: (.*"message\.created".*)\n/.exec(text) ?? []
    expect(JSON.parse(json ?? '')).toMatchObject({
      id,
      type: 'message.created',
      data: { messageId, text: 'Hello' },
    })
  })

  test('goes on after the last event that was read, and misses nothing', async () => {
    const world = await makeApiWorld(baton)
    const first = clientOf(world).events({ lastEventId: '0.0' })
    const start = await next(first)
    await first.return()
    await world.write('One')
    await world.write('Two')
    const texts: string[] = []
    for await (const event of clientOf(world).events({ lastEventId: start.id, types: ['message.created'] })) {
      if (event.type === 'message.created') texts.push(event.data.text)
      if (texts.at(-1) === 'Two') break
    }
    expect(texts.slice(-2)).toEqual(['One', 'Two'])
    expect(new Set(texts).size).toBe(texts.length)
  })

  test('takes the place to resume from in the address, too', async () => {
    const world = await makeApiWorld(baton)
    const stream = await openStream(world, '?lastEventId=0.0')
    await stream.until('conversation.created')
    stream.end()
  })

  test('tells of one conversation, or of some types, when asked to', async () => {
    const world = await makeApiWorld(baton)
    const { conversationId } = await world.write('Mine', { contact: 'visitor-2' })
    const own = await openStream(world, `?conversationId=${conversationId}&types=message.created,bot.turn`)
    await own.until('id: ')
    await world.write('Not this', { contact: 'visitor-1' })
    await world.write('But this', { contact: 'visitor-2' })
    const text = await own.until('But this')
    own.end()
    expect(text).not.toContain('Not this')
    expect(text).not.toContain('conversation.updated')
  })

  test('shows nothing of another workspace', async () => {
    const [world, other] = [await makeApiWorld(baton), await makeApiWorld(baton)]
    const stream = await openStream(world)
    await stream.until('id: ')
    await other.write('Theirs')
    await world.write('Ours')
    const text = await stream.until('Ours')
    stream.end()
    expect(text).not.toContain('Theirs')
  })

  test('refuses a place that it never gave, and a filter that is none', async () => {
    const { call } = createCaller(baton)
    const { token } = await makeApiWorld(baton)
    const place = await call('get', '/v1/events', { token, headers: { 'last-event-id': 'nonsense' } })
    expect(place).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    const filter = await call('get', '/v1/events', { token, query: '?types=message.creatd' })
    expect(filter).toMatchObject({ status: 400, body: { errors: [{ path: 'query.types[0]' }] } })
  })

  test('ends when its key is deleted', async () => {
    const world = await makeApiWorld(baton)
    const stream = await openStream(world)
    await stream.until('id: ')
    await clientOf(world).deleteApiKey({ params: { id: world.ids['api-keys'] ?? '' } })
    expect(await stream.until('never')).toContain('api_key.deleted')
  })

  test('ends when the server stops, and its reader goes on at the next one', async () => {
    const world = await makeApiWorld(baton)
    const first = await serveAt(0)
    const client = createClient({ baseUrl: `http://127.0.0.1:${first.port}`, apiKey: world.token })
    const events = client.events({ types: ['message.created'], lastEventId: '0.0' })
    await next(events)
    await first.close()
    const { messageId } = await world.write('Meanwhile')
    const second = await serveAt(first.port)
    let event = await next(events)
    while (event.type !== 'message.created' || event.data.messageId !== messageId) event = await next(events)
    await events.return()
    await second.close()
  })
})

async function serveAt(wanted: number) {
  const streams = createEventStreams()
  const server = createAdaptorServer({ fetch: createHttp(baton.app, [], streams).fetch })
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve)
      streams.endAll()
    })
  return { port, close }
}
