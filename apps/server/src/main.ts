import { parseArgs } from 'node:util'
import pg from 'pg'
import { type Config, ConfigError, parseConfig } from './config.ts'
import { EmbeddedDatabaseError, startEmbedded } from './database/embedded.ts'
import { DatabaseNewerError } from './database/migrate.ts'
import { type Role, type RunningServer, startServer } from './server.ts'

const usage = 'Usage: npm start [-- --role all|web|worker]'
const echoMs = 500

/** A mistake in how Baton was started. The message says what to do. */
class UsageError extends Error {}

function readRole(): Role {
  const { values } = parseArgs({ options: { role: { type: 'string', default: 'all' } } })
  if (values.role === 'all' || values.role === 'web' || values.role === 'worker') return values.role
  throw new UsageError(`There is no role “${values.role}”. ${usage}`)
}

async function main(): Promise<void> {
  const stops: (() => Promise<void>)[] = []
  const started = start(stops)
  stopOnSignals(started, stops)
  try {
    await started
  } catch (error) {
    await stopAll(stops)
    throw error
  }
}

/** `stops` is filled with what must be given back, in the order in which it was taken. */
async function start(stops: (() => Promise<void>)[]): Promise<void> {
  const began = performance.now()
  const role = readRole()
  const config = parseConfig(process.env)
  const databaseUrl = config.databaseUrl ?? (await startBuiltIn(config, stops))
  const server = await startServer({ config, databaseUrl, role })
  stops.push(server.stop)
  greet(server, role, began)
}

async function startBuiltIn(config: Config, stops: (() => Promise<void>)[]): Promise<string> {
  const database = await startEmbedded({ folder: config.dataFolder })
  stops.push(database.stop)
  return database.url
}

function greet(server: RunningServer, role: Role, began: number): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (role === 'worker') {
    process.stdout.write(`Baton works off its jobs (ready in ${seconds} s). Ctrl-C stops it.\n`)
    return
  }
  process.stdout.write(
    `Baton is ready in ${seconds} s:  ${server.url}\n  API documentation:  ${server.url}/docs\nCtrl-C stops it.\n`,
  )
}

/**
 * The first signal drains: a start that is under way comes to its end, requests and jobs that run may finish, then
 * the database stops. A later one ends at once. One that comes with the first is its echo: at Ctrl-C the terminal
 * tells npm and Baton, and npm tells Baton again.
 */
function stopOnSignals(started: Promise<void>, stops: (() => Promise<void>)[]): void {
  let firstAt: number | null = null
  const end = async (signal: NodeJS.Signals) => {
    if (firstAt !== null) {
      if (performance.now() - firstAt > echoMs) process.exit(130)
      return
    }
    firstAt = performance.now()
    process.stdout.write(`\n${signal}: finishing what runs … (once more ends at once)\n`)
    try {
      await started.catch(() => {})
      await stopAll(stops)
      process.exit(0)
    } catch (error) {
      process.stderr.write(`${describe(error)}\n`)
      process.exit(1)
    }
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

async function stopAll(stops: (() => Promise<void>)[]): Promise<void> {
  while (stops.length > 0) await stops.pop()?.()
}

/** What went wrong, in plain words where it is something that the operator can mend. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const expected = [ConfigError, EmbeddedDatabaseError, DatabaseNewerError, UsageError]
  if (expected.some((type) => error instanceof type)) return error.message
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE')
    return `Port ${portOf(error)} is taken. Stop the program that has it, or choose another: PORT=4001 npm start`
  if (code === 'EACCES')
    return `Port ${portOf(error)} needs more rights. Choose one above 1023: PORT=4000 npm start`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT' || code === 'EAI_AGAIN')
    return `The database of DATABASE_URL does not answer (${code}). Check host and port, and that it runs.`
  if (error instanceof pg.DatabaseError) {
    if (code === '28P01' || code === '28000')
      return 'The database refuses the user or password of DATABASE_URL.'
    if (code === '3D000') return 'The database named in DATABASE_URL does not exist. Make it with createdb.'
    if (code === '42501')
      return `The database user may not do this: ${error.message}. It must own its database.`
  }
  return error.stack ?? error.message
}

function portOf(error: Error): string {
  return 'port' in error ? String(error.port) : ''
}

main().catch((error: unknown) => {
  process.stderr.write(`${describe(error)}\n`)
  process.exit(1)
})
