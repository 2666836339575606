import type { Team, User } from '@baton/contract'
import { viewHours } from './hours.ts'
import type { TeamRow } from './save-team.ts'
import type { UserRow } from './save-user.ts'

export function viewUser(row: UserRow): User {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    active: row.active,
    permissions: row.permissions,
    availability: row.availability,
    hours: row.hours && viewHours(row.hours),
    capacity: row.capacity,
    languages: row.languages,
    awayUntil: row.away_until?.toISOString() ?? null,
    timeOff: row.time_off.map(({ from, until }) => ({
      from: new Date(from).toISOString(),
      until: new Date(until).toISOString(),
    })),
    skills: row.skills,
    createdAt: row.created_at.toISOString(),
  }
}

export function viewTeam(row: TeamRow): Team {
  return {
    id: row.id,
    name: row.name,
    userIds: row.userIds,
    sharing: row.sharing,
    onlyMatching: row.only_matching,
    createdAt: row.created_at.toISOString(),
  }
}
