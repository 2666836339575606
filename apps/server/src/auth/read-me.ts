import type { Me } from '@baton/contract'
import type { UnitOfWork } from '../context.ts'
import { findUser } from '../staff/queries.ts'
import { viewUser } from '../staff/view.ts'
import { findWorkspace, viewWorkspace } from '../workspace/view.ts'

/** A user with their workspace and what they may do. */
export async function readMe(work: UnitOfWork, userId: string): Promise<Me> {
  const user = await findUser(work, userId)
  const workspace = await findWorkspace(work)
  return { user: viewUser(user), workspace: viewWorkspace(workspace), permissions: user.permissions }
}
