import { type ApiKey, covers, endpoints, type GrantedScope } from '@baton/contract'
import { viewPage } from '../database/page.ts'
import { DomainError } from '../errors.ts'
import { handle } from '../http/handle.ts'
import { type ApiKeyRow, createApiKey, listApiKeys, revokeApiKey } from './api-key.ts'
import type { Caller } from './authenticate.ts'

export const apiKeyRoutes = [
  handle(endpoints.createApiKey, async (work, { body, caller }) => {
    requireOwn(caller, body.scopes)
    const { row, token } = await createApiKey(work, body)
    return { ...viewApiKey(row), token }
  }),
  handle(endpoints.listApiKeys, async (work, { query }) =>
    viewPage(await listApiKeys(work, query), viewApiKey),
  ),
  handle(endpoints.deleteApiKey, async (work, { params }) => revokeApiKey(work, params.id)),
]

/**
 * Nobody gives what they do not have: else whoever may make keys might do everything.
 * @throws DomainError forbidden
 */
function requireOwn(caller: Caller, wanted: GrantedScope[]): void {
  const lacking = wanted.filter((scope) => !covers(caller.scopes, scope))
  if (lacking.length === 0) return
  throw new DomainError('forbidden', `Nobody can give what they lack themselves: ${lacking.join(', ')}.`)
}

function viewApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes as GrantedScope[],
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }
}
