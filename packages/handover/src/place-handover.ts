import type { Instant } from './control.ts'
import { type Hours, isOpenAt } from './hours.ts'

/** A member of staff as routing sees them. */
export type StaffMember = {
  userId: string
  active: boolean
  mayReply: boolean
  availability: 'available' | 'away'
  /** Null: always on duty. */
  hours: Hours | null
  /** Most open handovers at a time. Null: no limit. */
  capacity: number | null
  openHandovers: number
  /** When they last got or finished a handover; the longest idle is asked first. */
  idleSince: Instant
}

export type AssignTo =
  | { type: 'user'; userId: string }
  | { type: 'team'; teamId: string }
  | { type: 'nobody' }

export type Fallback = { type: 'user'; userId: string } | { type: 'team'; teamId: string } | { type: 'queue' }

export type Unavailable =
  | 'not_found'
  | 'deactivated'
  | 'no_permission'
  | 'away'
  | 'outside_hours'
  | 'at_capacity'
  | 'nobody_in_team'

/** One person or team that was asked, and what came of it. The trail explains every assignment. */
export type Asked = {
  as: 'present_owner' | 'assignee' | 'fallback'
  userId: string | null
  teamId: string | null
  verdict: 'takes_it' | Unavailable
}

export type Placement = {
  userId: string | null
  teamId: string | null
  /** True: nobody could take it, or nobody was to; it stands in *Needs a human* and all admins are told. */
  queued: boolean
  trail: Asked[]
}

export type Roster = {
  staff: ReadonlyMap<string, StaffMember>
  /** The members of each team, by team id. */
  teams: ReadonlyMap<string, readonly string[]>
}

/** Why a member cannot take a handover now, or `takes_it`. */
export function canTake(member: StaffMember | undefined, now: Instant): 'takes_it' | Unavailable {
  if (!member) return 'not_found'
  if (!member.active) return 'deactivated'
  if (!member.mayReply) return 'no_permission'
  if (member.availability === 'away') return 'away'
  if (member.hours && !isOpenAt(member.hours, now)) return 'outside_hours'
  if (member.capacity !== null && member.openHandovers >= member.capacity) return 'at_capacity'
  return 'takes_it'
}

/**
 * Who gets a handover: the present owner where that is wanted, else the assignee, else the fallback, else
 * the queue. In a team the member with the fewest open handovers gets it, ties go to the longest idle.
 */
export function placeHandover(
  rule: { assignTo: AssignTo; keepPresentOwner: boolean; ifUnavailable: Fallback },
  presentOwnerId: string | null,
  roster: Roster,
  now: Instant,
): Placement {
  const trail: Asked[] = []
  let teamId: string | null = null

  const askUser = (as: Asked['as'], userId: string): string | null => {
    const verdict = canTake(roster.staff.get(userId), now)
    trail.push({ as, userId, teamId: null, verdict })
    return verdict === 'takes_it' ? userId : null
  }
  const askTeam = (as: Asked['as'], id: string): string | null => {
    const userId = pickFromTeam(id, roster, now)
    trail.push({ as, userId, teamId: id, verdict: userId ? 'takes_it' : 'nobody_in_team' })
    teamId ??= id
    if (userId) teamId = id
    return userId
  }
  const ask = (as: Asked['as'], whom: AssignTo | Fallback): string | null => {
    if (whom.type === 'user') return askUser(as, whom.userId)
    if (whom.type === 'team') return askTeam(as, whom.teamId)
    return null
  }

  const userId =
    (rule.keepPresentOwner && presentOwnerId ? askUser('present_owner', presentOwnerId) : null) ??
    ask('assignee', rule.assignTo) ??
    (rule.assignTo.type === 'nobody' ? null : ask('fallback', rule.ifUnavailable))
  return { userId, teamId, queued: userId === null, trail }
}

function pickFromTeam(teamId: string, roster: Roster, now: Instant): string | null {
  const free = (roster.teams.get(teamId) ?? [])
    .flatMap((userId) => roster.staff.get(userId) ?? [])
    .filter((member) => canTake(member, now) === 'takes_it')
    .sort(
      (a, b) =>
        a.openHandovers - b.openHandovers || a.idleSince - b.idleSince || (a.userId < b.userId ? -1 : 1),
    )
  return free[0]?.userId ?? null
}
