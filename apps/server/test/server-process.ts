import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

export type ServerProcess = {
  url: string
  /** Ends it as a power failure would, and waits until it is gone. */
  kill: () => Promise<void>
}

/** Starts Baton as an operator does, in a process of its own with `settings`, and waits until it is ready. */
export async function startServerProcess(
  databaseUrl: string,
  bootstrapKey: string,
  settings: Record<string, string> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      BATON_BOOTSTRAP_KEY: bootstrapKey,
      BATON_LOG_LEVEL: 'warn',
      // Compiled code is kept from one start to the next, so that a start takes half the time.
      NODE_COMPILE_CACHE: join(tmpdir(), 'baton-test-compile-cache'),
      PORT: '0',
      HOST: '127.0.0.1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await gone
  }
  // It ends with the test, whatever became of that.
  onTestFinished(kill)
  try {
    const url = await addressOf(child)
    const ready = await fetch(`${url}/readyz`)
    if (!ready.ok) throw new Error(`/readyz answers ${ready.status}: ${await ready.text()}`)
    return { url, kill }
  } catch (error) {
    await kill()
    throw error
  }
}

/** The address that it prints when it is ready. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer) => {
      printed += chunk
      const port = /http:\/\/localhost:(\d+)/.exec(printed)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code, signal) =>
      reject(new Error(`The server ended with ${code ?? signal} before it was ready:\n${printed}`)),
    )
  })
}
