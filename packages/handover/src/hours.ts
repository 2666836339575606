import type { Instant } from './control.ts'

/** A span of a day in minutes since local midnight, end exclusive. 540–1020 is 09:00–17:00. */
export type Span = { from: number; to: number }

/** Weekly hours in a time zone. `days[0]` is Monday. A day without spans is off. */
export type Hours = { timeZone: string; days: readonly (readonly Span[])[] }

const weekdays: Record<string, number> = { Mon: 0, Tue: 1, Wed: 2, Thu: 3, Fri: 4, Sat: 5, Sun: 6 }
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(timeZone, format)
  }
  return format
}

/**
 * Whether the hours are open at an instant. The wall clock of the zone decides, so a change to or from
 * daylight saving time needs no care: 09:00 is 09:00 on both sides of it.
 * @throws RangeError when the time zone is not one that `Intl` knows.
 */
export function isOpenAt(hours: Hours, at: Instant): boolean {
  let day = 0
  let minutes = 0
  for (const part of formatFor(hours.timeZone).formatToParts(at)) {
    if (part.type === 'weekday') day = weekdays[part.value] ?? 0
    else if (part.type === 'hour') minutes += Number(part.value) * 60
    else if (part.type === 'minute') minutes += Number(part.value)
  }
  return (hours.days[day] ?? []).some((span) => span.from <= minutes && minutes < span.to)
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of a time zone at an instant: `2026-12-25`. */
export function dayAt(timeZone: string, instant: Instant): string {
  let format = dayFormats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    dayFormats.set(timeZone, format)
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}
