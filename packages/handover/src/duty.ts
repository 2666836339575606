import type { Instant } from './control.ts'
import { dayAt, type Hours, isOpenAt } from './hours.ts'

/** When somebody works, and when they do not all the same. */
export type Calendar = {
  availability: 'available' | 'away'
  /** When somebody who is away comes back by themselves. Null: when they say so. */
  awayUntil: Instant | null
  /** Null: always on duty. */
  hours: Hours | null
  /** Days such as `2026-12-25`, by the calendar of the hours. They count for whoever has weekly hours. */
  holidays: ReadonlySet<string>
  /** Leave planned ahead, each end exclusive. */
  timeOff: readonly { from: Instant; until: Instant }[]
}

export type OffDuty = 'away' | 'time_off' | 'holiday' | 'outside_hours'

/** Why somebody is not on duty at an instant, or null. The one place that decides it. */
export function offDutyAt(calendar: Calendar, at: Instant): OffDuty | null {
  const { availability, awayUntil, hours, holidays, timeOff } = calendar
  if (availability === 'away' && (awayUntil === null || at < awayUntil)) return 'away'
  if (timeOff.some(({ from, until }) => from <= at && at < until)) return 'time_off'
  if (!hours) return null
  if (holidays.size > 0 && holidays.has(dayAt(hours.timeZone, at))) return 'holiday'
  return isOpenAt(hours, at) ? null : 'outside_hours'
}

const minuteMs = 60_000
const stepMs = 15 * minuteMs
const horizonMs = 31 * 24 * 60 * minuteMs

/**
 * When somebody is on duty again, to the minute; `now` if they are. Null: nobody knows, or not within a month of the end of
 * their leave. A span shorter than a quarter of an hour may be passed over.
 */
export function backAt(calendar: Calendar, now: Instant): Instant | null {
  let at = now
  let last = at + horizonMs
  for (let off = offDutyAt(calendar, at); off; off = offDutyAt(calendar, at)) {
    const jump = endOf(calendar, off, at)
    if (jump === null) return null
    if (off === 'away' || off === 'time_off') last = jump + horizonMs
    at = jump
    if (at > last) return null
  }
  return at === now ? now : firstMinute(calendar, now, at)
}

/** The next instant at which it is worth looking again. */
function endOf(calendar: Calendar, off: OffDuty, at: Instant): Instant | null {
  if (off === 'away') return calendar.awayUntil
  if (off === 'time_off')
    return Math.max(
      ...calendar.timeOff.filter(({ from, until }) => from <= at && at < until).map(({ until }) => until),
    )
  if (calendar.hours?.days.every((spans) => spans.length === 0)) return null
  return (Math.floor(at / stepMs) + 1) * stepMs
}

/** A span need not begin at a quarter: goes back over the minutes that are on duty already. */
function firstMinute(calendar: Calendar, now: Instant, found: Instant): Instant {
  let first = found
  for (let at = found - minuteMs; at > now && at > found - stepMs; at -= minuteMs) {
    if (offDutyAt(calendar, at)) break
    first = at
  }
  return first
}
