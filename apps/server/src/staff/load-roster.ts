import type { AssignTo, Fallback, Roster, Sharing, StaffMember } from '@baton/handover'
import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { calendarOf, readHolidays } from './read-calendar.ts'

/**
 * The staff who may come into question for an assignment, with what routing must know of them. The rows of teams and
 * then of staff are locked, always in the order of their ids, so that two handovers at once count each other and no turn is
 * taken twice.
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
  const sharing = await sharingOf(work, [...teamIds])
  const teams = await membersOf(work, [...teamIds])
  for (const members of teams.values()) for (const userId of members) userIds.add(userId)
  return { staff: await staffOf(work, [...userIds]), teams, sharing }
}

async function sharingOf({ db, workspaceId }: UnitOfWork, teamIds: string[]): Promise<Map<string, Sharing>> {
  if (teamIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('team')
    .select(['id', 'sharing', 'only_matching', 'last_user_id'])
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', teamIds)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      { by: row.sharing, onlyMatching: row.only_matching, lastUserId: row.last_user_id },
    ]),
  )
}

/** Remembers whose turn it was in a team that takes turns. To be called under the lock of `loadRoster`. */
export async function takeTurnInTeam(
  { db, workspaceId }: UnitOfWork,
  teamId: string,
  userId: string,
): Promise<void> {
  await db
    .updateTable('team')
    .set({ last_user_id: userId })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', teamId)
    .execute()
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

async function staffOf(work: UnitOfWork, userIds: string[]): Promise<Map<string, StaffMember>> {
  const { db, workspaceId } = work
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
  const holidays = await readHolidays(work)
  const open = new Map(counts.map((row) => [row.user_id, row.open]))
  for (const row of rows)
    staff.set(row.id, {
      userId: row.id,
      active: row.active,
      mayReply: row.permissions.reply,
      ...calendarOf(row, holidays),
      languages: row.languages,
      skills: row.skills,
      capacity: row.capacity,
      openHandovers: open.get(row.id) ?? 0,
      idleSince: row.idle_since.getTime(),
    })
  return staff
}
