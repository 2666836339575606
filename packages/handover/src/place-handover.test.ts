import { describe, expect, test } from 'vitest'
import {
  type AssignTo,
  canTake,
  type Fallback,
  type Hours,
  type Needs,
  type Placement,
  placeHandover,
  type Roster,
  type Sharing,
  type StaffMember,
  type Unavailable,
} from './index.ts'

const monday9 = Date.UTC(2026, 0, 5, 9)
const afternoons: Hours = {
  timeZone: 'UTC',
  days: Array.from({ length: 7 }, () => [{ from: 13 * 60, to: 17 * 60 }]),
}

function member(userId: string, how: Partial<StaffMember> = {}): StaffMember {
  return {
    userId,
    active: true,
    mayReply: true,
    availability: 'available',
    awayUntil: null,
    hours: null,
    holidays: new Set(),
    timeOff: [],
    languages: [],
    skills: [],
    capacity: null,
    openHandovers: 0,
    idleSince: 0,
    ...how,
  }
}

function roster(staff: StaffMember[], teams: Record<string, string[]> = {}): Roster {
  return { staff: new Map(staff.map((one) => [one.userId, one])), teams: new Map(Object.entries(teams)) }
}

const user = (userId: string) => ({ type: 'user' as const, userId })
const team = (teamId: string) => ({ type: 'team' as const, teamId })
const nobody: AssignTo = { type: 'nobody' }
const queue: Fallback = { type: 'queue' }

function place(
  rule: { assignTo: AssignTo; keepPresentOwner?: boolean; ifUnavailable?: Fallback },
  among: Roster,
  presentOwnerId: string | null = null,
): Placement {
  return placeHandover(
    { keepPresentOwner: false, ifUnavailable: queue, ...rule },
    presentOwnerId,
    among,
    monday9,
  )
}

const away: Partial<StaffMember> = { availability: 'away' }

describe('a member of staff', () => {
  test.each<[string, Partial<StaffMember>, 'takes_it' | Unavailable]>([
    ['is there', {}, 'takes_it'],
    ['was deactivated', { active: false }, 'deactivated'],
    ['may not reply', { mayReply: false }, 'no_permission'],
    ['is away', away, 'away'],
    ['is off duty', { hours: afternoons }, 'outside_hours'],
    ['has room for one more', { capacity: 2, openHandovers: 1 }, 'takes_it'],
    ['is at capacity', { capacity: 2, openHandovers: 2 }, 'at_capacity'],
    ['takes none at all', { capacity: 0 }, 'at_capacity'],
    ['has no limit', { capacity: null, openHandovers: 99 }, 'takes_it'],
  ])('who %s', (_, how, verdict) => {
    expect(canTake(member('ann', how), monday9)).toBe(verdict)
    const { trail, userId } = place({ assignTo: user('ann') }, roster([member('ann', how)]))
    expect(trail).toEqual([{ as: 'assignee', userId: 'ann', teamId: null, verdict }])
    expect(userId).toBe(verdict === 'takes_it' ? 'ann' : null)
  })

  test('who is on duty takes it', () => {
    expect(canTake(member('ann', { hours: afternoons }), Date.UTC(2026, 0, 5, 13))).toBe('takes_it')
  })

  test('who is not known cannot take it', () => {
    expect(place({ assignTo: user('zoe') }, roster([])).trail).toMatchObject([{ verdict: 'not_found' }])
  })
})

describe('the present owner', () => {
  const both = roster([member('ann'), member('ben')])
  const keep = { assignTo: user('ann'), keepPresentOwner: true }

  test('keeps the conversation where that is wanted', () => {
    expect(place(keep, both, 'ben')).toEqual({
      userId: 'ben',
      teamId: null,
      queued: false,
      trail: [{ as: 'present_owner', userId: 'ben', teamId: null, verdict: 'takes_it' }],
    })
  })

  test('is not asked where that is not wanted, or where there is none', () => {
    expect(place({ ...keep, keepPresentOwner: false }, both, 'ben').userId).toBe('ann')
    expect(place(keep, both, null).userId).toBe('ann')
  })

  test('makes way for the assignee when they cannot take it', () => {
    const placement = place(keep, roster([member('ann'), member('ben', away)]), 'ben')
    expect(placement.userId).toBe('ann')
    expect(placement.trail.map(({ as, verdict }) => [as, verdict])).toEqual([
      ['present_owner', 'away'],
      ['assignee', 'takes_it'],
    ])
  })

  test('keeps it also where the scenario assigns to nobody', () => {
    expect(place({ assignTo: nobody, keepPresentOwner: true }, both, 'ben').userId).toBe('ben')
  })
})

