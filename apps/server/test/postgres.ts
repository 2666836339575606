import pg from 'pg'
import { inject } from 'vitest'
import { templateName } from './global-setup.ts'

let made = 0

/** A database of a test file's own, cloned from one that is migrated already. */
export async function createTestDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const adminUrl = inject('databaseAdminUrl')
  made += 1
  const name = `test_${process.pid}_${made}`
  await asAdmin(adminUrl, `create database ${name} template ${templateName} strategy file_copy owner baton`)
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: () => asAdmin(adminUrl, `drop database if exists ${name} with (force)`),
  }
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
