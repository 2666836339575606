import type { Endpoint } from '@baton/contract'
import type { Context } from 'hono'
import { authenticate, authenticatePerson, type Caller } from '../auth/authenticate.ts'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'
import { requireMayCall } from '../staff/policy.ts'
import type { HttpEnv } from './environment.ts'
import { exchangeOf } from './exchange.ts'
import { requireOwnOrigin } from './require-own-origin.ts'

/**
 * Who calls, and that they may. Comes before anything else is looked at. An API key goes before a cookie.
 * @throws DomainError unauthenticated, foreign_origin, forbidden
 */
export async function requireCaller(
  app: AppContext,
  c: Context<HttpEnv>,
  endpoint: Endpoint,
): Promise<Caller> {
  const caller = await findCaller(app, c)
  if (!caller)
    throw new DomainError(
      'unauthenticated',
      'Sign in, or send an API key that is in use: `Authorization: Bearer baton_…`.',
    )
  requireMayCall(caller, endpoint, c.req.param('id'))
  return caller
}

async function findCaller(app: AppContext, c: Context<HttpEnv>): Promise<Caller | null> {
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) return authenticate(app, authorization)
  const exchange = exchangeOf(c)
  const person = await authenticatePerson(app, exchange.headers)
  if (!person) return null
  requireOwnOrigin(app, c)
  exchange.setCookies(person.cookies)
  return person.caller
}
