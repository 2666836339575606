import { useSyncExternalStore } from 'react'
import { texts } from '../texts/index.ts'

const { common } = texts
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
const clockSeconds = new Intl.DateTimeFormat(undefined, {
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
})
const shortDate = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' })
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' })

/** `14:02`, in the 24 or 12 hours of the reader. */
export function timeOfDay(instant: string | Date): string {
  return clock.format(new Date(instant))
}

/** `14:02:07`. */
export function timeToTheSecond(instant: string | Date): string {
  return clockSeconds.format(new Date(instant))
}

/** `14:02` today, `tomorrow 14:02`, `Thu 14:02` within the week, else `12 Mar`. */
export function nearTime(instant: string | Date, now = Date.now()): string {
  const date = new Date(instant)
  const days = daysBetween(now, date)
  if (days === 0) return timeOfDay(date)
  if (days === 1) return common.tomorrowAt(timeOfDay(date))
  if (Math.abs(days) < 7) return `${weekday.format(date)} ${timeOfDay(date)}`
  return shortDate.format(date)
}

/** `Today`, `Yesterday`, `12 Mar`: over the messages of a day. */
export function dayName(instant: string, now = Date.now()): string {
  const days = daysBetween(now, new Date(instant))
  if (days === 0) return common.today
  if (days === -1) return common.yesterday
  return shortDate.format(new Date(instant))
}

/** `40 s`, `3 min`, `1 h 40 min`, `2 days`. */
export function duration(ms: number): string {
  if (ms < minute) return common.seconds(Math.max(0, Math.floor(ms / 1000)))
  if (ms < hour) return common.minutes(Math.floor(ms / minute))
  if (ms < 2 * day) return common.hours(Math.floor(ms / hour), Math.floor((ms % hour) / minute))
  return common.days(Math.floor(ms / day))
}

function daysBetween(now: number, date: Date): number {
  const midnight = new Date(now)
  midnight.setHours(0, 0, 0, 0)
  const other = new Date(date)
  other.setHours(0, 0, 0, 0)
  return Math.round((other.getTime() - midnight.getTime()) / day)
}

/** A time, with the exact instant as its tooltip. */
export function DateTime({
  at,
  format = nearTime,
  className,
}: {
  at: string
  format?: (at: string) => string
  className?: string
}) {
  return (
    <time dateTime={at} title={exact.format(new Date(at))} className={className ?? 'tabular-nums'}>
      {format(at)}
    </time>
  )
}

const listeners = new Set<() => void>()
let tick = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    tick = Date.now()
    for (const heard of listeners) heard()
  }, 1_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time now, in steps of so many seconds. All that shows a running time shares one clock. */
export function useNow(stepSeconds = 1): number {
  return useSyncExternalStore(subscribe, () => Math.floor(tick / (stepSeconds * 1_000)) * stepSeconds * 1_000)
}
