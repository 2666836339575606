import { endpoints } from '@baton/contract'
import { handle } from '../http/handle.ts'
import { listAudit } from './list-audit.ts'
import { deleteModel, saveModel, viewModel } from './model.ts'

export const workspaceRoutes = [
  handle(endpoints.getWorkspace, async ({ db, workspaceId }) => {
    const row = await db
      .selectFrom('workspace')
      .selectAll()
      .where('id', '=', workspaceId)
      .executeTakeFirstOrThrow()
    return { id: row.id, name: row.name, timeZone: row.time_zone, createdAt: row.created_at.toISOString() }
  }),
  handle(endpoints.listAudit, (work, { query }) => listAudit(work, query)),
  handle(endpoints.getModel, viewModel),
  handle(endpoints.setModel, async (work, { body }) => {
    await saveModel(work, body)
    return viewModel(work)
  }),
  handle(endpoints.deleteModel, deleteModel),
]
