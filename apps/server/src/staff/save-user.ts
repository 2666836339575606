import type { AvailabilityInput, Permissions, UserInput, UserPatch } from '@baton/contract'
import type { Selectable } from 'kysely'
import { changeLoginEmail, endSessions } from '../auth/save-login.ts'
import { newId, type UnitOfWork } from '../context.ts'
import { isUniqueViolation } from '../database/database.ts'
import type { StaffUserTable } from '../database/schema/staff.ts'
import { DomainError } from '../errors.ts'
import { changedFields } from '../event/changed-fields.ts'
import { parseHours, parseTimeOff } from './hours.ts'
import { findUser } from './queries.ts'
import { requireAssignable } from './require-assignable.ts'
import { viewUser } from './view.ts'

export type UserRow = Selectable<StaffUserTable>

/** What a role may do until an admin says otherwise. */
const permissionsOf: Record<UserRow['role'], Permissions> = {
  admin: { manageBots: true, manageStaff: true, seeAll: true, reply: true, seeInsights: true },
  agent: { manageBots: false, manageStaff: false, seeAll: true, reply: true, seeInsights: false },
}

/** What somebody may do, by their role and what was said otherwise. */
export function permissionsFor(role: UserRow['role'], otherwise?: UserInput['permissions']): Permissions {
  return { ...permissionsOf[role], ...otherwise }
}

/** @throws DomainError email_taken */
export async function createUser(work: UnitOfWork, input: UserInput): Promise<UserRow> {
  const row = await unique(input.email, () =>
    work.db
      .insertInto('staff_user')
      .values({
        workspace_id: work.workspaceId,
        id: newId(),
        name: input.name,
        email: input.email,
        role: input.role,
        permissions: JSON.stringify(permissionsFor(input.role, input.permissions)),
        hours: null,
        capacity: null,
        idle_since: work.now,
        created_at: work.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow(),
  )
  work.emit({ type: 'user.saved', data: { userId: row.id }, audit: { name: row.name } })
  return row
}

/**
 * Changes a user. Users are deactivated, not deleted: what they wrote and claimed stays theirs. Their sessions end at
 * once, and their open conversations go to whom the change names, else to nobody.
 * @throws DomainError not_found, email_taken, last_admin, unknown_user, user_deactivated, unknown_team
 */
export async function updateUser(work: UnitOfWork, id: string, patch: UserPatch): Promise<UserRow> {
  const before = await findUser(work, id, { lock: true })
  const role = patch.role ?? before.role
  const active = patch.active ?? before.active
  if (before.role === 'admin' && before.active && (role !== 'admin' || !active)) await keepAnAdmin(work, id)
  const base = patch.role && patch.role !== before.role ? permissionsOf[role] : before.permissions
  const row = await unique(patch.email ?? before.email, () =>
    work.db
      .updateTable('staff_user')
      .set({
        name: patch.name ?? before.name,
        email: patch.email ?? before.email,
        role,
        active,
        permissions: JSON.stringify({ ...base, ...patch.permissions }),
      })
      .where('workspace_id', '=', work.workspaceId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow(),
  )
  if (row.email !== before.email) await changeLoginEmail(work, id, row.email)
  if (before.active && !row.active) {
    await endSessions(work, id)
    await letGo(work, id, patch)
  }
  const changed = changedFields(viewUser(before), viewUser(row))
  work.emit({ type: 'user.saved', data: { userId: id }, audit: { name: row.name, changed } })
  return row
}

/** What they had goes on after the commit: conversations are locked before staff, never after. */
async function letGo(work: UnitOfWork, userId: string, { passOnTo }: UserPatch): Promise<void> {
  const assignTo = passOnTo ?? { type: 'nobody' }
  await requireAssignable(work, assignTo)
  work.enqueue('pass_on', { workspaceId: work.workspaceId, userId, assignTo })
}

/**
 * Says when a user takes handovers: available or away, weekly hours in a time zone, and how many at a time.
 * @throws DomainError not_found, invalid_request for a time zone that is not one
 */
export async function setAvailability(
  work: UnitOfWork,
  id: string,
  input: AvailabilityInput,
): Promise<UserRow> {
  const before = await findUser(work, id, { lock: true })
  const row = await work.db
    .updateTable('staff_user')
    .set({
      availability: input.availability,
      ...(input.hours === undefined
        ? {}
        : { hours: input.hours === null ? null : JSON.stringify(parseHours(input.hours)) }),
      ...(input.capacity === undefined ? {} : { capacity: input.capacity }),
      away_until: awayUntilOf(before, input, work.now),
      ...(input.timeOff === undefined ? {} : { time_off: JSON.stringify(parseTimeOff(input.timeOff)) }),
      ...(input.skills === undefined ? {} : { skills: input.skills }),
      ...(input.languages === undefined ? {} : { languages: input.languages }),
    })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const changed = changedFields(viewUser(before), viewUser(row))
  work.emit({ type: 'user.saved', data: { userId: id }, audit: { name: row.name, changed } })
  return row
}

/** A time to come back lasts while somebody stays away, and no longer than it takes to come. */
function awayUntilOf(before: UserRow, input: AvailabilityInput, now: Date): Date | null {
  if (input.availability === 'available') return null
  if (input.awayUntil !== undefined) return input.awayUntil === null ? null : new Date(input.awayUntil)
  const stays = before.availability === 'away' && before.away_until && before.away_until > now
  return stays ? before.away_until : null
}

/** Handovers that nobody can take go to the admins, so one must be left. */
async function keepAnAdmin({ db, workspaceId }: UnitOfWork, leavingId: string): Promise<void> {
  const admins = await db
    .selectFrom('staff_user')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('role', '=', 'admin')
    .where('active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (admins.some((admin) => admin.id !== leavingId)) return
  throw new DomainError('last_admin', 'This is the last active admin. Make somebody else an admin first.')
}

async function unique<T>(email: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (isUniqueViolation(error, 'staff_user_email'))
      throw new DomainError('email_taken', `There is a user with the address ${email} already.`)
    throw error
  }
}
