import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'

/** The browser of the system. On a Debian-like machine without one, it is installed. */
export function findChromium(): string {
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
