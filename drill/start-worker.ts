import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { settings } from './settings.ts'

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url))

export type Worker = {
  /** As a power failure would. */
  kill: () => void
  gone: Promise<unknown>
}

/** Starts a worker, and waits until it works or is gone. */
export async function startWorker(
  databaseUrl: string,
  { aheadMs = 0, smtpUrl }: { aheadMs?: number; smtpUrl?: string | undefined } = {},
): Promise<Worker> {
  const child = spawn(process.execPath, [worker, databaseUrl, String(aheadMs)], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: join(tmpdir(), 'baton-drill-compile-cache'),
      ...settings(smtpUrl),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), gone])
  return { kill: () => void child.kill('SIGKILL'), gone }
}
