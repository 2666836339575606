import { type ProblemCode, problem, problemCodes } from '@baton/contract'
import { Hono } from 'hono'
import { pino } from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { HttpEnv } from './environment.ts'
import { failureResponse } from './problem-response.ts'

let logged: string[]
beforeEach(() => {
  logged = []
})

async function answerTo(error: unknown) {
  const app = {
    log: pino({ base: null }, { write: (line: string) => logged.push(line) }),
  } as unknown as AppContext
  const http = new Hono<HttpEnv>()
  http.use(async (c, next) => {
    c.set('requestId', 'r1')
    await next()
  })
  http.get('/', () => Promise.reject(error))
  http.onError((thrown, c) => failureResponse(app, c, thrown))
  const response = await http.request('/')
  return { status: response.status, headers: response.headers, body: problem.parse(await response.json()) }
}

describe('a refusal', () => {
  test.each(Object.keys(problemCodes) as ProblemCode[])('%s has the status of its code', async (code) => {
    const { status, headers, body } = await answerTo(new DomainError(code, 'What to do.'))
    expect(status).toBe(problemCodes[code].status)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(body).toMatchObject({ code, status, detail: 'What to do.', type: `/docs#problem-${code}` })
    expect(logged).toEqual([])
  })

  test('carries what it is about', async () => {
    const errors = [{ path: 'body.name', message: 'Is missing.' }]
    const { body } = await answerTo(
      new DomainError('revision_conflict', 'x', { errors, current: { revision: 4 } }),
    )
    expect(body).toMatchObject({ errors, current: { revision: 4 } })
  })
})

describe('a failure', () => {
  test('that nobody expected is logged, and shows nothing of itself', async () => {
    const { status, body } = await answerTo(new Error('password=hunter2 at db.internal'))
    expect(status).toBe(500)
    expect(body).toMatchObject({ code: 'internal', requestId: 'r1' })
    expect(JSON.stringify(body)).not.toContain('hunter2')
    expect(logged).toHaveLength(1)
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({ level: 50, requestId: 'r1' })
  })

  test.each([
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('the database system is starting up'), { code: '57P03' }),
    Object.assign(new Error('could not serialize access'), { code: '40001' }),
    new Error('timeout exceeded when trying to connect'),
    new Error('Connection terminated unexpectedly'),
  ])('that will pass asks to come again: $message', async (error) => {
    const { status, headers, body } = await answerTo(error)
    expect(status).toBe(503)
    expect(headers.get('retry-after')).toBe('2')
    expect(body.code).toBe('unavailable')
    expect(logged).toHaveLength(1)
  })
})
