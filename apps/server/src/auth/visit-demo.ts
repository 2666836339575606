import { sql } from 'kysely'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { SignedInUser } from './authenticate.ts'

/**
 * Lets a session look into the demo beside its workspace, as the admin of the demo, or lets it go home. Where there is no
 * demo, it stays at home.
 * @throws DomainError forbidden
 */
export async function visitDemo(
  { db }: Pick<AppContext, 'db'>,
  { sessionId, role }: SignedInUser,
  visits: boolean,
): Promise<void> {
  if (role !== 'admin') throw new DomainError('forbidden', 'Ask an admin: only they look into the demo.')
  await sql`update auth.session set in_demo = ${visits} where id = ${sessionId}`.execute(db)
}
