import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { startBaton } from './start-baton.ts'

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
  const server = await startBaton()
  project.provide('batonUrl', server.url)
  project.provide('batonKey', server.key)
  return server.stop
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
