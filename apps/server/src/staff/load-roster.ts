import type { AssignTo, Fallback, Roster, StaffMember } from '@baton/handover'
import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'

/**
 * The staff who may come into question for an assignment, with what routing must know of them. Their rows are
 * locked, always in the order of their ids, so that two handovers at once count each other.
 */
export async function loadRoster(
  work: UnitOfWork,
  candidates: (AssignTo | Fallback)[],
  presentOwnerId: string | null,
): Promise<Roster> {
  const userIds = new Set(presentOwnerId ? [presentOwnerId] : [])
  const teamIds = new Set<string>()
  for (const candidate of candidates) {
    if (candidate.type === 'user') userIds.add(candidate.userId)
    if (candidate.type === 'team') teamIds.add(candidate.teamId)
  }
  const teams = await membersOf(work, [...teamIds])
  for (const members of teams.values()) for (const userId of members) userIds.add(userId)
  return { staff: await staffOf(work, [...userIds]), teams }
}

async function membersOf({ db, workspaceId }: UnitOfWork, teamIds: string[]): Promise<Map<string, string[]>> {
  const teams = new Map<string, string[]>()
  if (teamIds.length === 0) return teams
  const rows = await db
    .selectFrom('team_member')
    .select(['team_id', 'user_id'])
    .where('workspace_id', '=', workspaceId)
    .where('team_id', 'in', teamIds)
    .execute()
  for (const row of rows) teams.set(row.team_id, [...(teams.get(row.team_id) ?? []), row.user_id])
  return teams
}

async function staffOf(
  { db, workspaceId }: UnitOfWork,
  userIds: string[],
): Promise<Map<string, StaffMember>> {
  const staff = new Map<string, StaffMember>()
  if (userIds.length === 0) return staff
  const rows = await db
    .selectFrom('staff_user')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', userIds)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  // Counted after the lock: what others assigned meanwhile is committed and seen.
  const counts = await db
    .selectFrom('handover')
    .select(['user_id', sql<number>`count(*)`.as('open')])
    .where('workspace_id', '=', workspaceId)
    .where('user_id', 'in', userIds)
    .where('status', '<>', sql.lit('ended'))
    .groupBy('user_id')
    .execute()
  const open = new Map(counts.map((row) => [row.user_id, row.open]))
  for (const row of rows)
    staff.set(row.id, {
      userId: row.id,
      active: row.active,
      mayReply: row.permissions.reply,
      availability: row.availability,
      hours: row.hours,
      capacity: row.capacity,
      openHandovers: open.get(row.id) ?? 0,
      idleSince: row.idle_since.getTime(),
    })
  return staff
}
