import { type Kysely, sql } from 'kysely'
import type { AppContext } from '../context.ts'
import { transact } from '../database/database.ts'
import type { Database } from '../database/schema/index.ts'
import { DomainError } from '../errors.ts'

/**
 * Removes the demo beside a workspace, or the one that the workspace itself is, with everything in it.
 * @throws DomainError not_found
 */
export async function removeDemo(app: AppContext, workspaceId: string): Promise<void> {
  await transact(app.db, '*', async (trx) => {
    const demo = await trx
      .selectFrom('workspace')
      .select('id')
      .where('demo_of', 'is not', null)
      .where((either) => either.or([either('demo_of', '=', workspaceId), either('id', '=', workspaceId)]))
      .forUpdate()
      .executeTakeFirst()
    if (!demo) throw new DomainError('not_found', 'There is no demo.')
    await sql`delete from auth.person where id in (select person_id from auth.staff where workspace_id = ${demo.id})`.execute(
      trx,
    )
    for (const table of await tablesOfWorkspaces(trx))
      await sql`delete from ${sql.table(table)} where workspace_id = ${demo.id}`.execute(trx)
    await sql`delete from pgboss.job where data ->> 'workspaceId' = ${demo.id}`.execute(trx)
    await trx.deleteFrom('workspace').where('id', '=', demo.id).execute()
  })
}

/**
 * Every table with a workspace, each before those that it refers to: read from the database, so that none is forgotten
 * that a later version adds.
 */
async function tablesOfWorkspaces(trx: Kysely<Database>): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string; refers_to: string[] }>`
    select c.relname as name, array(
      select f.confrelid::regclass::text from pg_constraint f
      where f.contype = 'f' and f.conrelid = c.oid and f.confrelid <> c.oid) as refers_to
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
    order by c.relname`.execute(trx)
  const ordered: string[] = []
  let left = tables
  while (left.length > 0) {
    const free = left.filter(({ name }) => !left.some((other) => other.refers_to.includes(name)))
    if (free.length === 0) throw new Error('Tables refer to each other in a circle.')
    ordered.push(...free.map(({ name }) => name))
    left = left.filter((table) => !free.includes(table))
  }
  return ordered
}
