import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { nameStatements } from './name-statements.ts'
import type { Database } from './schema/index.ts'

// Counts and sequence numbers fit a double for a long time; the text that pg gives by default helps nobody.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** The database within a transaction. */
export type Tx = Kysely<Database>

/** Opens the pool that everything but the listener shares. Connects lazily. */
export function openPool(url: string, max = 20): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: 'baton',
  })
  // A connection that breaks fails its statement and is replaced by the pool. Without these listeners it would
  // end the process, the second while a unit of work has it.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    nameStatements(client)
  })
  return pool
}

export function openKysely(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}

/**
 * Runs a transaction that sees one workspace: row-level security holds it to that. `'*'` sees all, for
 * the few things that are nobody's: following the event log, sweeping timers.
 *
 * With a viewer it sees only what is assigned to that user, of the workspace's conversations and all that hangs on them.
 *
 * The transaction begins and is held to its workspace in one round trip, so the ids stand in the statement.
 */
export async function transact<T>(
  db: Kysely<Database>,
  workspaceId: string,
  run: (trx: Tx) => Promise<T>,
  viewerId: string | null = null,
): Promise<T> {
  const scope = pg.escapeLiteral(workspaceId)
  const viewer = viewerId === null ? '' : `; set local baton.viewer = ${pg.escapeLiteral(viewerId)}`
  return db.connection().execute(async (trx) => {
    await sql.raw(`begin; set local baton.workspace = ${scope}${viewer}`).execute(trx)
    try {
      const value = await run(trx)
      await sql`commit`.execute(trx)
      return value
    } catch (error) {
      // A connection that broke has rolled back by itself.
      await sql`rollback`.execute(trx).catch(() => {})
      throw error
    }
  })
}

const lostRaces = new Set(['40001', '40P01'])

/** Unique keys that two messages at once may meet on: the later one, run again, finds what the first one made. */
const meetingPoints = new Set([
  'contact_identity_pkey',
  'conversation_workspace_id_channel_id_contact_id_key',
  'message_external',
  'article_source',
])

/** Whether a transaction lost a race that running it again can win. */
export function isLostRace(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return false
  return lostRaces.has(error.code) || [...meetingPoints].some((key) => isUniqueViolation(error, key))
}

/** Whether an insert met a row that is there already. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return (
    error instanceof pg.DatabaseError &&
    error.code === '23505' &&
    (constraint === undefined || error.constraint === constraint)
  )
}
