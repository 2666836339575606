import type { BatonEvent } from '@baton/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createClient } from './index.ts'

const encoder = new TextEncoder()

function frame(id: string): string {
  return `id: ${id}\ndata: ${JSON.stringify({ id, type: 'contact.updated', conversationId: null, at: '', data: {} })}\n\n`
}

/** A stream that says this and then ends, or stays silent. */
function stream(text: string, then: 'ends' | 'is silent' = 'ends'): (signal: AbortSignal) => Response {
  return (signal) =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(encoder.encode(text))
          if (then === 'ends') controller.close()
          else signal.addEventListener('abort', () => controller.error(signal.reason))
        },
      }),
    )
}

function before(...replies: ((signal: AbortSignal) => Response)[]) {
  const requests: { url: string; lastEventId: string | null }[] = []
  const fetch = vi.fn(async (url: string | URL | Request, init: RequestInit = {}) => {
    requests.push({ url: String(url), lastEventId: new Headers(init.headers).get('last-event-id') })
    const reply = replies.shift()
    if (!reply || !init.signal) throw new TypeError('fetch failed')
    return reply(init.signal)
  })
  return { client: createClient({ baseUrl: 'http://baton.test', apiKey: 'baton_key', fetch }), requests }
}

/** Reads so many events and leaves. */
async function take(events: AsyncGenerator<BatonEvent>, count: number): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of events) {
    ids.push(id)
    if (ids.length === count) break
  }
  return ids
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('live events', () => {
  test('come in order, filtered by the server', async () => {
    const { client, requests } = before(stream(frame('1.1') + frame('1.2')))
    expect(await take(client.events({ types: ['contact.updated', 'bot.turn'] }), 2)).toEqual(['1.1', '1.2'])
    expect(requests[0]?.url).toBe('http://baton.test/v1/events?types=contact.updated%2Cbot.turn')
  })

  test('go on after the last one when the line was lost', async () => {
    const { client, requests } = before(
      stream(frame('1.1')),
      () => new Response(null, { status: 503 }),
      stream(frame('1.2')),
    )
    const taken = take(client.events(), 2)
    await vi.runAllTimersAsync()
    expect(await taken).toEqual(['1.1', '1.2'])
    expect(requests.map((request) => request.lastEventId)).toEqual([null, '1.1', '1.1'])
  })

  test('go on from where the stream began when nothing had happened yet', async () => {
    const { client, requests } = before(stream('id: 7.0\n\n'), stream(frame('7.1')))
    const taken = take(client.events(), 1)
    await vi.runAllTimersAsync()
    expect(await taken).toEqual(['7.1'])
    expect(requests[1]?.lastEventId).toBe('7.0')
  })

  test('come over a new line when the old one has fallen silent', async () => {
    const { client, requests } = before(stream(frame('1.1'), 'is silent'), stream(frame('1.2')))
    const taken = take(client.events(), 2)
    await vi.advanceTimersByTimeAsync(44_000)
    expect(requests).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await taken).toEqual(['1.1', '1.2'])
  })

  test('say when the line is open, and lost when the next try fails too', async () => {
    const { client } = before(
      stream(frame('1.1')),
      () => new Response(null, { status: 503 }),
      stream(frame('1.2')),
    )
    const said: boolean[] = []
    const taken = take(client.events({ onConnection: (connected) => said.push(connected) }), 2)
    await vi.runAllTimersAsync()
    await taken
    expect(said).toEqual([true, false, true])
  })

  test('end quietly when they are not wanted any more', async () => {
    const { client } = before(stream('id: 1.0\n\n', 'is silent'))
    const gone = new AbortController()
    const taken = take(client.events({ signal: gone.signal }), 1)
    await vi.advanceTimersByTimeAsync(1_000)
    gone.abort()
    expect(await taken).toEqual([])
  })

  test('are refused at once with a key that is not valid', async () => {
    const refused = { status: 401, code: 'unauthenticated', detail: 'Send an API key.' }
    const { client, requests } = before(() => new Response(JSON.stringify(refused), { status: 401 }))
    await expect(take(client.events(), 1)).rejects.toMatchObject(refused)
    expect(requests).toHaveLength(1)
  })
})
