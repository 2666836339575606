import { createHash, randomBytes } from 'node:crypto'
import type { ApiKeyInput } from '@baton/contract'
import type { Selectable } from 'kysely'
import { newId, type UnitOfWork } from '../context.ts'
import { afterId, type Page, type PageQuery, toPage } from '../database/page.ts'
import type { ApiKeyTable } from '../database/schema/workspace.ts'
import { DomainError } from '../errors.ts'

export type ApiKeyRow = Selectable<ApiKeyTable>

const shownLength = 12

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
  work.emit({ type: 'api_key.created', data: { apiKeyId: row.id }, audit: { name: row.name } })
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
    .returning(['id', 'name'])
    .executeTakeFirst()
  if (!row) throw new DomainError('not_found', 'There is no API key with this id.')
  work.emit({ type: 'api_key.deleted', data: { apiKeyId: id }, audit: { name: row.name } })
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
