import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../src/database/embedded.ts'
import { prepareDatabase } from '../src/database/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
    databaseAdminUrl: string
  }
}

/** The database that every test file's own is cloned from: the one Baton would start with. */
export const templateName = 'baton'

/** One PostgreSQL for the whole run, without fsync, in a folder that goes with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-test-'))
  const database = await startEmbedded({ folder, fsync: false })
  await prepareDatabase(database.url)
  project.provide('databaseUrl', database.url)
  project.provide('databaseAdminUrl', database.adminUrl)
  return async () => {
    await database.stop()
    await rm(folder, { recursive: true })
  }
}
