import { gzipSync } from 'node:zlib'
import { build } from 'vite'

/** What a page may be asked to load for a chat that nobody has opened yet. */
export const mostBytes = 15 * 1024

/** Builds the chat and gives its scripts, each with its size as gzip makes it. The texts stand beside them, a KB a language. */
export async function measureScripts(): Promise<{ name: string; bytes: number }[]> {
  const built = await build({ root: import.meta.dirname, logLevel: 'silent', build: { write: false } })
  const [first] = Array.isArray(built) ? built : [built]
  if (!first || !('output' in first)) throw new Error('Nothing was built.')
  return first.output.flatMap((file) =>
    file.type === 'chunk' ? [{ name: file.fileName, bytes: gzipSync(file.code, { level: 9 }).length }] : [],
  )
}

if (import.meta.main)
  for (const { name, bytes } of await measureScripts()) {
    console.log(`${name}: ${bytes} of ${mostBytes} bytes, compressed.`)
    if (bytes > mostBytes) process.exitCode = 1
  }
