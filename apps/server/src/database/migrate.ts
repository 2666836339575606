import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { createJobs } from '../job/jobs.ts'
import { openKysely, openPool } from './database.ts'
import { migrations } from './migrations/index.ts'
import type { Database } from './schema/index.ts'

/** The database was written by a newer Baton. Starting on it could lose data. */
export class DatabaseNewerError extends Error {
  constructor(unknown: string[]) {
    super(
      `The database is newer than this Baton: it has the migration ${unknown.join(', ')}, which this version does not know. Update Baton, or restore a backup from before the update.`,
    )
    this.name = 'DatabaseNewerError'
  }
}

/**
 * Brings a database to the present schema and makes the job queues. Safe when several processes start at once.
 * @throws DatabaseNewerError when the database knows migrations that this version does not.
 */
export async function prepareDatabase(url: string): Promise<{ migrated: string[] }> {
  const pool = openPool(url, 2)
  const db = openKysely(pool)
  try {
    const migrated = await migrate(db)
    const jobs = createJobs(pool)
    await jobs.prepare()
    await jobs.stop()
    return { migrated }
  } finally {
    await db.destroy()
  }
}

async function migrate(db: Kysely<Database>): Promise<string[]> {
  await refuseNewer(db)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

async function refuseNewer(db: Kysely<Database>): Promise<void> {
  const unknown = (await appliedMigrations(db)).filter((name) => !(name in migrations))
  if (unknown.length > 0) throw new DatabaseNewerError(unknown)
}

/** Names of the migrations that the database has, oldest first; none when it is empty. */
async function appliedMigrations(db: Kysely<Database>): Promise<string[]> {
  const { rows: found } = await sql<{ there: boolean }>`
    select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (!found[0]?.there) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map((row) => row.name)
}

/** Migrations that this version has and the database does not. */
export async function pendingMigrations(db: Kysely<Database>): Promise<string[]> {
  const applied = new Set(await appliedMigrations(db))
  return Object.keys(migrations).filter((name) => !applied.has(name))
}
