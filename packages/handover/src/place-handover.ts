import type { Instant } from './control.ts'
import { type Calendar, type OffDuty, offDutyAt } from './duty.ts'

/** A member of staff as routing sees them. */
export type StaffMember = Calendar & {
  userId: string
  active: boolean
  mayReply: boolean
  /** Most open handovers at a time. Null: no limit. */
  capacity: number | null
  openHandovers: number
  /** When they last got or finished a handover; the longest idle is asked first. */
  idleSince: Instant
  /** Tags of languages such as `de` or `pt-BR`. */
  languages: readonly string[]
  /** What they know about, in the words of the tags of contacts. */
  skills: readonly string[]
}

/** How a team shares what comes to it. */
export type Sharing = {
  by: 'least_open' | 'round_robin'
  /** True: who neither speaks the contact's language nor has a skill asked for is left out. */
  onlyMatching: boolean
  /** Whose turn was the last, where members take turns in the order of their ids. */
  lastUserId: string | null
}

/** What is known of the contact, for members who suit them. */
export type Needs = { locale: string | null; tags: readonly string[] }

export type AssignTo =
  | { type: 'user'; userId: string }
  | { type: 'team'; teamId: string }
  | { type: 'nobody' }

export type Fallback = { type: 'user'; userId: string } | { type: 'team'; teamId: string } | { type: 'queue' }

export type Unavailable =
  | 'not_found'
  | 'deactivated'
  | 'no_permission'
  | OffDuty
  | 'at_capacity'
  | 'nobody_in_team'

/** One person or team that was asked, and what came of it. The trail explains every assignment. */
export type Asked = {
  as: 'present_owner' | 'assignee' | 'fallback'
  userId: string | null
  teamId: string | null
  verdict: 'takes_it' | Unavailable
  /** Why this member of the team: `speaks de`, `knows billing`, `next in turn`. */
  because?: string[]
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
  /** How each team shares. A team that is not here gives to whoever has least open. */
  sharing?: ReadonlyMap<string, Sharing>
}

/** Why a member cannot take a handover now, or `takes_it`. */
export function canTake(member: StaffMember | undefined, now: Instant): 'takes_it' | Unavailable {
  if (!member) return 'not_found'
  if (!member.active) return 'deactivated'
  if (!member.mayReply) return 'no_permission'
  const off = offDutyAt(member, now)
  if (off) return off
  if (member.capacity !== null && member.openHandovers >= member.capacity) return 'at_capacity'
  return 'takes_it'
}

/**
 * Who gets a handover: the present owner where that is wanted, else the assignee, else the fallback, else
 * the queue. In a team who suits the contact comes first; among these the member with the fewest open handovers, ties
 * going to the longest idle, or the next in turn where the team takes turns.
 */
export function placeHandover(
  rule: { assignTo: AssignTo; keepPresentOwner: boolean; ifUnavailable: Fallback },
  presentOwnerId: string | null,
  roster: Roster,
  now: Instant,
  needs: Needs = { locale: null, tags: [] },
): Placement {
  const trail: Asked[] = []
  let teamId: string | null = null

  const askUser = (as: Asked['as'], userId: string): string | null => {
    const verdict = canTake(roster.staff.get(userId), now)
    trail.push({ as, userId, teamId: null, verdict })
    return verdict === 'takes_it' ? userId : null
  }
  const askTeam = (as: Asked['as'], id: string): string | null => {
    const picked = pickFromTeam(id, roster, now, needs)
    const userId = picked?.userId ?? null
    const because = picked?.because.length ? { because: picked.because } : {}
    trail.push({ as, userId, teamId: id, verdict: userId ? 'takes_it' : 'nobody_in_team', ...because })
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

const leastOpen: Sharing = { by: 'least_open', onlyMatching: false, lastUserId: null }

function pickFromTeam(
  teamId: string,
  roster: Roster,
  now: Instant,
  needs: Needs,
): { userId: string; because: string[] } | null {
  const sharing = roster.sharing?.get(teamId) ?? leastOpen
  const [first] = (roster.teams.get(teamId) ?? [])
    .flatMap((userId) => roster.staff.get(userId) ?? [])
    .filter((member) => canTake(member, now) === 'takes_it')
    .map((member) => ({ member, suits: suitsBy(member, needs) }))
    .filter(({ suits }) => !sharing.onlyMatching || suits.length > 0)
    .sort((a, b) => b.suits.length - a.suits.length || inOrder(sharing, a.member, b.member))
  if (!first) return null
  const turn = sharing.by === 'round_robin' ? ['next in turn'] : []
  return { userId: first.member.userId, because: [...first.suits, ...turn] }
}

function inOrder({ by, lastUserId }: Sharing, a: StaffMember, b: StaffMember): number {
  const byId = a.userId < b.userId ? -1 : 1
  if (by === 'least_open') return a.openHandovers - b.openHandovers || a.idleSince - b.idleSince || byId
  // Who comes after the last in the circle goes before those at or before it.
  const round = (userId: string) => (lastUserId !== null && userId <= lastUserId ? 1 : 0)
  return round(a.userId) - round(b.userId) || byId
}

/** What makes a member the right one for a contact: their language, and each tag they know about. At most one of each kind. */
function suitsBy({ languages, skills }: StaffMember, { locale, tags }: Needs): string[] {
  const wanted = locale && primaryOf(locale)
  const speaks = wanted && languages.some((tag) => primaryOf(tag) === wanted)
  const known = tags.find((tag) => skills.some((skill) => skill.toLowerCase() === tag.toLowerCase()))
  return [...(speaks ? [`speaks ${wanted}`] : []), ...(known ? [`knows ${known}`] : [])]
}

/** `de-AT` is `de`. */
function primaryOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? tag
}
