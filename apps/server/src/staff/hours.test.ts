import { backAt } from '@baton/handover'
import { describe, expect, test } from 'vitest'
import { parseHours } from './hours.ts'

const nineToFive = [{ from: '09:00', to: '17:00' }]
const weekdays = [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []]

function opens(at: string, days: { from: string; to: string }[][] = weekdays): string | null {
  const hours = parseHours({ timeZone: 'Europe/Berlin', days })
  const calendar = {
    availability: 'available' as const,
    awayUntil: null,
    hours,
    holidays: new Set<string>(),
    timeOff: [],
  }
  const next = backAt(calendar, Date.parse(at))
  return next === null ? null : new Date(next).toISOString()
}

describe('R16 hours that are closed', () => {
  test.each([
    ['in the night', '2026-03-03T02:34:56Z', '2026-03-03T08:00:00.000Z'],
    ['in the evening', '2026-03-03T20:00:00Z', '2026-03-04T08:00:00.000Z'],
    ['before a weekend', '2026-03-06T16:00:00Z', '2026-03-09T08:00:00.000Z'],
    ['over the change to summer time', '2026-03-28T12:00:00Z', '2026-03-30T07:00:00.000Z'],
  ])('say when they open next, %s', (_, at, expected) => {
    expect(opens(at)).toBe(expected)
  })

  test('open to the minute, and never where there are none', () => {
    const odd = weekdays.map(() => [{ from: '10:07', to: '11:00' }])
    expect(opens('2026-03-03T08:00:00Z', odd)).toBe('2026-03-03T09:07:00.000Z')
    const none = weekdays.map(() => [])
    expect(opens('2026-03-03T08:00:00Z', none)).toBeNull()
  })
})
