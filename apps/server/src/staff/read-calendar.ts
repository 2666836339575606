import type { Calendar } from '@baton/handover'
import type { UnitOfWork } from '../context.ts'
import type { UserRow } from './save-user.ts'

/** The holidays that still count somewhere: a day can last in one zone when it is over in another. */
export async function readHolidays({ db, workspaceId, now }: UnitOfWork): Promise<Set<string>> {
  const yesterday = new Date(now.getTime() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  const rows = await db
    .selectFrom('holiday')
    .select('day')
    .where('workspace_id', '=', workspaceId)
    .where('day', '>=', yesterday)
    .execute()
  return new Set(rows.map((row) => row.day))
}

/** When a user works, for the rules of routing. */
export function calendarOf(
  row: Pick<UserRow, 'availability' | 'away_until' | 'hours' | 'time_off'>,
  holidays: ReadonlySet<string>,
): Calendar {
  return {
    availability: row.availability,
    awayUntil: row.away_until?.getTime() ?? null,
    hours: row.hours,
    holidays,
    timeOff: row.time_off,
  }
}
