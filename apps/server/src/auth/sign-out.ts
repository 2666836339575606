import { serialize } from 'hono/utils/cookie'
import type { UnitOfWork } from '../context.ts'
import type { Exchange } from '../http/exchange.ts'
import type { SignedInUser } from './authenticate.ts'
import { endSessions } from './save-login.ts'

/** Ends the session that asks, and takes its cookies back. */
export async function signOut(work: UnitOfWork, user: SignedInUser, exchange: Exchange): Promise<void> {
  await endSessions(work, user.id, { only: user.sessionId })
  const { authCookies } = await (await work.app.auth()).$context
  const secure = work.app.config.url.startsWith('https:')
  const taken = new Headers()
  for (const { name } of [authCookies.sessionToken, authCookies.dontRememberToken])
    taken.append(
      'set-cookie',
      serialize(name, '', { maxAge: 0, path: '/', httpOnly: true, sameSite: 'Lax', secure }),
    )
  exchange.setCookies(taken)
}
