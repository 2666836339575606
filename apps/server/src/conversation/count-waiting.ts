import { sql } from 'kysely'
import type { AppContext } from '../context.ts'
import { transact } from '../database/database.ts'

/** How many contacts of all workspaces wait for the bot and for people, and how long the longest of each. Demos are left out. */
export async function countWaiting(db: AppContext['db'], now: Date) {
  const found = await transact(db, '*', async (trx) => {
    const { rows } = await sql<{ waits_for: string; count: number; since: Date }>`
      select waits_for, count(*)::int as count, min(waits_since) as since from conversation
      where waits_since is not null and workspace_id in (select id from workspace where demo_of is null)
      group by waits_for`.execute(trx)
    return rows
  })
  return (['bot', 'human'] as const).map((waitsFor) => {
    const row = found.find(({ waits_for }) => waits_for === waitsFor)
    const ms = row ? Math.max(0, now.getTime() - row.since.getTime()) : 0
    return { waitsFor, count: row?.count ?? 0, seconds: Math.round(ms / 1000) }
  })
}
