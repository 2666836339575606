import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type AppContext, inWorkspace } from '../context.ts'
import { createApiKey, hashToken } from './api-key.ts'

/** Where the first key is kept when the environment does not give one. */
export function bootstrapKeyFile(dataFolder: string): string {
  return join(dataFolder, 'api-key')
}

/**
 * Makes sure that the first workspace can be reached: with the key of the environment, which is added whenever
 * it is not known yet, or else with one that the first start makes and writes to the data folder.
 */
export async function ensureBootstrapKey(app: AppContext, workspaceId: string): Promise<void> {
  const { bootstrapKey, dataFolder } = app.config
  const token = bootstrapKey ?? `baton_${randomBytes(32).toString('base64url')}`
  const known = bootstrapKey ? isKnown(app, token) : hasKeys(app, workspaceId)
  if (await known) return
  // The file comes first: a key that is stored and written nowhere would lock everybody out.
  if (!bootstrapKey) {
    await mkdir(dataFolder, { recursive: true })
    await writeFile(bootstrapKeyFile(dataFolder), `${token}\n`, { mode: 0o600 })
  }
  await inWorkspace(app, workspaceId, (work) =>
    createApiKey(work, { name: 'First key', scopes: ['*'] }, token),
  )
}

async function isKnown(app: AppContext, token: string): Promise<boolean> {
  const { rows } = await sql`select 1 from find_api_key(${hashToken(token)})`.execute(app.db)
  return rows.length > 0
}

/** Revoked ones count: who revoked all keys meant it. */
function hasKeys(app: AppContext, workspaceId: string): Promise<boolean> {
  return inWorkspace(app, workspaceId, async ({ db }) => {
    const key = await db
      .selectFrom('api_key')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .limit(1)
      .executeTakeFirst()
    return key !== undefined
  })
}
