import type { Me } from '@baton/contract'
import { type AppContext, inWorkspace } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { Exchange } from '../http/exchange.ts'
import { findStaff } from './authenticate.ts'
import { limitAttempts } from './limit-attempts.ts'
import { readMe } from './read-me.ts'

export type Credentials = { email: string; password: string; remember?: boolean }

/**
 * Signs a person in. An address that nobody has, a wrong password and a user who is deactivated are answered alike, and
 * take alike: better-auth hashes the password whether or not there is somebody to compare it with.
 * @throws DomainError sign_in_failed, too_many_attempts
 */
export function signIn(app: AppContext, exchange: Exchange, credentials: Credentials): Promise<Me> {
  const who = { address: exchange.address, account: credentials.email }
  return limitAttempts(app, who, () => openSession(app, exchange, credentials))
}

/** Signs in somebody who has just shown otherwise who they are. */
export async function openSession(
  app: AppContext,
  exchange: Exchange,
  { email, password, remember = true }: Credentials,
): Promise<Me> {
  const auth = await app.auth()
  const body = { email, password, rememberMe: remember }
  const opened = await auth.api
    .signInEmail({ body, headers: exchange.headers, returnHeaders: true })
    .catch((error: unknown) => {
      if (isRefusal(error)) return null
      throw error
    })
  const staff = opened && (await findStaff(app, opened.response.user.id, null))
  if (!opened || !staff)
    throw new DomainError('sign_in_failed', 'The e-mail address or the password is wrong.')
  exchange.setCookies(opened.headers)
  return inWorkspace(app, staff.workspace_id, (work) => readMe(work, staff.id))
}

/** An error of better-auth about what it was given. */
function isRefusal(error: unknown): boolean {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' && status < 500
}
