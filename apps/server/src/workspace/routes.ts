import { endpoints } from '@baton/contract'
import { handle, handleApart } from '../http/handle.ts'
import { fillDemo } from './fill-demo.ts'
import { listAudit } from './list-audit.ts'
import { deleteModel, saveModel, viewModel } from './model.ts'
import { removeDemo } from './remove-demo.ts'
import { findWorkspace, viewWorkspace } from './view.ts'

export const workspaceRoutes = [
  handle(endpoints.getWorkspace, async (work) => viewWorkspace(await findWorkspace(work))),
  handleApart(endpoints.createDemo, (app, { caller }) => fillDemo(app, caller.workspaceId)),
  handleApart(endpoints.deleteDemo, (app, { caller }) => removeDemo(app, caller.workspaceId)),
  handle(endpoints.listAudit, (work, { query }) => listAudit(work, query)),
  handle(endpoints.getModel, viewModel),
  handle(endpoints.setModel, async (work, { body }) => {
    await saveModel(work, body)
    return viewModel(work)
  }),
  handle(endpoints.deleteModel, deleteModel),
]
