import { newId, type UnitOfWork } from '../context.ts'
import { isUniqueViolation } from '../database/database.ts'
import { DomainError } from '../errors.ts'

/**
 * Lets a user sign in with a password from now on. It is hashed before: that takes long, and no transaction waits for it.
 * @throws DomainError email_taken when the address signs in already, here or in another workspace
 */
export async function createLogin(
  { db, workspaceId }: UnitOfWork,
  user: { id: string; name: string; email: string },
  passwordHash: string,
): Promise<void> {
  const personId = newId()
  const person = { id: personId, name: user.name, email: user.email.toLowerCase() }
  await own(user.email, () => db.insertInto('auth.person').values(person).execute())
  await db
    .insertInto('auth.account')
    .values({
      id: newId(),
      person_id: personId,
      provider_id: 'credential',
      account_id: personId,
      password: passwordHash,
    })
    .execute()
  await db
    .insertInto('auth.staff')
    .values({ person_id: personId, workspace_id: workspaceId, user_id: user.id })
    .execute()
}

/** The person that a user is. Undefined: they have never been able to sign in. */
export async function personOf({ db, workspaceId }: UnitOfWork, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('auth.staff')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.person_id
}

/** The address of a user is also the one that they sign in with. */
export async function changeLoginEmail(work: UnitOfWork, userId: string, email: string): Promise<void> {
  const personId = await personOf(work, userId)
  if (personId === undefined) return
  await own(email, () =>
    work.db
      .updateTable('auth.person')
      .set({ email: email.toLowerCase() })
      .where('id', '=', personId)
      .execute(),
  )
}

export async function setPassword({ db }: UnitOfWork, personId: string, passwordHash: string): Promise<void> {
  await db
    .updateTable('auth.account')
    .set({ password: passwordHash, updated_at: new Date() })
    .where('person_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .execute()
}

/** Ends the sessions of a user, and the streams of events that they read. Returns how many. */
export async function endSessions(
  work: UnitOfWork,
  userId: string,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  const personId = await personOf(work, userId)
  if (personId === undefined) return 0
  let ending = work.db.deleteFrom('auth.session').where('person_id', '=', personId)
  if (which.only !== undefined) ending = ending.where('id', '=', which.only)
  if (which.except !== undefined) ending = ending.where('id', '<>', which.except)
  const ended = await ending.returning('id').execute()
  for (const { id } of ended) work.emit({ type: 'session.ended', data: { userId, sessionId: id } })
  return ended.length
}

async function own<T>(email: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (isUniqueViolation(error, 'person_email_key'))
      throw new DomainError('email_taken', `Somebody signs in with ${email} already. Take another address.`)
    throw error
  }
}
