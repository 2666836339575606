import type { Endpoint } from '@baton/contract'
import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'

/** What hangs on conversations, by the noun in the path: seen only with them. */
const tables: Partial<Record<string, string>> = {
  conversations: 'conversation',
  handovers: 'handover',
  contacts: 'contact',
  tasks: 'task',
}

/**
 * Lets a person who sees only what is assigned to them change what they see, and nothing else. Reading needs no check here:
 * the database shows them no more. But what a change brings about, such as choosing who takes a handover, must know
 * all of the workspace, so from here on the unit of work sees it.
 * @throws DomainError not_found
 */
export async function requireSeen(
  { app, db, workspaceId }: UnitOfWork,
  { method, path }: Endpoint,
  id: string | undefined,
): Promise<void> {
  if (app.viewerId === null || method === 'get') return
  const noun = path.split('/')[2] ?? ''
  const table = tables[noun]
  if (table && id !== undefined) {
    const { rows } = await sql`
      select 1 from ${sql.table(table)} where workspace_id = ${workspaceId} and id = ${id}`.execute(db)
    if (rows.length === 0) throw new DomainError('not_found', 'There is nothing with this id.')
  } else if (noun !== 'channels') return
  await sql`select set_config('baton.viewer', '', true)`.execute(db)
}
