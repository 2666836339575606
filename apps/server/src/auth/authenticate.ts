import { sql } from 'kysely'
import type { AppContext } from '../context.ts'
import { transact } from '../database/database.ts'
import { hashToken } from './api-key.ts'

/** Who calls: an API key of a workspace, and what it may do. */
export type Caller = { workspaceId: string; apiKeyId: string; scopes: readonly string[] }

type FoundKey = { workspace_id: string; id: string; scopes: string[]; last_used_at: Date | null }

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
  return { workspaceId: key.workspace_id, apiKeyId: key.id, scopes: key.scopes }
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
