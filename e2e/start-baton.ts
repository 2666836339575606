import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url))

export type Baton = {
  url: string
  /** The first API key, which may do everything. */
  key: string
  stop: () => Promise<void>
}

/**
 * Starts Baton on an empty folder with its built-in database, as `npm start` does, and waits until it is ready. `settings`
 * are more of its environment.
 */
export async function startBaton(settings: Record<string, string> = {}): Promise<Baton> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-e2e-'))
  const server = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      BATON_DATA: folder,
      PORT: '0',
      HOST: '127.0.0.1',
      BATON_LOG_LEVEL: 'warn',
      // What is posted to goes over loopback here.
      BATON_ALLOW_PRIVATE_TARGETS: 'true',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    server.kill('SIGTERM')
    if (server.exitCode === null) await once(server, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
  const url = await addressOf(server)
  const key = (await readFile(join(folder, 'api-key'), 'utf8')).trim()
  return { url, key, stop }
}

/** The address that it prints when it is ready. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer) => {
      printed += chunk
      const port = /http:\/\/localhost:(\d+)/.exec(printed)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    }
    server.stdout?.on('data', read)
    server.stderr?.on('data', read)
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${printed}`)))
  })
}
