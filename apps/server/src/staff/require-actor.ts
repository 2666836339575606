import type { Permissions } from '@baton/contract'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'

const wanting: Record<keyof Permissions, string> = {
  manageBots: 'manage bots',
  manageStaff: 'manage staff',
  seeAll: 'see all conversations',
  reply: 'reply to contacts',
  seeInsights: 'see insights',
}

/**
 * Makes sure that who acts is an active user of this workspace who may do it. Null acts for nobody: an API
 * key, whose scopes were checked already.
 * @throws DomainError unknown_user, user_deactivated, forbidden
 */
export async function requireActor(
  { db, workspaceId }: UnitOfWork,
  userId: string | null,
  permission?: keyof Permissions,
): Promise<void> {
  if (userId === null) return
  const user = await db
    .selectFrom('staff_user')
    .select(['active', 'permissions'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!user)
    throw new DomainError('unknown_user', 'There is no user with this id. List them with GET /v1/users.')
  if (!user.active)
    throw new DomainError('user_deactivated', 'This user is deactivated and cannot act. Choose another one.')
  if (permission && !user.permissions[permission])
    throw new DomainError('forbidden', `This user may not ${wanting[permission]}. An admin can allow it.`)
}
