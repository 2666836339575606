import type { WorkspacePatch } from '@baton/contract'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import { findWorkspace, type WorkspaceRow } from './view.ts'

/**
 * Changes what the workspace is called and where it is.
 * @throws DomainError invalid_request for a time zone that there is not
 */
export async function saveWorkspace(work: UnitOfWork, patch: WorkspacePatch): Promise<WorkspaceRow> {
  const { name, timeZone } = patch
  if (timeZone !== undefined) requireTimeZone(timeZone)
  const before = await findWorkspace(work)
  const changed = [
    ...(name !== undefined && name !== before.name ? ['name'] : []),
    ...(timeZone !== undefined && timeZone !== before.time_zone ? ['timeZone'] : []),
  ]
  if (changed.length === 0) return before
  const row = await work.db
    .updateTable('workspace')
    .set({ name: name ?? before.name, time_zone: timeZone ?? before.time_zone })
    .where('id', '=', work.workspaceId)
    .returningAll()
    .executeTakeFirstOrThrow()
  work.emit({ type: 'workspace.updated', data: { changed }, audit: { name: row.name, changed } })
  return row
}

/** @throws DomainError invalid_request */
export function requireTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    const message = 'Is no time zone. Give a name like Europe/Berlin.'
    throw new DomainError('invalid_request', '1 field is not valid, see `errors`.', {
      errors: [{ path: 'body.timeZone', message }],
    })
  }
}