describe('in a team', () => {
  const sales = { sales: ['ann', 'ben', 'eve'] }

  test('the one with the fewest open handovers gets it', () => {
    const staff = [
      member('ann', { openHandovers: 2, idleSince: 1 }),
      member('ben', { openHandovers: 1, idleSince: 9 }),
      member('eve', { openHandovers: 3, idleSince: 0 }),
    ]
    expect(place({ assignTo: team('sales') }, roster(staff, sales))).toEqual({
      userId: 'ben',
      teamId: 'sales',
      queued: false,
      trail: [{ as: 'assignee', userId: 'ben', teamId: 'sales', verdict: 'takes_it' }],
    })
  })

  test('of two with as few, the one who is idle longest gets it', () => {
    const staff = [
      member('ann', { openHandovers: 1, idleSince: 3 }),
      member('ben', { openHandovers: 1, idleSince: 2 }),
      member('eve', { openHandovers: 2, idleSince: 1 }),
    ]
    expect(place({ assignTo: team('sales') }, roster(staff, sales)).userId).toBe('ben')
  })

  test('of two who are alike it is always the same one, in whatever order they stand', () => {
    const staff = [member('ann'), member('ben')]
    const first = place({ assignTo: team('sales') }, roster(staff, { sales: ['ann', 'ben'] }))
    const second = place({ assignTo: team('sales') }, roster(staff, { sales: ['ben', 'ann'] }))
    expect([first.userId, second.userId]).toEqual(['ann', 'ann'])
  })

  test('members who cannot take it, or left, are passed over', () => {
    const staff = [member('ann', away), member('eve', { openHandovers: 5 })]
    expect(place({ assignTo: team('sales') }, roster(staff, sales)).userId).toBe('eve')
  })

  test('with nobody free it goes to the queue, and the team keeps it in view', () => {
    const placement = place({ assignTo: team('sales') }, roster([member('ann', away)], sales))
    expect(placement).toMatchObject({ userId: null, teamId: 'sales', queued: true })
    expect(placement.trail).toMatchObject([{ as: 'assignee', userId: null, verdict: 'nobody_in_team' }])
  })

  test('that is not known there is nobody', () => {
    expect(place({ assignTo: team('support') }, roster([], sales)).trail).toMatchObject([
      { teamId: 'support', verdict: 'nobody_in_team' },
    ])
  })
})

describe('the fallback (R16)', () => {
  const staff = [member('ann', away), member('ben')]

  test('gets it when the assignee cannot take it', () => {
    const placement = place({ assignTo: user('ann'), ifUnavailable: user('ben') }, roster(staff))
    expect(placement).toMatchObject({ userId: 'ben', queued: false })
    expect(placement.trail.map(({ as, verdict }) => [as, verdict])).toEqual([
      ['assignee', 'away'],
      ['fallback', 'takes_it'],
    ])
  })

  test('may be a team, which then has the conversation', () => {
    const teams = { sales: ['ann'], support: ['ben'] }
    const rule = { assignTo: team('sales'), ifUnavailable: team('support') }
    expect(place(rule, roster(staff, teams))).toMatchObject({ userId: 'ben', teamId: 'support' })
  })

  test('leaves the conversation with the first team where nobody is free in either', () => {
    const rule = { assignTo: team('sales'), ifUnavailable: team('support') }
    expect(place(rule, roster([], { sales: ['ann'], support: ['ben'] }))).toMatchObject({
      userId: null,
      teamId: 'sales',
      queued: true,
    })
  })

  test('that cannot take it either leaves the queue', () => {
    const rule = { assignTo: user('ann'), ifUnavailable: user('zoe') }
    expect(place(rule, roster(staff))).toMatchObject({ userId: null, teamId: null, queued: true })
  })

  test('is not asked where the handover is for nobody: that is the queue', () => {
    expect(place({ assignTo: nobody, ifUnavailable: user('ben') }, roster(staff))).toEqual({
      userId: null,
      teamId: null,
      queued: true,
      trail: [],
    })
  })
})

describe('R16 how a team shares', () => {
  const three = [member('ann'), member('ben'), member('cem')]
  const ids = ['ann', 'ben', 'cem']
  const turns = { by: 'round_robin' as const, onlyMatching: false, lastUserId: null as string | null }

  function pick(
    staff: StaffMember[],
    sharing: Sharing,
    needs: Needs = { locale: null, tags: [] },
  ): { userId: string | null; because: string[] | undefined } {
    const among = { ...roster(staff, { team: ids }), sharing: new Map([['team', sharing]]) }
    const rule = { assignTo: team('team'), keepPresentOwner: false, ifUnavailable: queue }
    const { userId, trail } = placeHandover(rule, null, among, monday9, needs)
    return { userId, because: trail[0]?.because }
  }

  test('in turn: after the last one, round the circle, whoever has how many', () => {
    const busy = three.map((one, at) => ({ ...one, openHandovers: 9 - at }))
    const given = [null, 'ann', 'ben', 'cem', 'bob'].map((lastUserId) => pick(busy, { ...turns, lastUserId }))
    expect(given.map(({ userId }) => userId)).toEqual(['ann', 'ben', 'cem', 'ann', 'cem'])
    expect(given[0]?.because).toEqual(['next in turn'])
  })

  test('in turn: who cannot take it is passed over', () => {
    const staff = [member('ann'), member('ben', away), member('cem')]
    expect(pick(staff, { ...turns, lastUserId: 'ann' }).userId).toBe('cem')
  })

  test('who speaks the language of the contact, or knows a tag of theirs, comes first', () => {
    const least = { ...turns, by: 'least_open' as const }
    const staff = [
      member('ann'),
      member('ben', { openHandovers: 3, languages: ['en', 'de-CH'] }),
      member('cem', { openHandovers: 4, languages: ['de'], skills: ['Billing'] }),
    ]
    expect(pick(staff, least)).toEqual({ userId: 'ann', because: undefined })
    expect(pick(staff, least, { locale: 'de_AT', tags: [] })).toEqual({
      userId: 'ben',
      because: ['speaks de'],
    })
    expect(pick(staff, least, { locale: 'de', tags: ['vip', 'billing'] })).toEqual({
      userId: 'cem',
      because: ['speaks de', 'knows billing'],
    })
    expect(pick(staff, least, { locale: 'fr', tags: [] }).userId).toBe('ann')
  })

  test('a team of members who match alone gives to nobody else', () => {
    const only = { ...turns, onlyMatching: true }
    expect(pick(three, only, { locale: 'de', tags: [] }).userId).toBeNull()
    const staff = [member('ann'), member('ben', { languages: ['de'] })]
    expect(pick(staff, only, { locale: 'de', tags: [] }).userId).toBe('ben')
  })
})
