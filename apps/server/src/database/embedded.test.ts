import { type ChildProcess, spawn } from 'node:child_process'
import { chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { EmbeddedDatabaseError, startEmbedded } from './embedded.ts'
import { isRunning } from './folder-lock.ts'

const holder = fileURLToPath(new URL('../../test/hold-database.ts', import.meta.url))
const nobody = 65_534

let folder: string
let children: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-embedded-'))
})
afterEach(async () => {
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(children.map(ended))
  children = []
  await rm(folder, { recursive: true, force: true, maxRetries: 10 })
})

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

/** Another process that starts the database in the folder and keeps it. Resolves with what it says first. */
async function hold(prefix: string[] = []): Promise<{ child: ChildProcess; said: string }> {
  const [program = process.execPath, ...words] = [...prefix, process.execPath, holder, folder]
  const child = spawn(program, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: folder },
  })
  children.push(child)
  let said = ''
  const first = new Promise<string>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('\n')) resolve(said)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => resolve(said))
  })
  return { child, said: await first }
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

describe('the built-in PostgreSQL', () => {
  test('starts in an empty folder, keeps what was written, and starts again', async () => {
    const first = await startEmbedded({ folder })
    await query(first.url, 'create table kept (value int)')
    await query(first.url, 'insert into kept values (7)')
    await first.stop()

    const second = await startEmbedded({ folder })
    expect(await query(second.url, 'select value from kept')).toEqual([{ value: 7 }])
    expect(second.attached).toBe(false)
    await second.stop()
  })

  test('gives a role that row-level security binds, and syncs to disk', async () => {
    const database = await startEmbedded({ folder })
    const [role] = await query(
      database.url,
      'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    )
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false })
    expect(await query(database.url, 'show fsync')).toEqual([{ fsync: 'on' }])
    await database.stop()
  })

  test('runs for a user who is not root', async () => {
    const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']
    if (process.getuid?.() === 0) await chown(folder, nobody, nobody)
    const { said } = await hold(process.getuid?.() === 0 ? asNobody : [])
    expect(said).toMatch(/^started attached=false/)
  })

  test('tells the second Baton on a folder who has it', async () => {
    const { child, said } = await hold()
    expect(said).toMatch(/^started/)
    await expect(startEmbedded({ folder })).rejects.toThrow(
      new RegExp(`Another Baton \\(pid ${child.pid}\\).*BATON_DATA`, 's'),
    )
  })

  test('does not outlive a Baton that was killed, or is attached to, and nothing hinders the next start', async () => {
    const { child } = await hold()
    const pid = await postmasterPid()
    child.kill('SIGKILL')
    await ended(child)
    const next = await startEmbedded({ folder })
    expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await next.stop()
    await eventually(() => expect(isRunning(pid)).toBe(false))
  })

  test('attaches to an orphan that still runs', async () => {
    const first = await startEmbedded({ folder })
    await rm(join(folder, 'baton.lock'))
    const second = await startEmbedded({ folder })
    expect(second.attached).toBe(true)
    expect(second.url).toBe(first.url)
    await second.stop()
  })

  test('is not put off by the pid of a dead process, nor by one that is another program now', async () => {
    await (await startEmbedded({ folder })).stop()
    const file = join(folder, 'postgres', 'postmaster.pid')
    for (const pid of [2 ** 22 - 1, process.pid]) {
      await writeFile(file, `${pid}\n${folder}/postgres\n0\n5432\n\n127.0.0.1\n`)
      const database = await startEmbedded({ folder })
      expect(database.attached).toBe(false)
      await database.stop()
    }
  })

  test('makes a cluster anew after one that was never finished', async () => {
    await mkdir(join(folder, 'postgres.new-1'), { recursive: true })
    await writeFile(join(folder, 'postgres.new-1', 'PG_VERSION'), '18\n')
    const database = await startEmbedded({ folder })
    await database.stop()
    expect((await readdir(folder)).filter((name) => name.includes('new'))).toEqual([])
  })

  test('refuses a cluster of another version', async () => {
    await mkdir(join(folder, 'postgres'))
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '15\n')
    await expect(startEmbedded({ folder })).rejects.toThrow(/PostgreSQL 15.*brings 18/s)
  })

  test('says plainly when the folder is no folder, and takes over a dead lock', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    await expect(startEmbedded({ folder: file })).rejects.toThrow(EmbeddedDatabaseError)
    await writeFile(join(folder, 'baton.lock'), JSON.stringify({ pid: 2 ** 22 - 1, startedAt: '1' }))
    await (await startEmbedded({ folder })).stop()
  })
})
