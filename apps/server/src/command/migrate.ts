import { parseConfig } from '../config.ts'
import { startEmbedded } from '../database/embedded.ts'
import { prepareDatabase } from '../database/migrate.ts'

/**
 * Brings the database to the present schema and says what was done.
 * @throws ConfigError, EmbeddedDatabaseError, DatabaseNewerError
 */
export async function migrate(): Promise<void> {
  const config = parseConfig(process.env)
  const builtIn = config.databaseUrl ? null : await startEmbedded({ folder: config.dataFolder })
  try {
    const { migrated } = await prepareDatabase(config.databaseUrl ?? builtIn?.url ?? '')
    process.stdout.write(
      migrated.length > 0 ? `Applied: ${migrated.join(', ')}\n` : 'The database is at the present schema.\n',
    )
  } finally {
    await builtIn?.stop()
  }
}
