import { DomainError } from '../errors.ts'

/** A time to come, as an instant or as minutes from now. Neither: no end. */
export type Until = { until?: string | Date | null | undefined; minutes?: number | null | undefined }

/** @throws DomainError invalid_request when the instant lies in the past, or both are given */
export function untilDate({ until, minutes }: Until, now: Date): Date | null {
  if (until && minutes) throw new DomainError('invalid_request', 'Give `until` or `minutes`, not both.')
  if (minutes) return new Date(now.getTime() + minutes * 60_000)
  if (!until) return null
  const at = new Date(until)
  if (at <= now) throw new DomainError('invalid_request', '`until` lies in the past. Give a time to come.')
  return at
}
