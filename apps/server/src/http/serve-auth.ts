import type { Context, Hono } from 'hono'
import { addressHeader, authPath } from '../auth/create-auth.ts'
import { limitAttempts } from '../auth/limit-attempts.ts'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'
import { callerAddress } from './caller-address.ts'
import type { HttpEnv } from './environment.ts'
import { requireOwnOrigin } from './require-own-origin.ts'

/** What better-auth serves by itself. Everything else of it, signing up above all, is not there. */
const served = [
  ['POST', '/sign-in/email'],
  ['POST', '/sign-out'],
  ['GET', '/get-session'],
  ['POST', '/change-password'],
] as const

const guessed = new Set<string>(['/sign-in/email', '/change-password'])

/** Mounts better-auth behind our own check of the origin and our own limit of attempts. */
export function serveAuth(http: Hono<HttpEnv>, app: AppContext): void {
  for (const [method, path] of served)
    http.on(method, `${authPath}${path}`, async (c) => {
      c.set('served', `auth${path}`)
      requireOwnOrigin(app, c)
      const auth = await app.auth()
      const request = new Request(c.req.raw, { headers: headersFor(c) })
      if (!guessed.has(path)) return auth.handler(request)
      return answerOf(app, c, request, auth.handler)
    })
}

/** The headers of a request as better-auth gets them. */
function headersFor(c: Context<HttpEnv>): Headers {
  const headers = new Headers(c.req.raw.headers)
  headers.set(addressHeader, callerAddress(c))
  return headers
}

async function answerOf(
  app: AppContext,
  c: Context<HttpEnv>,
  request: Request,
  handler: (request: Request) => Promise<Response>,
): Promise<Response> {
  let refused: Response | undefined
  try {
    return await limitAttempts(
      app,
      { address: callerAddress(c), ...(await accountOf(request)) },
      async () => {
        const response = await handler(request)
        if (response.ok) return response
        refused = response
        throw new DomainError('sign_in_failed', 'The e-mail address or the password is wrong.')
      },
    )
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
