import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type IdleFigures = { serverMb: number; databaseMb: number }

const main = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url))
const restMs = 10_000

/**
 * Memory of a server that was started as `npm start` does and does nothing, and of the built-in PostgreSQL beside
 * it. It is the second start: the first one compiles. Linux only.
 */
export async function idleMemory(dataFolder: string): Promise<IdleFigures> {
  await (await startServer(dataFolder)).stop()
  const server = await startServer(dataFolder)
  try {
    await pause(restMs)
    const resident = await memoryOf(server.pid, 'VmRSS', 'status')
    const postmaster = Number(
      (await readFile(`${dataFolder}/postgres/postmaster.pid`, 'utf8')).split('\n')[0],
    )
    const family = [postmaster, ...(await childrenOf(postmaster))]
    const shares = await Promise.all(family.map((pid) => memoryOf(pid, 'Pss', 'smaps_rollup')))
    return { serverMb: resident / 1024, databaseMb: shares.reduce((sum, share) => sum + share, 0) / 1024 }
  } finally {
    await server.stop()
  }
}

async function startServer(dataFolder: string): Promise<{ pid: number; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, ['--max-semi-space-size=4', main], {
    env: {
      PATH: process.env.PATH,
      BATON_DATA: dataFolder,
      PORT: '0',
      BATON_LOG_LEVEL: 'silent',
      NODE_COMPILE_CACHE: join(dataFolder, '..', 'compile-cache'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((ready, failed) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.includes('Baton is ready') && ready())
    child.once('exit', () => failed(new Error('The server ended before it was ready.')))
  })
  return {
    pid: child.pid ?? 0,
    async stop() {
      const gone = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await gone
    },
  }
}

async function memoryOf(pid: number, field: string, file: string): Promise<number> {
  const text = await readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
}

async function childrenOf(parent: number): Promise<number[]> {
  const found: number[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent) found.push(Number(name))
  }
  return found
}
