import type { Endpoint } from '@baton/contract'
import type { Context, Handler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Caller } from '../auth/authenticate.ts'
import { type Actor, type AppContext, inWorkspace } from '../context.ts'
import type { HttpEnv } from './environment.ts'
import type { Route } from './handle.ts'
import { type Answer, keepAnswer } from './keep-answer.ts'
import { readRequest } from './read-request.ts'
import { requireCaller } from './require-caller.ts'

/** What every request goes through, in this order: who, may they, what, once, in one transaction. */
export function serveEndpoint(app: AppContext, route: Route): Handler<HttpEnv> {
  const { endpoint } = route
  return async (c) => {
    c.set('served', endpoint.id)
    const caller = await requireCaller(app, c, endpoint)
    const { text, ...input } = await readRequest(c, endpoint)
    if ('runApart' in route) {
      const body = await route.runApart(app, { ...input, caller })
      return send(c, endpoint, { status: endpoint.status, body, replayed: false })
    }
    const key = endpoint.method === 'post' ? c.req.header('idempotency-key') : undefined
    const answer = await inWorkspace(
      app,
      caller.workspaceId,
      async (work): Promise<Answer> => {
        const act = async () => ({
          status: endpoint.status,
          body: await route.run(work, { ...input, caller }),
        })
        if (key === undefined) return { ...(await act()), replayed: false }
        return keepAnswer(work, { key, endpoint, path: c.req.path, text }, act)
      },
      actorOf(caller, input.body),
    )
    return send(c, endpoint, answer)
  }
}

/** The key that calls and, where the body names one, the user for whom. The use case checks that there is such a user. */
function actorOf({ apiKeyId }: Caller, body: unknown): Actor {
  const named = typeof body === 'object' && body !== null && 'userId' in body ? body.userId : null
  return { apiKeyId, userId: typeof named === 'string' ? named : null }
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
