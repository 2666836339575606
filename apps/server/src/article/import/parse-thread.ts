import { parentPort, workerData } from 'node:worker_threads'
import { parseFile } from './parse-file.ts'
import { type Parsed, Unreadable } from './parsed.ts'

/** What comes back from the thread. `reason` is null where a library failed on the file. */
export type Outcome = { articles: Parsed[] } | { reason: string | null }

const { name, bytes }: { name: string; bytes: Uint8Array } = workerData

async function outcome(): Promise<Outcome> {
  try {
    return { articles: await parseFile(name, bytes) }
  } catch (error) {
    return { reason: error instanceof Unreadable ? error.message : null }
  }
}

parentPort?.postMessage(await outcome())
