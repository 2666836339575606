import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { authenticate, mayUse } from '../auth/api-key.ts'
import { type AppContext, inWorkspace } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { Route } from './handle.ts'
import { type Answer, keepAnswer } from './keep-answer.ts'
import { failureResponse, problemResponse } from './problem-response.ts'
import { readRequest } from './read-request.ts'

const mostBytes = 1024 * 1024

/** The whole HTTP surface: the endpoints of the contract, and what an operator looks at. */
export function createHttp(app: AppContext, routes: readonly Route[]): Hono {
  const http = new Hono()
  http.use(secureHeaders())
  http.use(async (c, next) => {
    c.set('requestId' as never, (c.req.header('x-request-id')?.slice(0, 64) ?? randomUUID()) as never)
    await next()
  })
  http.use(
    bodyLimit({
      maxSize: mostBytes,
      onError: (c) => problemResponse(c, new DomainError('payload_too_large', 'A request has at most 1 MB.')),
    }),
  )
  for (const route of routes) serve(app, http, route)
  http.get('/healthz', (c) => c.json({ ok: true }))
  http.get('/readyz', async (c) => {
    const readiness = await app.readiness()
    return c.json(readiness, readiness.ok ? 200 : 503)
  })
  http.notFound((c) =>
    problemResponse(c, new DomainError('not_found', 'There is nothing at this address. See /docs.')),
  )
  http.onError((error, c) => failureResponse(app, c, error))
  return http
}

function serve(app: AppContext, http: Hono, { endpoint, run }: Route): void {
  const path = endpoint.path.replace(/\{(\w+)\}/g, ':$1')
  http.on(endpoint.method.toUpperCase(), path, async (c) => {
    const caller = await authenticate(app, c.req.header('authorization'))
    if (!caller)
      throw new DomainError(
        'unauthenticated',
        'Send an API key that is in use: `Authorization: Bearer baton_…`.',
      )
    if (endpoint.scope && !mayUse(caller, endpoint.scope))
      throw new DomainError('forbidden', `This API key lacks the scope ${endpoint.scope}.`)
    const { text, ...input } = await readRequest(c, endpoint)
    const key = endpoint.method === 'post' ? c.req.header('idempotency-key') : undefined
    const answer = await inWorkspace(app, caller.workspaceId, async (work): Promise<Answer> => {
      const act = async () => ({ status: endpoint.status, body: await run(work, { ...input, caller }) })
      if (key === undefined) return { ...(await act()), replayed: false }
      return keepAnswer(work, { key, method: endpoint.method, path: c.req.path, text }, act)
    })
    if (answer.replayed) c.header('idempotency-replayed', 'true')
    if (endpoint.etag) c.header('etag', `"${revisionOf(answer.body)}"`)
    if (endpoint.response === null) return c.body(null, 204)
    return c.json(answer.body as object, answer.status as ContentfulStatusCode)
  })
}

function revisionOf(body: unknown): number {
  return typeof body === 'object' && body !== null && 'revision' in body ? Number(body.revision) : 0
}
