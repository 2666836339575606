import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { isRunning } from '../src/database/folder-lock.ts'
import { eventually } from './eventually.ts'
import { createTestDatabase } from './postgres.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

let folder: string
let children: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-start-'))
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  await eventually(() => rm(folder, { recursive: true, force: true }))
})

type Started = { child: ChildProcess; output: () => string; exit: Promise<number | null> }

function environment(env: Record<string, string>): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, BATON_DATA: folder, PORT: '0', BATON_LOG_LEVEL: 'silent', ...env }
}

function start(env: Record<string, string>): Started {
  return watch(spawn(process.execPath, [main], { env: environment(env) }))
}

async function databasePid(): Promise<number> {
  return Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

function watch(child: ChildProcessWithoutNullStreams): Started {
  children.push(child)
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, output: () => output, exit }
}

async function ready({ output, child }: Started): Promise<string> {
  await eventually(() => {
    if (child.exitCode !== null) return
    expect(output()).toContain('Baton is ready')
  }, 30_000)
  const url = /https?:\/\/localhost:\d+/.exec(output())?.[0]
  expect(url, output()).toBeDefined()
  return url ?? ''
}

describe('npm start', () => {
  test('serves from an empty folder, writes a key that works, and stops its database on SIGTERM', async () => {
    const baton = start({})
    const url = await ready(baton)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    const key = (await readFile(join(folder, 'api-key'), 'utf8')).trim()
    const answer = await fetch(`${url}/v1/workspace`, { headers: { authorization: `Bearer ${key}` } })
    expect(await answer.json()).toMatchObject({ name: 'My workspace' })
    const pid = await databasePid()
    baton.child.kill('SIGTERM')
    expect(await baton.exit).toBe(0)
    await eventually(() => expect(isRunning(pid)).toBe(false))
  })

  test('Ctrl-C drains once, though the terminal and npm both pass it on', async () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url))
    const baton = watch(spawn('npm', ['start'], { cwd: root, env: environment({}), detached: true }))
    await ready(baton)
    const pid = await databasePid()
    process.kill(-(baton.child.pid ?? 0), 'SIGINT')
    await baton.exit
    expect(baton.output()).toContain('SIGINT: finishing')
    await eventually(() => expect(isRunning(pid)).toBe(false))
    await expect(stat(join(folder, 'baton.lock'))).rejects.toThrow('ENOENT')
  })

  test('a signal while it starts leaves no database behind', async () => {
    const baton = start({})
    const pid = await eventually(databasePid, 30_000)
    baton.child.kill('SIGTERM')
    expect(await baton.exit).toBe(0)
    await eventually(() => expect(isRunning(pid)).toBe(false))
  })

  test('starts again after kill -9', async () => {
    const first = start({})
    await ready(first)
    first.child.kill('SIGKILL')
    await first.exit
    const second = start({})
    await ready(second)
    second.child.kill('SIGINT')
    expect(await second.exit).toBe(0)
  })

  test('takes the key of the environment', async () => {
    const { url: databaseUrl, drop } = await createTestDatabase()
    const key = 'a-key-that-automation-brings-along'
    const baton = start({ DATABASE_URL: databaseUrl, BATON_BOOTSTRAP_KEY: key })
    const url = await ready(baton)
    const answer = await fetch(`${url}/v1/workspace`, { headers: { authorization: `Bearer ${key}` } })
    expect(answer.status).toBe(200)
    baton.child.kill('SIGTERM')
    await baton.exit
    await drop()
  })
})

describe('what is wrong is said plainly, without a stack', () => {
  async function says(env: Record<string, string>, pattern: RegExp): Promise<void> {
    const baton = start(env)
    expect(await baton.exit).toBe(1)
    expect(baton.output()).toMatch(pattern)
    expect(baton.output()).not.toMatch(/\n {4}at /)
  }

  test('a port that is taken', async () => {
    const { url, drop } = await createTestDatabase()
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, '0.0.0.0', done))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await says({ DATABASE_URL: url, PORT: String(port) }, new RegExp(`Port ${port} is taken.*PORT=`))
    other.close()
    await drop()
  })

  test('a database that does not answer, a wrong password, a database that is not there', async () => {
    const right = new URL(inject('databaseUrl'))
    await says({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }, /does not answer \(ECONNREFUSED\)/)
    const wrongPassword = new URL(right)
    wrongPassword.password = 'wrong'
    await says({ DATABASE_URL: wrongPassword.href }, /refuses the user or password/)
    const missing = new URL(right)
    missing.pathname = '/missing'
    await says({ DATABASE_URL: missing.href }, /does not exist/)
  })

  test('a database that is newer than the code', async () => {
    const { url, drop } = await createTestDatabase()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`insert into kysely_migration (name, timestamp) values ('29990101000000-later', 'x')`)
    await client.end()
    await says({ DATABASE_URL: url }, /newer than this Baton.*29990101000000-later/)
    await drop()
  })

  test('a variable that is wrong', () => says({ PORT: 'eighty' }, /PORT: expected a port number/))
})
