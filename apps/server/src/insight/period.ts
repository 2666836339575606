import type { InsightQuery } from '@baton/contract'
import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'

/** Whole days in the workspace's time zone, and the instants where they begin and end. */
export type Period = { from: string; to: string; timeZone: string; begins: Date; ends: Date }

const mostDays = 366
const defaultDays = 30

/** @throws DomainError invalid_request when the days are in the wrong order or too many */
export async function readPeriod(work: UnitOfWork, query: InsightQuery): Promise<Period> {
  const { db, workspaceId, now } = work
  const { time_zone: timeZone } = await db
    .selectFrom('workspace')
    .select('time_zone')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
  const to = query.to ?? today
  const from = query.from ?? shift(to, 1 - defaultDays)
  if (from > to) throw new DomainError('invalid_request', '`from` lies after `to`. Change them round.')
  if (shift(from, mostDays) <= to)
    throw new DomainError('invalid_request', `Ask for ${mostDays} days at most.`)
  const { rows } = await sql<{ begins: Date; ends: Date }>`
    select ${from}::date::timestamp at time zone ${timeZone} as begins,
      (${to}::date + 1)::timestamp at time zone ${timeZone} as ends`.execute(db)
  const [bounds] = rows
  if (!bounds) throw new Error('The bounds of a period were not worked out.')
  return { from, to, timeZone, ...bounds }
}

function shift(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
