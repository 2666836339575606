import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { AppContext } from '../context.ts'
import type { HttpEnv } from './environment.ts'
import type { HttpMetrics } from './metrics.ts'

/** What an operator's tools ask every few seconds. */
const quiet = new Set(['/healthz', '/readyz', '/metrics'])

/**
 * Gives each request an id, and counts and logs what became of it. Neither texts nor addresses are logged: an
 * address may hold what a contact is called.
 */
export function observe(app: AppContext, metrics: HttpMetrics): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const began = performance.now()
    const requestId = givenId(c.req.header('x-request-id')) ?? randomUUID()
    c.set('requestId', requestId)
    c.header('x-request-id', requestId)
    await next()
    const ms = performance.now() - began
    const endpoint = c.get('served') ?? 'other'
    metrics.count(endpoint, c.res.status, ms)
    const level = quiet.has(c.req.path) ? 'debug' : 'info'
    app.log[level](
      { requestId, method: c.req.method, endpoint, status: c.res.status, ms: Math.round(ms) },
      'request',
    )
  }
}

function givenId(header: string | undefined): string | undefined {
  return header !== undefined && /^[\w.-]{1,64}$/.test(header) ? header : undefined
}
