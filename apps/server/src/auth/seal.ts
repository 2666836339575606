import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'

/** What was sealed cannot be opened: with another secret, or because it was changed. */
class SealBroken extends Error {
  override name = 'SealBroken'
}

/** Encrypts what is kept of others' secrets. What a seal is `about` must be the same at opening, so that none is moved. */
export type Seal = {
  close: (text: string, about: string) => Promise<Buffer>
  open: (sealed: Buffer, about: string) => Promise<string>
}

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/**
 * Seals with AES-256-GCM under a key from BATON_SECRET, or from the file `secret` in the data folder, which is made when
 * something is first sealed. Processes that share a database must share the secret.
 */
export function createSeal({ secret, dataFolder }: Pick<Config, 'secret' | 'dataFolder'>): Seal {
  let known: Promise<Buffer> | undefined
  const key = () => {
    known ??= (async () => {
      const material = secret ?? (await readOrMake(join(dataFolder, 'secret')))
      return Buffer.from(hkdfSync('sha256', material, '', 'baton seal', 32))
    })()
    return known
  }
  return {
    async close(text, about) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, await key(), nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    async open(sealed, about) {
      const [nonce, tag] = [
        sealed.subarray(0, nonceBytes),
        sealed.subarray(nonceBytes, nonceBytes + tagBytes),
      ]
      try {
        const decipher = createDecipheriv(algorithm, await key(), nonce)
          .setAAD(Buffer.from(about))
          .setAuthTag(tag)
        return Buffer.concat([
          decipher.update(sealed.subarray(nonceBytes + tagBytes)),
          decipher.final(),
        ]).toString('utf8')
      } catch {
        throw new SealBroken(
          'A stored secret cannot be opened. Is BATON_SECRET the one that it was stored with?',
        )
      }
    },
  }
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
