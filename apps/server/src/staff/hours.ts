import type { WeeklyHours } from '@baton/contract'
import { type Hours, isOpenAt } from '@baton/handover'
import { DomainError } from '../errors.ts'

/** `09:30` as minutes since midnight. `24:00` is the end of the day. */
function toMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function toTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** @throws DomainError invalid_request when the time zone is unknown or a span ends before it begins */
export function parseHours(input: WeeklyHours): Hours {
  const hours = {
    timeZone: input.timeZone,
    days: input.days.map((day) =>
      day.map((span) => ({ from: toMinutes(span.from), to: toMinutes(span.to) })),
    ),
  }
  if (hours.days.flat().some((span) => span.from >= span.to))
    throw new DomainError(
      'invalid_request',
      'A span of hours must end after it begins. Write one over midnight as two: until 24:00, and from 00:00.',
    )
  try {
    isOpenAt(hours, 0)
  } catch {
    throw new DomainError(
      'invalid_request',
      `“${input.timeZone}” is no time zone. Use a name like Europe/Berlin.`,
    )
  }
  return hours
}

export function viewHours(hours: Hours): WeeklyHours {
  return {
    timeZone: hours.timeZone,
    days: hours.days.map((day) => day.map((span) => ({ from: toTime(span.from), to: toTime(span.to) }))),
  }
}

/** @throws DomainError invalid_request when leave ends before it begins */
export function parseTimeOff(input: { from: string; until: string }[]): { from: number; until: number }[] {
  const timeOff = input.map(({ from, until }) => ({ from: Date.parse(from), until: Date.parse(until) }))
  if (timeOff.some(({ from, until }) => from >= until))
    throw new DomainError('invalid_request', 'Time off must end after it begins.')
  return timeOff
}
