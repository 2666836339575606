import type { Permissions } from '@baton/contract'
import { sql } from 'kysely'
import type { AppContext } from '../context.ts'
import { transact } from '../database/database.ts'
import { scopesOf } from '../staff/policy.ts'
import { hashToken } from './api-key.ts'

/** Who calls, an API key of a workspace or a person on its staff, and what they may do. */
export type Caller = {
  workspaceId: string
  apiKeyId: string | null
  user: SignedInUser | null
  scopes: readonly string[]
}

export type SignedInUser = {
  id: string
  sessionId: string
  role: 'admin' | 'agent'
  permissions: Permissions
}

type FoundKey = { workspace_id: string; id: string; scopes: string[]; last_used_at: Date | null }
type FoundStaff = {
  workspace_id: string
  id: string
  role: SignedInUser['role']
  permissions: Permissions
}

const usedEveryMs = 60_000

/**
 * The caller behind an `Authorization` header, or null. A token that names no key costs what one does that is
 * right: its hash is looked up in an index.
 */
export async function authenticate(
  app: AppContext,
  authorization: string | undefined,
): Promise<Caller | null> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
  if (!token) return null
  const { rows } = await sql<FoundKey>`select * from find_api_key(${hashToken(token)})`.execute(app.db)
  const key = rows[0]
  if (!key) return null
  noteUse(app, key)
  return { workspaceId: key.workspace_id, apiKeyId: key.id, user: null, scopes: key.scopes }
}

/**
 * The person behind a session cookie, or null. The session is looked up each time, so that one that was ended is worth
 * nothing at once. `cookies` go back with the answer: a session in use is prolonged once a day.
 */
export async function authenticatePerson(
  app: AppContext,
  headers: Headers,
): Promise<{ caller: Caller; cookies: Headers } | null> {
  if (!headers.get('cookie')?.includes('baton.session_token=')) return null
  const auth = await app.auth()
  const found = await auth.api.getSession({ headers, returnHeaders: true })
  if (!found.response) return null
  const { session } = found.response
  const staff = await findStaff(app, session.userId, session.id)
  if (!staff) return null
  const { workspace_id: workspaceId, id, role, permissions } = staff
  const user = { id, sessionId: session.id, role, permissions }
  return { caller: { workspaceId, apiKeyId: null, user, scopes: scopesOf(user) }, cookies: found.headers }
}

/** The active user that a person is, if they are one: in a session that looks into the demo, its admin. */
export async function findStaff(
  { db }: Pick<AppContext, 'db'>,
  personId: string,
  sessionId: string | null,
): Promise<FoundStaff | undefined> {
  const { rows } =
    await sql<FoundStaff>`select * from find_staff_in_session(${personId}, ${sessionId})`.execute(db)
  return rows[0]
}

/** Keys whose use this process is writing down at the moment. */
const noting = new Set<string>()

/** Writes down that a key is in use, to the minute. The request does not wait for it. */
function noteUse(app: AppContext, { workspace_id: workspaceId, id, last_used_at: before }: FoundKey): void {
  const now = app.clock()
  if (noting.has(id) || (before && now.getTime() - before.getTime() < usedEveryMs)) return
  noting.add(id)
  transact(app.db, workspaceId, (trx) =>
    trx
      .updateTable('api_key')
      .set({ last_used_at: now })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .execute(),
  )
    .catch((error: unknown) => app.log.warn({ err: error }, 'the use of an API key was not written down'))
    .finally(() => noting.delete(id))
}
