import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    batonUrl: string
    batonKey: string
    chromium: string
  }
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** One server with its built-in database for the whole run, as `npm start` would start it, and a browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', findChromium())
  execFileSync(process.execPath, [join(root, 'scripts/build-apps.mjs')], { stdio: 'inherit' })
  const folder = await mkdtemp(join(tmpdir(), 'baton-e2e-'))
  const server = spawn(process.execPath, [join(root, 'apps/server/src/main.ts')], {
    env: {
      PATH: process.env.PATH,
      BATON_DATA: folder,
      PORT: '0',
      HOST: '127.0.0.1',
      BATON_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  project.provide('batonUrl', await addressOf(server))
  project.provide('batonKey', (await readFile(join(folder, 'api-key'), 'utf8')).trim())
  return async () => {
    server.kill('SIGTERM')
    if (server.exitCode === null) await once(server, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
}

/** The browser of the system. On a Debian-like machine without one, it is installed. */
function findChromium(): string {
  const known = [
    process.env.BATON_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  const found = () => known.find((path) => path && isExecutable(path))
  const there = found()
  if (there) return there
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
    })
  } catch {
    // Said below, with what to do.
  }
  const installed = found()
  if (installed) return installed
  throw new Error(
    'The tests of the screens need Chromium. Install it, or say where it is with BATON_CHROMIUM.',
  )
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
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
