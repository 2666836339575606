import { type Selectable, sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import type { SessionTable } from '../database/schema/auth.ts'
import { DomainError } from '../errors.ts'
import { endSessions, personOf } from './save-login.ts'

export type SessionRow = Selectable<SessionTable>

/** Where a user is signed in at this moment, the newest first. */
export async function listSessions(work: UnitOfWork, userId: string): Promise<SessionRow[]> {
  const personId = await personOf(work, userId)
  if (personId === undefined) return []
  return work.db
    .selectFrom('auth.session')
    .selectAll()
    .where('person_id', '=', personId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
}

/** @throws DomainError not_found when it is no session of this user */
export async function endSession(work: UnitOfWork, userId: string, sessionId: string): Promise<void> {
  if ((await endSessions(work, userId, { only: sessionId })) === 0)
    throw new DomainError('not_found', 'You have no session with this id.')
}
