import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type IdleFigures = { serverMb: number; databaseMb: number }

const main = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url))
const restMs = 10_000

/** Memory of a server that has just started and does nothing, and of the built-in PostgreSQL beside it. Linux only. */
export async function idleMemory(dataFolder: string): Promise<IdleFigures> {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, BATON_DATA: dataFolder, PORT: '0', BATON_LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await new Promise<void>((ready, failed) => {
      child.stdout.on('data', (chunk: Buffer) => chunk.includes('Baton is ready') && ready())
      child.once('exit', () => failed(new Error('The server ended before it was ready.')))
    })
    await pause(restMs)
    const server = await memoryOf(child.pid ?? 0, 'VmRSS', 'status')
    const postmaster = Number(
      (await readFile(`${dataFolder}/postgres/postmaster.pid`, 'utf8')).split('\n')[0],
    )
    const family = [postmaster, ...(await childrenOf(postmaster))]
    const shares = await Promise.all(family.map((pid) => memoryOf(pid, 'Pss', 'smaps_rollup')))
    return { serverMb: server / 1024, databaseMb: shares.reduce((sum, share) => sum + share, 0) / 1024 }
  } finally {
    child.kill('SIGTERM')
    await new Promise((done) => child.once('exit', done))
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
