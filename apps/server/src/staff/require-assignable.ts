import type { AssignTo, Fallback } from '@baton/handover'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import { requireActor } from './require-actor.ts'

/**
 * Makes sure that a user or team that something is to be assigned to is there.
 * @throws DomainError unknown_user, user_deactivated, unknown_team
 */
export async function requireAssignable(work: UnitOfWork, target: AssignTo | Fallback): Promise<void> {
  if (target.type === 'user') return requireActor(work, target.userId)
  if (target.type !== 'team') return
  const team = await work.db
    .selectFrom('team')
    .select('id')
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', target.teamId)
    .executeTakeFirst()
  if (!team)
    throw new DomainError('unknown_team', 'There is no team with this id. List them with GET /v1/teams.')
}
