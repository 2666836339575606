import type { UserWork } from '@baton/contract'
import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { findUser } from './queries.ts'

/**
 * What hangs on a user: what to look at before they are deactivated (R18).
 * @throws DomainError not_found
 */
export async function getUserWork(work: UnitOfWork, userId: string): Promise<UserWork> {
  await findUser(work, userId)
  const { rows } = await sql<{ open: number; waiting: number; tasks: number }>`
    select
      (select count(*) from conversation where workspace_id = ${work.workspaceId}
        and assignee_id = ${userId} and status <> 'resolved') as open,
      (select count(*) from handover where workspace_id = ${work.workspaceId}
        and user_id = ${userId} and status = 'waiting') as waiting,
      (select count(*) from task where workspace_id = ${work.workspaceId}
        and assignee_id = ${userId} and done_at is null) as tasks`.execute(work.db)
  const [counts] = rows
  return {
    scenarios: await scenariosOf(work, userId),
    teams: await teamsOf(work, userId),
    openConversations: counts?.open ?? 0,
    waitingHandovers: counts?.waiting ?? 0,
    openTasks: counts?.tasks ?? 0,
  }
}

async function scenariosOf({ db, workspaceId }: UnitOfWork, userId: string): Promise<UserWork['scenarios']> {
  const rows = await db
    .selectFrom('scenario')
    .select(['id', 'bot_id', 'name', 'enabled', 'assign_to', 'if_unavailable'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('bot_id')
    .orderBy('position')
    .execute()
  return rows.flatMap((row) => {
    const found = { botId: row.bot_id, scenarioId: row.id, name: row.name, enabled: row.enabled }
    const isUser = (target: { type: string; userId?: string }) =>
      target.type === 'user' && target.userId === userId
    return [
      ...(isUser(row.assign_to) ? [{ ...found, as: 'assignee' as const }] : []),
      ...(isUser(row.if_unavailable) ? [{ ...found, as: 'fallback' as const }] : []),
    ]
  })
}

async function teamsOf({ db, workspaceId }: UnitOfWork, userId: string): Promise<UserWork['teams']> {
  const { rows } = await sql<UserWork['teams'][number]>`
    select team.id, team.name, (
      select count(*) from team_member other
      join staff_user on staff_user.workspace_id = other.workspace_id and staff_user.id = other.user_id
      where other.workspace_id = team.workspace_id and other.team_id = team.id
        and other.user_id <> ${userId} and staff_user.active
    ) as "othersActive"
    from team_member
    join team on team.workspace_id = team_member.workspace_id and team.id = team_member.team_id
    where team_member.workspace_id = ${workspaceId} and team_member.user_id = ${userId}
    order by team.name`.execute(db)
  return rows
}
