import type { Hono } from 'hono'
import { authPath } from '../auth/create-auth.ts'
import { limitAttempts } from '../auth/limit-attempts.ts'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { HttpEnv } from './environment.ts'
import { exchangeOf } from './exchange.ts'
import { requireOwnOrigin } from './require-own-origin.ts'

/**
 * Mounts what better-auth serves by itself, behind our own check of the origin and our own limit of attempts: signing in, and
 * later other ways to. Nobody signs up, and everything else has endpoints of ours, which tell the event log.
 */
export function serveAuth(http: Hono<HttpEnv>, app: AppContext): void {
  http.post(`${authPath}/sign-in/email`, async (c) => {
    c.set('served', 'authSignIn')
    requireOwnOrigin(app, c)
    const { headers, address } = exchangeOf(c)
    const { handler } = await app.auth()
    return answerOf(app, address, new Request(c.req.raw, { headers }), handler)
  })
}

async function answerOf(
  app: AppContext,
  address: string,
  request: Request,
  handler: (request: Request) => Promise<Response>,
): Promise<Response> {
  let refused: Response | undefined
  try {
    return await limitAttempts(app, { address, ...(await accountOf(request)) }, async () => {
      const response = await handler(request)
      if (response.ok) return response
      refused = response
      throw new DomainError('sign_in_failed', 'The e-mail address or the password is wrong.')
    })
  } catch (error) {
    if (refused) return refused
    throw error
  }
}

async function accountOf(request: Request): Promise<{ account?: string }> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null)
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : undefined
  return typeof email === 'string' ? { account: email } : {}
}
