import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { AppContext } from '../context.ts'

/** Counts one more under a key, in the database, so that all processes share it. Begins anew after the window. */
export async function countWithin({ db, clock }: AppContext, key: string, windowMs: number): Promise<number> {
  const now = clock()
  const begin = new Date(now.getTime() - windowMs)
  const { rows } = await sql<{ count: number }>`
    insert into auth.attempt (key, count, since) values (${key}, 1, ${now})
    on conflict (key) do update set
      count = case when attempt.since > ${begin} then attempt.count + 1 else 1 end,
      since = case when attempt.since > ${begin} then attempt.since else ${now} end
    returning count`.execute(db)
  return rows[0]?.count ?? 1
}

/** Neither addresses nor accounts are kept as they are. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
