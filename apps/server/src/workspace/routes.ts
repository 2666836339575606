import { endpoints } from '@baton/contract'
import { visitDemo } from '../auth/visit-demo.ts'
import { handle, handleApart } from '../http/handle.ts'
import { fillDemo } from './fill-demo.ts'
import { listAudit } from './list-audit.ts'
import { deleteModel, saveModel, viewModel } from './model.ts'
import { removeDemo } from './remove-demo.ts'
import { saveWorkspace } from './save-workspace.ts'
import { findWorkspace, viewWorkspace } from './view.ts'

export const workspaceRoutes = [
  handle(endpoints.getWorkspace, async (work) => viewWorkspace(await findWorkspace(work))),
  handle(endpoints.updateWorkspace, async (work, { body }) => viewWorkspace(await saveWorkspace(work, body))),
  handleApart(endpoints.createDemo, async (app, { caller }) => {
    const demo = await fillDemo(app, caller.workspaceId)
    if (caller.user) await visitDemo(app, caller.user, true)
    return demo
  }),
  handleApart(endpoints.deleteDemo, async (app, { caller }) => {
    await removeDemo(app, caller.workspaceId)
    if (caller.user) await visitDemo(app, caller.user, false)
  }),
  handle(endpoints.listAudit, (work, { query }) => listAudit(work, query)),
  handle(endpoints.getModel, viewModel),
  handle(endpoints.setModel, async (work, { body }) => {
    await saveModel(work, body)
    return viewModel(work)
  }),
  handle(endpoints.deleteModel, deleteModel),
]
