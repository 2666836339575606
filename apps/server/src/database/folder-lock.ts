import { open, readFile, rename, rm } from 'node:fs/promises'

/** Who holds a folder: a process, and when it began, so that a recycled pid is not mistaken for it. */
type Holder = { pid: number; startedAt: string }

export type FolderLock = { release: () => Promise<void> }

/**
 * Takes a folder for this process, by a file that says who has it. What a dead process left behind is taken over.
 * Returns the pid of the process that has it, if one does.
 */
export async function lockFolder(file: string): Promise<FolderLock | { heldBy: number }> {
  for (;;) {
    const own: Holder = { pid: process.pid, startedAt: await startOf(process.pid) }
    if (await create(file, JSON.stringify(own))) return { release: () => rm(file, { force: true }) }
    const found = await read(file)
    if (!found) continue
    const holder = parse(found)
    if (holder && holder.pid !== process.pid && (await isAlive(holder))) return { heldBy: holder.pid }
    if (holder?.pid === process.pid && holder.startedAt === own.startedAt) return { heldBy: holder.pid }
    // Two may find the same stale file: only one moves it away.
    const away = `${file}.${process.pid}`
    await rename(file, away).catch(ignoreMissing)
    const moved = await read(away)
    await rm(away, { force: true })
    if (moved !== null && moved !== found) await create(file, moved)
  }
}

async function create(file: string, text: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(text)
    await handle.close()
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

async function read(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    ignoreMissing(error)
    return null
  }
}

function parse(text: string): Holder | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function isAlive({ pid, startedAt }: Holder): Promise<boolean> {
  return isRunning(pid) && (await startOf(pid)) === startedAt
}

/** Whether a process with this pid runs, whosever it is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** The moment a process began, in the kernel's own count; empty where the system does not tell. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function ignoreMissing(error: unknown): void {
  if (!hasCode(error, 'ENOENT')) throw error
}
