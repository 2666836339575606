import { describe, expect, test } from 'vitest'
import { type Hours, isOpenAt, type Span } from './index.ts'

const nineToFive: Span[] = [{ from: 9 * 60, to: 17 * 60 }]

function everyDay(timeZone: string, spans: Span[] = nineToFive): Hours {
  return { timeZone, days: Array.from({ length: 7 }, () => spans) }
}

function openAt(hours: Hours, instant: string): boolean {
  return isOpenAt(hours, Date.parse(instant))
}

test('a span holds its first minute and not its last: 09:00 is open, 17:00 is not', () => {
  const hours = everyDay('UTC')
  expect(openAt(hours, '2026-01-05T08:59:59.999Z')).toBe(false)
  expect(openAt(hours, '2026-01-05T09:00:00.000Z')).toBe(true)
  expect(openAt(hours, '2026-01-05T16:59:59.999Z')).toBe(true)
  expect(openAt(hours, '2026-01-05T17:00:00.000Z')).toBe(false)
})

test('a day may have several spans, or none', () => {
  const hours = everyDay('UTC', [
    { from: 9 * 60, to: 12 * 60 + 30 },
    { from: 13 * 60 + 15, to: 17 * 60 },
  ])
  expect(openAt(hours, '2026-01-05T12:29:00Z')).toBe(true)
  expect(openAt(hours, '2026-01-05T12:30:00Z')).toBe(false)
  expect(openAt(hours, '2026-01-05T13:14:00Z')).toBe(false)
  expect(openAt(hours, '2026-01-05T13:15:00Z')).toBe(true)
  expect(openAt(everyDay('UTC', []), '2026-01-05T11:00:00Z')).toBe(false)
  expect(openAt({ timeZone: 'UTC', days: [] }, '2026-01-05T11:00:00Z')).toBe(false)
})

test('the week begins on Monday', () => {
  for (let open = 0; open < 7; open += 1) {
    const hours: Hours = {
      timeZone: 'UTC',
      days: Array.from({ length: 7 }, (_, day) => (day === open ? nineToFive : [])),
    }
    const week = Array.from({ length: 7 }, (_, day) => isOpenAt(hours, Date.UTC(2026, 0, 5 + day, 12)))
    expect(week.indexOf(true)).toBe(open)
    expect(week.filter(Boolean)).toHaveLength(1)
  }
})

test('midnight is minute 0 of the new day, and a night is two spans', () => {
  const night = everyDay('Europe/Berlin', [
    { from: 0, to: 6 * 60 },
    { from: 22 * 60, to: 24 * 60 },
  ])
  expect(openAt(night, '2026-01-05T22:59:59Z')).toBe(true)
  expect(openAt(night, '2026-01-05T23:00:00Z')).toBe(true)
  expect(openAt(night, '2026-01-06T05:00:00Z')).toBe(false)
  const mondaysFirstMinute: Hours = { timeZone: 'Europe/Berlin', days: [[{ from: 0, to: 1 }]] }
  expect(openAt(mondaysFirstMinute, '2026-01-04T23:00:00Z')).toBe(true)
  expect(openAt(mondaysFirstMinute, '2026-01-05T23:00:00Z')).toBe(false)
})

test('the day is the one of the zone: Monday morning in Auckland is Sunday in UTC', () => {
  const mondays: Hours = { timeZone: 'Pacific/Auckland', days: [nineToFive] }
  expect(openAt(mondays, '2026-01-04T21:00:00Z')).toBe(true)
  expect(openAt(mondays, '2026-01-05T21:00:00Z')).toBe(false)
})

test('zones that are not whole hours from UTC count by their own clock', () => {
  const hours = everyDay('Asia/Kathmandu')
  expect(openAt(hours, '2026-01-05T03:14:59Z')).toBe(false)
  expect(openAt(hours, '2026-01-05T03:15:00Z')).toBe(true)
})

describe('when the clock changes, 09:00 is 09:00 on both sides of it', () => {
  test.each([
    { zone: 'Europe/Berlin', when: 'spring', before: '2026-03-28T08:00:00Z', after: '2026-03-29T07:00:00Z' },
    { zone: 'Europe/Berlin', when: 'autumn', before: '2026-10-24T07:00:00Z', after: '2026-10-25T08:00:00Z' },
    {
      zone: 'America/New_York',
      when: 'spring',
      before: '2026-03-07T14:00:00Z',
      after: '2026-03-08T13:00:00Z',
    },
    {
      zone: 'America/New_York',
      when: 'autumn',
      before: '2026-10-31T13:00:00Z',
      after: '2026-11-01T14:00:00Z',
    },
    {
      zone: 'Australia/Lord_Howe',
      when: 'spring',
      before: '2026-10-02T22:30:00Z',
      after: '2026-10-03T22:00:00Z',
    },
    {
      zone: 'Australia/Lord_Howe',
      when: 'autumn',
      before: '2026-04-03T22:00:00Z',
      after: '2026-04-04T22:30:00Z',
    },
  ])('$zone in $when', ({ zone, before, after }) => {
    for (const nine of [before, after]) {
      const at = Date.parse(nine)
      expect(isOpenAt(everyDay(zone), at)).toBe(true)
      expect(isOpenAt(everyDay(zone), at - 1)).toBe(false)
      expect(isOpenAt(everyDay(zone), at + 8 * 3_600_000)).toBe(false)
    }
  })

  test('an hour that the night skips is never open, one that comes twice is open twice', () => {
    const twoToThree = everyDay('Europe/Berlin', [{ from: 2 * 60, to: 3 * 60 }])
    const open = (day: string) =>
      Array.from({ length: 6 }, (_, hour) => Date.parse(day) + hour * 3_600_000).filter((at) =>
        isOpenAt(twoToThree, at),
      ).length
    expect(open('2026-03-28T23:00:00Z')).toBe(0)
    expect(open('2026-03-29T22:00:00Z')).toBe(1)
    expect(open('2026-10-24T22:00:00Z')).toBe(2)
  })
})

test('a time zone that does not exist is an error, not an empty week', () => {
  expect(() => openAt(everyDay('Europe/Atlantis'), '2026-01-05T11:00:00Z')).toThrow(RangeError)
})
