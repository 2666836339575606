import type { Endpoint } from '@baton/contract'
import type { Context, Handler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Caller } from '../auth/authenticate.ts'
import { type Actor, type AppContext, inWorkspace } from '../context.ts'
import { requireActsForSelf, seenBy } from '../staff/policy.ts'
import { requireSeen } from '../staff/see.ts'
import type { HttpEnv } from './environment.ts'
import { exchangeOf } from './exchange.ts'
import type { Route } from './handle.ts'
import { type Answer, keepAnswer } from './keep-answer.ts'
import { actorsIn } from './name-person.ts'
import { readRequest } from './read-request.ts'
import { requireCaller } from './require-caller.ts'
import { requireOwnOrigin } from './require-own-origin.ts'
import { serveSite, serveVisitor } from './serve-chat.ts'

/** What every request goes through, in this order: who, may they, what, once, in one transaction. */
export function serveEndpoint(app: AppContext, route: Route): Handler<HttpEnv> {
  if ('runForAnybody' in route) return serveAnybody(app, route)
  if ('runForSite' in route) return answering(route.endpoint, serveSite(app, route))
  if ('runForVisitor' in route) return answering(route.endpoint, serveVisitor(app, route))
  const { endpoint } = route
  return async (c) => {
    c.set('served', endpoint.id)
    const caller = await requireCaller(app, c, endpoint)
    const { text, ...read } = await readRequest(c, endpoint, caller.user?.id ?? null)
    for (const actor of actorsIn(endpoint, read)) requireActsForSelf(caller, actor)
    const input = { ...read, caller, exchange: exchangeOf(c) }
    const seen = seenBy(app, caller)
    if ('runApart' in route) {
      const body = await route.runApart(seen, input)
      return send(c, endpoint, { status: endpoint.status, body, replayed: false })
    }
    const key = endpoint.method === 'post' ? c.req.header('idempotency-key') : undefined
    const answer = await inWorkspace(
      seen,
      caller.workspaceId,
      async (work): Promise<Answer> => {
        await requireSeen(work, endpoint, c.req.param('id'))
        const act = async () => ({ status: endpoint.status, body: await route.run(work, input) })
        if (key === undefined) return { ...(await act()), replayed: false }
        return keepAnswer(work, { key, endpoint, path: c.req.path, text, userId: caller.user?.id }, act)
      },
      actorOf(caller, input.body),
    )
    return send(c, endpoint, answer)
  }
}

/** Who is signed in; or the key that calls and, where the body names one, the user for whom, whom the use case checks. */
function actorOf({ apiKeyId, user }: Caller, body: unknown): Actor {
  const named = typeof body === 'object' && body !== null && 'userId' in body ? body.userId : null
  return { apiKeyId, userId: user?.id ?? (typeof named === 'string' ? named : null) }
}

function serveAnybody(
  app: AppContext,
  { endpoint, runForAnybody }: Extract<Route, { runForAnybody: unknown }>,
): Handler<HttpEnv> {
  return async (c) => {
    c.set('served', endpoint.id)
    requireOwnOrigin(app, c)
    const input = await readRequest(c, endpoint)
    const body = await runForAnybody(app, { ...input, exchange: exchangeOf(c) })
    return send(c, endpoint, { status: endpoint.status, body, replayed: false })
  }
}

function answering(endpoint: Endpoint, run: (c: Context<HttpEnv>) => Promise<unknown>): Handler<HttpEnv> {
  return async (c) => {
    c.set('served', endpoint.id)
    return send(c, endpoint, { status: endpoint.status, body: await run(c), replayed: false })
  }
}

function send(
  c: Context<HttpEnv>,
  { etag, response }: Endpoint,
  { status, body, replayed }: Answer,
): Response {
  if (replayed) c.header('idempotency-replayed', 'true')
  if (response === null) return c.body(null, 204)
  if (etag && isRevised(body)) c.header('etag', `"${body.revision}"`)
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, { 'content-type': 'application/json' })
}

function isRevised(body: unknown): body is { revision: number } {
  return typeof body === 'object' && body !== null && 'revision' in body
}
