import { type ApiKey, endpoints } from '@baton/contract'
import { viewPage } from '../database/page.ts'
import { handle } from '../http/handle.ts'
import { type ApiKeyRow, createApiKey, listApiKeys, revokeApiKey } from './api-key.ts'

function viewApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes as ApiKey['scopes'],
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }
}

export const apiKeyRoutes = [
  handle(endpoints.createApiKey, async (work, { body }) => {
    const { row, token } = await createApiKey(work, body)
    return { ...viewApiKey(row), token }
  }),
  handle(endpoints.listApiKeys, async (work, { query }) =>
    viewPage(await listApiKeys(work, query), viewApiKey),
  ),
  handle(endpoints.deleteApiKey, async (work, { params }) => revokeApiKey(work, params.id)),
]
