import type { Bot, Scenario } from '@baton/contract'
import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from 'vitest'
import { ApiError, type Client, createClient, NoAnswerError, paginate } from './index.ts'

type Reply = Response | Error | (() => Response)

const id = '0198f2a4-6c1e-7b3a-9d52-3f8e1c0a7b64'

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers })
}

/** A client before a server that gives these answers, one after the other. */
function before(...replies: Reply[]) {
  return as({ apiKey: 'baton_key' }, ...replies)
}

function as(who: { apiKey?: string }, ...replies: Reply[]) {
  const requests: { url: string; method: string; headers: Headers; body: string | null }[] = []
  const fake = vi.fn(async (url: string | URL | Request, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    requests.push({
      url: String(url),
      method: init.method ?? 'GET',
      headers,
      body: (init.body as string) ?? null,
    })
    const reply = replies.shift()
    if (!reply) throw new Error('The test has no more answers.')
    if (reply instanceof Error) throw reply
    return typeof reply === 'function' ? reply() : reply
  })
  const client = createClient({ baseUrl: 'http://baton.test/', ...who, fetch: fake })
  return { client, requests }
}

/** Lets a call go on over its waits. */
async function settled<T>(call: Promise<T>): Promise<T> {
  const result = call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  await vi.runAllTimersAsync()
  const outcome = await result
  if ('error' in outcome) throw outcome.error
  return outcome.value
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a call', () => {
  test('goes to the address of its endpoint, with key, parameters, query and body', async () => {
    const { client, requests } = before(json(200, { id }), json(200, { items: [], nextCursor: null }))
    await client.updateBot({ params: { id }, body: { mode: 'autopilot' } })
    await client.listTasks({ query: { done: false, limit: 5 } })
    expect(requests[0]).toMatchObject({
      url: `http://baton.test/v1/bots/${id}`,
      method: 'PATCH',
      body: '{"mode":"autopilot"}',
    })
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer baton_key')
    expect(requests[1]?.url).toBe('http://baton.test/v1/tasks?done=false&limit=5')
  })

  test('without a key leaves it to the browser to say who calls', async () => {
    const { client, requests } = as({}, json(200, { id }))
    await client.getBot({ params: { id } })
    expect(requests[0]?.headers.has('authorization')).toBe(false)
  })

  test('escapes what goes into the path', async () => {
    const { client, requests } = before(new Response(null, { status: 204 }))
    expect(await client.removeTag({ params: { id, tag: 'a/b c' } })).toBeUndefined()
    expect(requests[0]?.url).toBe(`http://baton.test/v1/contacts/${id}/tags/a%2Fb%20c`)
  })

  test('sends a file as it is, and reads one so', async () => {
    const { client, requests } = before(json(201, { id }), new Response('%PDF-1.7'))
    const file = new Blob(['%PDF-1.7'])
    await client.uploadAttachment({ params: { id }, query: { name: 'a b.pdf' }, file })
    const read: Blob = await client.readAttachment({ params: { id, attachmentId: id } })
    expect(requests[0]?.url).toBe(`http://baton.test/v1/conversations/${id}/attachments?name=a+b.pdf`)
    expect(requests[0]?.headers.get('content-type')).toBe('application/octet-stream')
    expect(requests[0]?.body).toBe(file)
    expect(await read.text()).toBe('%PDF-1.7')
  })

  test('sends the revision that was read as If-Match', async () => {
    const { client, requests } = before(json(200, {}))
    await client.updateScenario({ params: { id, scenarioId: id }, body: { enabled: true }, ifMatch: 3 })
    expect(requests[0]?.headers.get('if-match')).toBe('"3"')
  })

  test('throws what Baton says of a refusal', async () => {
    const errors = [{ path: 'body.name', message: 'Is missing.' }]
    const problem = { status: 400, code: 'invalid_request', detail: '1 field is not valid.', errors }
    const { client } = before(json(400, problem))
    const refusal = await settled(client.createBot({ body: { name: '' } })).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ApiError)
    expect(refusal).toMatchObject(problem)
  })

  test('does not take the page of a proxy for an answer of Baton', async () => {
    const { client } = before(
      new Response('<h1>Hello</h1>'),
      new Response('<h1>Forbidden</h1>', { status: 403 }),
    )
    await expect(settled(client.getWorkspace())).rejects.toThrow('not the address of Baton')
    await expect(settled(client.getWorkspace())).rejects.toMatchObject({ status: 403, code: 'unknown' })
  })
})

