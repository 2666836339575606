import { describe, expect, test } from 'vitest'
import { backAt, type Calendar, type Hours, offDutyAt } from './index.ts'

const nineToFive = [{ from: 9 * 60, to: 17 * 60 }]

function weekdays(timeZone: string): Hours {
  return { timeZone, days: Array.from({ length: 7 }, (_, day) => (day < 5 ? nineToFive : [])) }
}

function calendar(how: Partial<Calendar> = {}): Calendar {
  return { availability: 'available', awayUntil: null, hours: null, holidays: new Set(), timeOff: [], ...how }
}

const at = (instant: string) => Date.parse(instant)

function back(how: Partial<Calendar>, now: string): string | null {
  const found = backAt(calendar(how), at(now))
  return found === null ? null : new Date(found).toISOString().replace(':00.000Z', 'Z')
}

describe('R18 back on duty, over a change of the clock', () => {
  test.each([
    ['Europe/Berlin', 'spring', '2026-03-27T16:00:00Z', '2026-03-30T07:00Z'],
    ['Europe/Berlin', 'autumn', '2026-10-23T15:00:00Z', '2026-10-26T08:00Z'],
    ['America/New_York', 'spring', '2026-03-06T22:00:00Z', '2026-03-09T13:00Z'],
    ['America/New_York', 'autumn', '2026-10-30T21:00:00Z', '2026-11-02T14:00Z'],
    ['Asia/Kolkata', 'no change', '2026-03-27T11:30:00Z', '2026-03-30T03:30Z'],
    ['Australia/Lord_Howe', 'spring', '2026-10-02T06:30:00Z', '2026-10-04T22:00Z'],
    ['Australia/Lord_Howe', 'autumn', '2026-04-03T06:00:00Z', '2026-04-05T22:30Z'],
  ])('%s, %s', (zone, _, now, expected) => {
    expect(back({ hours: weekdays(zone) }, now)).toBe(expected)
  })
})

describe('R18 a holiday', () => {
  const holidays = new Set(['2026-12-25'])

  test('counts for whoever has weekly hours, and not for who is always on duty', () => {
    const noon = at('2026-12-25T11:00:00Z')
    expect(offDutyAt(calendar({ holidays, hours: weekdays('Europe/Berlin') }), noon)).toBe('holiday')
    expect(offDutyAt(calendar({ holidays }), noon)).toBeNull()
  })

  test('is a day of the calendar where somebody is, not of UTC', () => {
    const hours: Hours = {
      timeZone: 'Pacific/Auckland',
      days: Array.from({ length: 7 }, () => [{ from: 0, to: 24 * 60 }]),
    }
    const there = calendar({ holidays, hours })
    expect(offDutyAt(there, at('2026-12-24T10:59:59Z'))).toBeNull()
    expect(offDutyAt(there, at('2026-12-24T11:00:00Z'))).toBe('holiday')
    expect(offDutyAt(there, at('2026-12-25T10:59:59Z'))).toBe('holiday')
    expect(offDutyAt(there, at('2026-12-25T11:00:00Z'))).toBeNull()
  })

  test('is passed over when it is said who is back when', () => {
    expect(back({ holidays, hours: weekdays('Europe/Berlin') }, '2026-12-24T17:00:00Z')).toBe(
      '2026-12-28T08:00Z',
    )
  })
})

describe('R18 away', () => {
  test('with a time to come back ends by the clock', () => {
    const away = calendar({ availability: 'away', awayUntil: at('2026-01-05T14:00:00Z') })
    expect(offDutyAt(away, at('2026-01-05T13:59:59Z'))).toBe('away')
    expect(offDutyAt(away, at('2026-01-05T14:00:00Z'))).toBeNull()
  })

  test('and back outside of hours is back when they begin', () => {
    const away = { availability: 'away' as const, awayUntil: at('2026-01-05T20:00:00Z') }
    expect(back({ ...away, hours: weekdays('Europe/Berlin') }, '2026-01-05T12:00:00Z')).toBe(
      '2026-01-06T08:00Z',
    )
  })

  test('without a time promises none', () => {
    expect(back({ availability: 'away' }, '2026-01-05T12:00:00Z')).toBeNull()
  })
})

describe('R18 time off', () => {
  const timeOff = [{ from: at('2026-01-05T00:00:00Z'), until: at('2026-02-23T00:00:00Z') }]

  test('holds its first moment and not its last', () => {
    expect(offDutyAt(calendar({ timeOff }), at('2026-01-04T23:59:59Z'))).toBeNull()
    expect(offDutyAt(calendar({ timeOff }), at('2026-01-05T00:00:00Z'))).toBe('time_off')
    expect(offDutyAt(calendar({ timeOff }), at('2026-02-22T23:59:59Z'))).toBe('time_off')
    expect(offDutyAt(calendar({ timeOff }), at('2026-02-23T00:00:00Z'))).toBeNull()
  })

  test('of weeks is followed by the hours', () => {
    expect(back({ timeOff, hours: weekdays('Europe/Berlin') }, '2026-01-08T12:00:00Z')).toBe(
      '2026-02-23T08:00Z',
    )
  })
})

test('R18 who is on duty is back now, and who has no hours is never', () => {
  expect(backAt(calendar(), 12_345)).toBe(12_345)
  expect(back({ hours: { timeZone: 'UTC', days: [] } }, '2026-01-05T12:00:00Z')).toBeNull()
})

test('R18 hours that begin between the quarters begin to the minute', () => {
  const odd = { timeZone: 'UTC', days: Array.from({ length: 7 }, () => [{ from: 547, to: 600 }]) }
  expect(back({ hours: odd }, '2026-01-05T01:02:03Z')).toBe('2026-01-05T09:07Z')
})
