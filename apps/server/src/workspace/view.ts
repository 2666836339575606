import type { Workspace } from '@baton/contract'
import type { Selectable } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import type { WorkspaceTable } from '../database/schema/workspace.ts'

export type WorkspaceRow = Selectable<WorkspaceTable>

export function findWorkspace({ db, workspaceId }: UnitOfWork): Promise<WorkspaceRow> {
  return db.selectFrom('workspace').selectAll().where('id', '=', workspaceId).executeTakeFirstOrThrow()
}

export function viewWorkspace(row: WorkspaceRow): Workspace {
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    isDemo: row.demo_of !== null,
    createdAt: row.created_at.toISOString(),
  }
}