describe('a failure that will pass', () => {
  test('is tried again when reading', async () => {
    const { client, requests } = before(new TypeError('fetch failed'), json(503, {}), json(200, { id }))
    expect(await settled(client.getWorkspace())).toEqual({ id })
    expect(requests).toHaveLength(3)
  })

  test('is tried again when writing, under one Idempotency-Key', async () => {
    const { client, requests } = before(new TypeError('fetch failed'), json(201, { id }))
    await settled(client.createBot({ body: { name: 'Shop bot' } }))
    const keys = requests.map((request) => request.headers.get('idempotency-key'))
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(keys[1]).toBe(keys[0])
  })

  test('is not tried again for a PATCH, which has no such key', async () => {
    const { client, requests } = before(json(503, {}), json(200, {}))
    await expect(settled(client.updateBot({ params: { id }, body: {} }))).rejects.toMatchObject({
      status: 503,
    })
    expect(requests).toHaveLength(1)
  })

  test('ends after three more tries', async () => {
    const { client, requests } = before(...Array.from({ length: 5 }, () => new TypeError('fetch failed')))
    await expect(settled(client.getWorkspace())).rejects.toBeInstanceOf(NoAnswerError)
    expect(requests).toHaveLength(4)
  })

  test('waits as long as Retry-After says', async () => {
    const { client, requests } = before(json(503, {}, { 'retry-after': '30' }), json(200, { id }))
    const call = client.getWorkspace()
    await vi.advanceTimersByTimeAsync(29_999)
    expect(requests).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    await expect(call).resolves.toEqual({ id })
  })

  test('is not waited for once the caller has given up', async () => {
    const { client, requests } = before(json(503, {}, { 'retry-after': '30' }))
    const gone = new AbortController()
    const call = client.getWorkspace({ signal: gone.signal })
    await vi.advanceTimersByTimeAsync(10)
    gone.abort()
    await expect(call).rejects.toMatchObject({ name: 'AbortError' })
    expect(requests).toHaveLength(1)
  })

  test('a refusal is no such failure', async () => {
    const { client, requests } = before(json(409, { code: 'stale_epoch', detail: 'Control changed.' }))
    await expect(settled(client.getWorkspace())).rejects.toMatchObject({ code: 'stale_epoch' })
    expect(requests).toHaveLength(1)
  })
})

test('a list is read page after page, as far as it is wanted', async () => {
  const { client, requests } = before(
    json(200, { items: [{ name: 'A' }, { name: 'B' }], nextCursor: 'next' }),
    json(200, { items: [{ name: 'C' }], nextCursor: null }),
  )
  const names: string[] = []
  for await (const bot of paginate((cursor) => client.listBots({ query: { cursor } }))) names.push(bot.name)
  expect(names).toEqual(['A', 'B', 'C'])
  expect(requests[1]?.url).toContain('cursor=next')
})

test('every call is typed by its endpoint', () => {
  type Arguments<Id extends keyof Client> = Parameters<Client[Id]>[0]
  expectTypeOf<ReturnType<Client['createBot']>>().resolves.toEqualTypeOf<Bot>()
  expectTypeOf<ReturnType<Client['listScenarios']>>().resolves.toEqualTypeOf<{
    items: Scenario[]
    nextCursor: string | null
  }>()
  expectTypeOf<ReturnType<Client['deleteBot']>>().resolves.toEqualTypeOf<undefined>()
  expectTypeOf<NonNullable<Arguments<'listBots'>>['query']>().toEqualTypeOf<
    { cursor?: string | undefined; limit?: number | undefined } | undefined
  >()
  expectTypeOf<Arguments<'getBot'>['params']>().toEqualTypeOf<{ id: string }>()
  expectTypeOf<Arguments<'takeOver'>['body']>().toEqualTypeOf<
    { userId?: string | null | undefined } | undefined
  >()
  expectTypeOf<Arguments<'claim'>['body']>().toEqualTypeOf<{ userId: string }>()
  expectTypeOf<Arguments<'updateScenario'>['ifMatch']>().toEqualTypeOf<number | undefined>()
  expectTypeOf<Client>().not.toHaveProperty('streamEvents')
})
