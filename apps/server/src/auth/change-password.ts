import type { ChangePasswordInput } from '@baton/contract'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { SignedInUser } from './authenticate.ts'
import { limitAttempts } from './limit-attempts.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { endSessions, personOf, setPassword } from './save-login.ts'

/**
 * Sets a new password for who knows the present one, and ends their other sessions.
 * @throws DomainError invalid_request when the present one is wrong, too_many_attempts
 */
export async function changePassword(
  work: UnitOfWork,
  user: SignedInUser,
  address: string,
  { currentPassword, password }: ChangePasswordInput,
): Promise<void> {
  const personId = await personOf(work, user.id)
  if (personId === undefined) throw wrongPassword()
  await limitAttempts(work.app, { address, account: personId }, async () => {
    const hash = await passwordHashOf(work, personId)
    if (!(await verifyPassword({ hash, password: currentPassword }))) throw wrongPassword()
  })
  await setPassword(work, personId, await hashPassword(password))
  await endSessions(work, user.id, { except: user.sessionId })
}

async function passwordHashOf({ db }: UnitOfWork, personId: string): Promise<string> {
  const login = await db
    .selectFrom('auth.account')
    .select('password')
    .where('person_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return login?.password ?? ''
}

function wrongPassword(): DomainError {
  return new DomainError('invalid_request', '1 field is not valid, see `errors`.', {
    errors: [{ path: 'body.currentPassword', message: 'Is not your present password.' }],
  })
}
