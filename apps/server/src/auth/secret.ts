import { hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'

/**
 * A key of 256 bits for one purpose, from BATON_SECRET, or from the file `secret` in the data folder, which is made when it
 * is first needed. Processes that share a database must share the secret.
 */
export async function deriveKey(
  { secret, dataFolder }: Pick<Config, 'secret' | 'dataFolder'>,
  purpose: string,
): Promise<Buffer> {
  const material = secret ?? (await readOrMake(join(dataFolder, 'secret')))
  return Buffer.from(hkdfSync('sha256', material, '', purpose, 32))
}

async function readOrMake(file: string): Promise<string> {
  const read = () => readFile(file, 'utf8').catch(() => null)
  const found = await read()
  if (found) return found.trim()
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 })
  const made = randomBytes(32).toString('base64url')
  // Two processes may make it at once: the first that writes it has made it.
  await writeFile(file, `${made}\n`, { mode: 0o600, flag: 'wx' }).catch(() => {})
  return (await read())?.trim() ?? made
}
