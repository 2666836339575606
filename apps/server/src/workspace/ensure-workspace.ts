import { sql } from 'kysely'
import { type AppContext, newId } from '../context.ts'
import { transact } from '../database/database.ts'

/** The id of the first workspace, which the first start makes. Two processes that start at once agree on one. */
export async function ensureWorkspace(app: AppContext): Promise<string> {
  return transact(app.db, '*', async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('baton first workspace'))`.execute(trx)
    const first = await trx
      .selectFrom('workspace')
      .select('id')
      .where('demo_of', 'is', null)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (first) return first.id
    const workspaceId = newId()
    const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    await trx
      .insertInto('workspace')
      .values({ id: workspaceId, name: 'My workspace', time_zone, created_at: app.clock() })
      .execute()
    return workspaceId
  })
}
