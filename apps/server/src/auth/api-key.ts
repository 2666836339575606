import { createHash, randomBytes } from 'node:crypto'
import { type ApiKeyInput, everything, type Scope } from '@baton/contract'
import { type Selectable, sql } from 'kysely'
import { type AppContext, newId, type UnitOfWork } from '../context.ts'
import { afterId, type Page, type PageQuery, toPage } from '../database/page.ts'
import type { ApiKeyTable } from '../database/schema/workspace.ts'
import { DomainError } from '../errors.ts'

export type ApiKeyRow = Selectable<ApiKeyTable>

/** Who calls: an API key of a workspace, and what it may do. */
export type Caller = { workspaceId: string; apiKeyId: string; scopes: readonly string[] }

const shownLength = 12
const usedEveryMs = 60_000

/** The token has 256 random bits, so a plain hash of it is as good as a slow one. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Makes a key. The token is shown this once; only its hash is kept. */
export async function createApiKey(
  work: UnitOfWork,
  input: ApiKeyInput,
  token = `baton_${randomBytes(32).toString('base64url')}`,
): Promise<{ row: ApiKeyRow; token: string }> {
  const row = await work.db
    .insertInto('api_key')
    .values({
      workspace_id: work.workspaceId,
      id: newId(),
      name: input.name,
      prefix: token.slice(0, shownLength),
      hash: hashToken(token),
      scopes: input.scopes,
      created_at: work.now,
      last_used_at: null,
      revoked_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  work.emit({ type: 'api_key.created', data: { apiKeyId: row.id } })
  return { row, token }
}

/**
 * Takes a key out of use at once.
 * @throws DomainError not_found
 */
export async function revokeApiKey(work: UnitOfWork, id: string): Promise<void> {
  const row = await work.db
    .updateTable('api_key')
    .set({ revoked_at: work.now })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new DomainError('not_found', 'There is no API key with this id.')
  work.emit({ type: 'api_key.deleted', data: { apiKeyId: id } })
}

export async function listApiKeys(
  { db, workspaceId }: UnitOfWork,
  page: PageQuery,
): Promise<Page<ApiKeyRow>> {
  const after = afterId(page)
  let select = db
    .selectFrom('api_key')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .limit(page.limit + 1)
  if (after) select = select.where('id', '>', after)
  return toPage(await select.execute(), page.limit)
}

/** The caller behind an `Authorization` header, or null. */
export async function authenticate(
  app: AppContext,
  authorization: string | undefined,
): Promise<Caller | null> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
  if (!token) return null
  const { rows } = await sql<{
    workspace_id: string
    id: string
    scopes: string[]
    last_used_at: Date | null
  }>`select * from find_api_key(${hashToken(token)})`.execute(app.db)
  const key = rows[0]
  if (!key) return null
  const now = app.clock()
  if (!key.last_used_at || now.getTime() - key.last_used_at.getTime() > usedEveryMs)
    await markUsed(app, key.workspace_id, key.id, now)
  return { workspaceId: key.workspace_id, apiKeyId: key.id, scopes: key.scopes }
}

async function markUsed(app: AppContext, workspaceId: string, id: string, now: Date): Promise<void> {
  await sql`
    with scope as materialized (select set_config('baton.workspace', ${workspaceId}, true))
    update api_key set last_used_at = ${now} from scope
    where workspace_id = ${workspaceId} and id = ${id}`.execute(app.db)
}

/** Whether a key has a scope. Writing includes reading; `*` is everything. */
export function mayUse(caller: Caller, scope: Scope): boolean {
  const granting = [everything, scope, scope.replace(/:read$/, ':write')]
  return caller.scopes.some((granted) => granting.includes(granted))
}
