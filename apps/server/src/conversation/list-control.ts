import { type ControlChange, eventData } from '@baton/contract'
import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'

const mostChanges = 500

/** Who had a conversation when, oldest first, as the event log tells it (R22). */
export async function listControl(
  { db, workspaceId }: UnitOfWork,
  conversationId: string,
): Promise<ControlChange[]> {
  const rows = await db
    .selectFrom('event')
    .select(['created_at', 'user_id', 'api_key_id', 'data'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    // A literal, so that the index on these events is used also by a prepared statement.
    .where('type', '=', sql.lit('conversation.updated'))
    .orderBy('seq', 'desc')
    .limit(mostChanges)
    .execute()
  return rows.reverse().map((row) => ({
    at: row.created_at.toISOString(),
    by:
      row.user_id === null && row.api_key_id === null
        ? null
        : { userId: row.user_id, apiKeyId: row.api_key_id },
    ...eventData['conversation.updated'].parse(row.data),
  }))
}
