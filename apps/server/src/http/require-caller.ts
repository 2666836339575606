import { covers, type Endpoint } from '@baton/contract'
import type { Context } from 'hono'
import { authenticate, type Caller } from '../auth/authenticate.ts'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'

/**
 * Who calls, and that they may. Comes before anything else is looked at.
 * @throws DomainError unauthenticated, forbidden
 */
export async function requireCaller(app: AppContext, c: Context, { scope }: Endpoint): Promise<Caller> {
  const caller = await authenticate(app, c.req.header('authorization'))
  if (!caller)
    throw new DomainError(
      'unauthenticated',
      'Send an API key that is in use: `Authorization: Bearer baton_…`.',
    )
  if (scope && !covers(caller.scopes, scope))
    throw new DomainError('forbidden', `This API key lacks the scope ${scope}.`)
  return caller
}
