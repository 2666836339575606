import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Outcome } from './parse-thread.ts'
import { type Parsed, Unreadable } from './parsed.ts'

const timeLimitMs = 30_000
const memoryMb = 256

/**
 * Reads a file in a thread of its own, with little time and memory: a file of a stranger may be made to use up both.
 * @throws Unreadable
 */
export async function parseApart(name: string, bytes: Uint8Array): Promise<Parsed[]> {
  const thread = new Worker(new URL('./parse-thread.ts', import.meta.url), {
    workerData: { name, bytes },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    // What libraries print of a broken file is nobody's to read.
    stdout: true,
    stderr: true,
  })
  const outcome = await once(thread, 'message', { signal: AbortSignal.timeout(timeLimitMs) })
    .then(([message]: Outcome[]) => message)
    .catch((error: Error): Outcome => {
      const late = error.name === 'AbortError'
      return { reason: late ? `It takes longer than ${timeLimitMs / 1000} seconds to read.` : null }
    })
    .finally(() => thread.terminate())
  if (outcome && 'articles' in outcome) return outcome.articles
  throw new Unreadable(outcome?.reason ?? 'It is damaged, or not what its name says.')
}
