import type { InsightMeasure } from '@baton/contract'
import { texts } from '../texts/index.ts'

/** What is looked at. It stands in the address. Without days it is the last 30. */
export type InsightSearch = {
  days?: number
  from?: string
  to?: string
  bot?: string
  /** The number whose conversations are open, narrowed to a scenario or a user. */
  behind?: InsightMeasure
  scenario?: string
  user?: string
}

export const usualDays = [7, 30, 90] as const
const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** Reads the search of an address. What is not of its form is left out. */
export function readInsightSearch(search: Record<string, unknown>): InsightSearch {
  const text = (key: string) =>
    typeof search[key] === 'string' && search[key] !== '' ? search[key] : undefined
  const day = (key: string) => (dayPattern.test(text(key) ?? '') ? text(key) : undefined)
  const [from, to] = [day('from'), day('to')]
  const behind = text('behind')
  const found = {
    days: usualDays.find((days) => days === search.days),
    // Only days that follow each other.
    ...(from && to && from <= to ? { from, to } : {}),
    bot: text('bot'),
    behind: behind && behind in texts.insights.measures ? (behind as InsightMeasure) : undefined,
    scenario: text('scenario'),
    user: text('user'),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

/** The days of a search: as given, or the last so many up to today in a time zone. */
export function periodOf({ days = 30, from, to }: InsightSearch, timeZone: string, now: Date) {
  if (from && to) return { from, to }
  const today = dayIn(timeZone, now)
  const first = new Date(`${today}T12:00:00Z`)
  first.setUTCDate(first.getUTCDate() - days + 1)
  return { from: first.toISOString().slice(0, 10), to: today }
}

/** `2026-03-02`, by the clock of a time zone. */
function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at)
}
