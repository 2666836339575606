import type { Selectable } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { encodeCursor } from '../database/cursor.ts'
import { afterId, type Page, type PageQuery } from '../database/page.ts'
import type { HandoverTable } from '../database/schema/handover.ts'
import { DomainError } from '../errors.ts'

export type HandoverRow = Selectable<HandoverTable>

/** @throws DomainError not_found */
export async function findHandover({ db, workspaceId }: UnitOfWork, id: string): Promise<HandoverRow> {
  const row = await db
    .selectFrom('handover')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new DomainError('not_found', 'There is no handover with this id.')
  return row
}

/** Handovers, newest first. */
export async function listHandovers(
  { db, workspaceId }: UnitOfWork,
  query: PageQuery & {
    status?: HandoverRow['status'] | undefined
    conversationId?: string | undefined
    scenarioId?: string | undefined
  },
): Promise<Page<HandoverRow>> {
  const after = afterId(query)
  let select = db
    .selectFrom('handover')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
  if (after) select = select.where('id', '<', after)
  if (query.status) select = select.where('status', '=', query.status)
  if (query.conversationId) select = select.where('conversation_id', '=', query.conversationId)
  if (query.scenarioId) select = select.where('scenario_id', '=', query.scenarioId)
  const found = await select.execute()
  const rows = found.slice(0, query.limit)
  const last = rows.at(-1)
  return {
    rows,
    nextCursor: found.length > query.limit && last ? encodeCursor(last.began_at, last.id) : null,
  }
}
