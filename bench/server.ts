import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../apps/server/src/database/embedded.ts'

/** A PostgreSQL to measure on. Every measurement gets databases of its own, so none is in another's way. */
export type BenchServer = {
  version: string
  /** A place for files that belong to the run. */
  folder: string
  /** Makes an empty database and gives its address. */
  create: (name: string) => Promise<string>
  drop: (name: string) => Promise<void>
  stop: () => Promise<void>
}

const prefix = 'baton_bench_'

/**
 * Starts the built-in PostgreSQL, syncing to disk, in a temporary folder that is removed at the end; or uses the
 * one of `givenUrl`, whose user must be allowed to create databases.
 */
export async function openServer(givenUrl: string | undefined): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'))
  const builtIn = givenUrl ? null : await startEmbedded({ folder: join(folder, 'main') })
  const url = givenUrl ?? builtIn?.url ?? ''
  const run = async (text: string): Promise<pg.QueryResult> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      return await client.query(text)
    } finally {
      await client.end()
    }
  }
  const { rows } = await run('show server_version')
  return {
    version: `${rows[0].server_version}${builtIn ? ', built in' : ''}`,
    folder,
    async create(name) {
      await run(`drop database if exists ${prefix}${name} with (force)`)
      await run(`create database ${prefix}${name}`)
      const made = new URL(url)
      made.pathname = `/${prefix}${name}`
      return made.href
    },
    async drop(name) {
      await run(`drop database if exists ${prefix}${name} with (force)`)
    },
    async stop() {
      await builtIn?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
