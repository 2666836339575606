import { endpoints } from '@baton/contract'
import { type Logger, pino } from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import { parseConfig } from '../config.ts'
import type { AppContext } from '../context.ts'
import { createHttp } from './create-http.ts'
import { handle } from './handle.ts'

type Line = Record<string, unknown>

let logged: Line[]
let ready: boolean
let http: ReturnType<typeof createHttp>

function logger(): Logger {
  return pino({ level: 'debug', base: null }, { write: (line: string) => logged.push(JSON.parse(line)) })
}

beforeEach(() => {
  logged = []
  ready = true
  const app = {
    config: parseConfig({ BATON_URL: 'https://baton.example.com' }),
    log: logger(),
    readiness: async () => ({ ok: ready, checks: [{ name: 'database', ok: ready }] }),
    metrics: async () => ['baton_pool_connections{state="idle"} 1'],
  } as unknown as AppContext
  const routes = [handle(endpoints.getBot, async () => Promise.reject(new Error('not reached')))]
  http = createHttp(app, routes)
})

describe('what an operator looks at', () => {
  test('the process is up, and whether it can work', async () => {
    expect(await (await http.request('/healthz')).json()).toEqual({ ok: true })
    expect((await http.request('/readyz')).status).toBe(200)
    ready = false
    const answer = await http.request('/readyz')
    expect(answer.status).toBe(503)
    expect(await answer.json()).toEqual({ ok: false, checks: [{ name: 'database', ok: false }] })
  })

  test('figures: requests by endpoint and status, time, memory, and those of the app', async () => {
    await http.request('/v1/bots/nonsense')
    await http.request('/nowhere')
    const text = await (await http.request('/metrics')).text()
    expect(text).toContain('baton_http_requests_total{endpoint="getBot",status="401"} 1\n')
    expect(text).toContain('baton_http_requests_total{endpoint="other",status="404"} 1\n')
    expect(text).toMatch(/baton_http_request_seconds_bucket\{endpoint="getBot",le="\+Inf"\} 1\n/)
    expect(text).toMatch(/process_resident_memory_bytes \d{7,}\n/)
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds [\d.e-]+\n/)
    expect(text).toContain('baton_pool_connections{state="idle"} 1\n')
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) .+|\w+(\{.*\})? [\d.e+-]+)$/)
  })
})

describe('every request', () => {
  test('has an id, its own where it brings a good one', async () => {
    const own = await http.request('/healthz', { headers: { 'x-request-id': 'trace-1.a' } })
    expect(own.headers.get('x-request-id')).toBe('trace-1.a')
    const forged = await http.request('/healthz', { headers: { 'x-request-id': 'a b"c' } })
    expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('is logged with what served it, and without what it asked for', async () => {
    await http.request('/v1/bots/secret-id?secret=query', {
      headers: { authorization: 'Bearer ', 'x-request-id': 'r1' },
    })
    expect(logged.at(-1)).toMatchObject({
      level: 30,
      requestId: 'r1',
      method: 'GET',
      endpoint: 'getBot',
      status: 401,
    })
    expect(JSON.stringify(logged)).not.toContain('secret')
  })

  test('of a machine that looks every few seconds is not logged at info', async () => {
    await http.request('/healthz')
    expect(logged.at(-1)?.level).toBe(20)
  })

  test('is answered with headers that let a browser do nothing with it', async () => {
    for (const path of ['/healthz', '/v1/bots/1', '/nowhere']) {
      const { headers } = await http.request(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    }
    expect((await http.request('/v1/bots/1')).headers.get('cache-control')).toBe('no-store')
  })
})

describe('an address', () => {
  test('that there is not is a problem', async () => {
    const answer = await http.request('/v1/nowhere')
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({
      status: 404,
      code: 'not_found',
      type: '/docs#problem-not_found',
    })
  })

  test('says which methods it takes', async () => {
    const refused = await http.request('/v1/bots/1', { method: 'PUT' })
    expect(refused.status).toBe(405)
    expect(refused.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect(await refused.json()).toMatchObject({ code: 'method_not_allowed' })
    const asked = await http.request('/v1/bots/1', { method: 'OPTIONS' })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  })

  test('answers HEAD as GET, without a body', async () => {
    const answer = await http.request('/docs', { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })

  test('of the API asks for a key, and says how', async () => {
    const answer = await http.request('/v1/bots/1')
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  })
})

describe('the documents', () => {
  test('are there: a plain page, the docs, and OpenAPI with the public address', async () => {
    expect(await (await http.request('/')).text()).toContain('Baton is up')
    expect((await http.request('/docs')).headers.get('content-type')).toMatch(/^text\/html/)
    const openApi = await (await http.request('/openapi.json')).json()
    expect(openApi).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'https://baton.example.com' }] })
  })

  test('let nothing but their own style through', async () => {
    const policy = (await http.request('/docs')).headers.get('content-security-policy')
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; frame-ancestors 'none'/)
  })
})
