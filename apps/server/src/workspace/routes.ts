import { endpoints } from '@baton/contract'
import { handle } from '../http/handle.ts'
import { deleteModel, saveModel, viewModel } from './model.ts'
import { findWorkspace, viewWorkspace } from './view.ts'

export const workspaceRoutes = [
  handle(endpoints.getWorkspace, async (work) => viewWorkspace(await findWorkspace(work))),
  handle(endpoints.getModel, viewModel),
  handle(endpoints.setModel, async (work, { body }) => {
    await saveModel(work, body)
    return viewModel(work)
  }),
  handle(endpoints.deleteModel, deleteModel),
]
