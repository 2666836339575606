import type { ChatThread } from '@baton/contract'
import { backAt, offDutyAt } from '@baton/handover'
import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import type { ConversationRow } from '../conversation/control.ts'
import { calendarOf, readHolidays } from '../staff/read-calendar.ts'

type Expectation = NonNullable<ChatThread['waiting']>

/** What a visitor who waits for a person may honestly expect. */
export async function expectationOf(work: UnitOfWork, row: ConversationRow): Promise<Expectation> {
  const { available, backAt } = await presence(work)
  return { ahead: await countAhead(work, row), minutes: await usualMinutes(work), available, backAt }
}

async function countAhead({ db, workspaceId, now }: UnitOfWork, row: ConversationRow): Promise<number> {
  const found = await db
    .selectFrom('handover')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'waiting')
    .where('conversation_id', '<>', row.id)
    .where('began_at', '<', new Date(row.open_handover?.since ?? now))
    .executeTakeFirst()
  return found?.n ?? 0
}

/** From so many handovers on it can be said how long one takes. */
const enough = 5

/** The median of the newest handovers that a person has answered, in minutes, rounded up. */
async function usualMinutes({ db, workspaceId, now }: UnitOfWork): Promise<number | null> {
  const { rows } = await sql<{ n: number; median: number | null }>`
    select count(*)::int as n,
      percentile_cont(0.5) within group (order by extract(epoch from replied_at - began_at))::float8 as median
    from (
      select began_at, replied_at from handover
      where workspace_id = ${workspaceId} and replied_at is not null
        and began_at > ${new Date(now.getTime() - 14 * 24 * 60 * 60 * 1000)}
      order by began_at desc limit 50
    ) as answered`.execute(db)
  const { n = 0, median = null } = rows[0] ?? {}
  return n < enough || median === null ? null : Math.max(1, Math.ceil(median / 60))
}

/** Whether anybody could answer now, and if not, when the first of them is back. */
export async function presence(work: UnitOfWork): Promise<Pick<Expectation, 'available' | 'backAt'>> {
  const { db, workspaceId, now } = work
  const rows = await db
    .selectFrom('staff_user')
    .select(['permissions', 'availability', 'away_until', 'hours', 'time_off'])
    .where('workspace_id', '=', workspaceId)
    .where('active', '=', true)
    .execute()
  const holidays = await readHolidays(work)
  // Who has their hands full is there all the same.
  const calendars = rows
    .filter(({ permissions }) => permissions.reply)
    .map((row) => calendarOf(row, holidays))
  if (calendars.some((calendar) => offDutyAt(calendar, now.getTime()) === null))
    return { available: true, backAt: null }
  const first = Math.min(...calendars.map((calendar) => backAt(calendar, now.getTime()) ?? Infinity))
  return { available: false, backAt: Number.isFinite(first) ? new Date(first).toISOString() : null }
}
