import type { TeamInput, TeamPatch } from '@baton/contract'
import type { Selectable } from 'kysely'
import { newId, type UnitOfWork } from '../context.ts'
import { isUniqueViolation } from '../database/database.ts'
import { afterId, type Page, type PageQuery, toPage } from '../database/page.ts'
import type { TeamTable } from '../database/schema/staff.ts'
import { DomainError } from '../errors.ts'
import { changedFields } from '../event/changed-fields.ts'
import { viewTeam } from './view.ts'

export type TeamRow = Selectable<TeamTable> & { userIds: string[] }

/** @throws DomainError name_taken, unknown_user */
export async function createTeam(work: UnitOfWork, input: TeamInput): Promise<TeamRow> {
  const id = newId()
  await named(input.name, () =>
    work.db
      .insertInto('team')
      .values({
        workspace_id: work.workspaceId,
        id,
        name: input.name,
        sharing: input.sharing ?? 'least_open',
        only_matching: input.onlyMatching ?? false,
        created_at: work.now,
      })
      .execute(),
  )
  await setMembers(work, id, input.userIds)
  work.emit({ type: 'team.saved', data: { teamId: id }, audit: { name: input.name } })
  return findTeam(work, id)
}

/** @throws DomainError not_found, name_taken, unknown_user */
export async function updateTeam(work: UnitOfWork, id: string, patch: TeamPatch): Promise<TeamRow> {
  const before = await findTeam(work, id)
  const { name = before.name, sharing = before.sharing, onlyMatching = before.only_matching } = patch
  if (name !== before.name || sharing !== before.sharing || onlyMatching !== before.only_matching)
    await named(name, () =>
      work.db
        .updateTable('team')
        .set({ name, sharing, only_matching: onlyMatching })
        .where('workspace_id', '=', work.workspaceId)
        .where('id', '=', id)
        .execute(),
    )
  if (patch.userIds) await setMembers(work, id, patch.userIds)
  const after = await findTeam(work, id)
  const changed = changedFields(viewTeam(before), viewTeam(after))
  work.emit({ type: 'team.saved', data: { teamId: id }, audit: { name: after.name, changed } })
  return after
}

/** Removes a team. Scenarios that name it go on to their fallback, and readiness says so. */
export async function deleteTeam(work: UnitOfWork, id: string): Promise<void> {
  const { name } = await findTeam(work, id)
  await work.db.deleteFrom('team').where('workspace_id', '=', work.workspaceId).where('id', '=', id).execute()
  work.emit({ type: 'team.deleted', data: { teamId: id }, audit: { name } })
}

/** @throws DomainError not_found */
export async function findTeam(work: UnitOfWork, id: string): Promise<TeamRow> {
  const row = await work.db
    .selectFrom('team')
    .selectAll()
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new DomainError('not_found', 'There is no team with this id.')
  const [team] = await withMembers(work, [row])
  return team ?? { ...row, userIds: [] }
}

export async function listTeams(work: UnitOfWork, page: PageQuery): Promise<Page<TeamRow>> {
  const after = afterId(page)
  let select = work.db
    .selectFrom('team')
    .selectAll()
    .where('workspace_id', '=', work.workspaceId)
    .orderBy('id')
    .limit(page.limit + 1)
  if (after) select = select.where('id', '>', after)
  const { rows, nextCursor } = toPage(await select.execute(), page.limit)
  return { rows: await withMembers(work, rows), nextCursor }
}

async function withMembers(
  { db, workspaceId }: UnitOfWork,
  teams: Selectable<TeamTable>[],
): Promise<TeamRow[]> {
  if (teams.length === 0) return []
  const members = await db
    .selectFrom('team_member')
    .select(['team_id', 'user_id'])
    .where('workspace_id', '=', workspaceId)
    .where(
      'team_id',
      'in',
      teams.map((team) => team.id),
    )
    .orderBy('user_id')
    .execute()
  return teams.map((team) => ({
    ...team,
    userIds: members.filter((member) => member.team_id === team.id).map((member) => member.user_id),
  }))
}

async function setMembers({ db, workspaceId }: UnitOfWork, teamId: string, userIds: string[]): Promise<void> {
  const wanted = [...new Set(userIds)]
  const known = wanted.length
    ? await db
        .selectFrom('staff_user')
        .select('id')
        .where('workspace_id', '=', workspaceId)
        .where('id', 'in', wanted)
        .execute()
    : []
  if (known.length < wanted.length)
    throw new DomainError(
      'unknown_user',
      'A member is no user of this workspace. List them with GET /v1/users.',
    )
  await db
    .deleteFrom('team_member')
    .where('workspace_id', '=', workspaceId)
    .where('team_id', '=', teamId)
    .execute()
  if (wanted.length === 0) return
  await db
    .insertInto('team_member')
    .values(wanted.map((userId) => ({ workspace_id: workspaceId, team_id: teamId, user_id: userId })))
    .execute()
}

async function named<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (isUniqueViolation(error, 'team_name'))
      throw new DomainError('name_taken', `There is a team “${name}” already. Choose another name.`)
    throw error
  }
}
