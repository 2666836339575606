import type { User, WeeklyHours } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { coverageOf, dutyOf, hoursAWeek } from './duty.ts'

const nineToFive = [{ from: '09:00', to: '17:00' }]
const hours: WeeklyHours = {
  timeZone: 'Europe/Berlin',
  days: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []],
}
const user: User = {
  id: '018f0000-0000-7000-8000-000000000001',
  name: 'Agent North',
  email: 'north@example.com',
  role: 'agent',
  active: true,
  permissions: { reply: true, seeAll: true, manageBots: false, manageStaff: false, seeInsights: false },
  availability: 'available',
  hours,
  languages: [],
  awayUntil: null,
  timeOff: [],
  skills: [],
  capacity: 2,
  createdAt: '2026-01-01T00:00:00.000Z',
}
/** A Monday; Berlin is an hour ahead. */
const monday = (time: string) => new Date(`2026-01-05T${time}:00Z`)

describe('R18 who can take work now', () => {
  test.each([
    ['available', {}, 1, '09:00'],
    ['at_capacity', {}, 2, '09:00'],
    ['available', { capacity: null }, 99, '09:00'],
    ['off_hours', {}, 0, '07:59'],
    ['available', {}, 0, '08:00'],
    ['off_hours', {}, 0, '16:00'],
    ['available', { hours: null }, 0, '23:00'],
    ['away', { availability: 'away' }, 0, '09:00'],
    ['no_reply', { permissions: { ...user.permissions, reply: false } }, 0, '09:00'],
    ['deactivated', { active: false, availability: 'away' }, 0, '09:00'],
  ] as const)('%s %j with %i open at %s UTC', (expected, change, open, time) => {
    expect(dutyOf({ ...user, ...change }, open, monday(time))).toBe(expected)
  })
})

describe('when someone is there', () => {
  test('counts whose hours are open, by the clock of the workspace', () => {
    const always = { ...user, hours: null }
    const gone = { ...user, active: false }
    const inUtc = coverageOf([user, always, gone], 'UTC', monday('12:00'))
    expect(inUtc[0]?.slice(6, 18)).toEqual([1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1])
    expect(inUtc[5]).toEqual(Array(24).fill(1))
  })

  test('goes over the end of the week', () => {
    const sundayNight: User = {
      ...user,
      hours: {
        timeZone: 'Pacific/Auckland',
        days: [[{ from: '00:00', to: '06:00' }], [], [], [], [], [], []],
      },
    }
    // Monday morning in Auckland is Sunday noon in UTC, in January.
    const found = coverageOf([sundayNight], 'UTC', monday('12:00'))
    expect(found[6]?.slice(10, 19)).toEqual([0, 1, 1, 1, 1, 1, 1, 0, 0])
    expect(found[0]).toEqual(Array(24).fill(0))
  })

  test('sums the hours of a week', () => {
    expect(hoursAWeek(hours.days)).toBe('40')
    expect(hoursAWeek([[{ from: '09:00', to: '12:30' }], [], [], [], [], [], []])).toBe('3.5')
  })
})
