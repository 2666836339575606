import { type AuditEntry, type AuditQuery, type EventType, eventType } from '@baton/contract'
import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { foreignCursor } from '../database/cursor.ts'

/** Who changed how Baton is set up, newest first: from the event log, which nothing is taken out of. */
export async function listAudit(
  { db, workspaceId }: UnitOfWork,
  query: AuditQuery,
): Promise<{ items: AuditEntry[]; nextCursor: string | null }> {
  let select = db
    .selectFrom('event')
    .select(['seq', 'type', 'created_at', 'user_id', 'api_key_id', 'audit', 'data'])
    .where('workspace_id', '=', workspaceId)
    .where('audit', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(query.limit + 1)
  if (query.cursor !== undefined) select = select.where(sql<boolean>`seq < ${numberOf(query.cursor)}`)
  if (query.userId) select = select.where('user_id', '=', query.userId)
  if (query.about) select = select.where('type', 'in', typesAbout(query.about))
  const found = await select.execute()
  const rows = found.slice(0, query.limit)
  const last = rows.at(-1)
  return {
    items: rows.map((row) => ({
      id: String(row.seq),
      type: row.type,
      at: row.created_at.toISOString(),
      by:
        row.user_id === null && row.api_key_id === null
          ? null
          : { userId: row.user_id, apiKeyId: row.api_key_id },
      name: row.audit?.name ?? null,
      changed: row.audit?.changed ?? null,
      data: { ...row.data },
    })),
    nextCursor: found.length > query.limit && last ? String(last.seq) : null,
  }
}

function typesAbout(subject: NonNullable<AuditQuery['about']>): EventType[] {
  return eventType.options.filter((type) => type.startsWith(`${subject}.`))
}

function numberOf(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw foreignCursor()
  return Number(cursor)
}
