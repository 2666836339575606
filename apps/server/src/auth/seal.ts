import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Config } from '../config.ts'
import { deriveKey } from './secret.ts'

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

/** Seals with AES-256-GCM under a key of its own from the secret of this Baton. */
export function createSeal(config: Pick<Config, 'secret' | 'dataFolder'>): Seal {
  let known: Promise<Buffer> | undefined
  const key = () => {
    known ??= deriveKey(config, 'baton seal')
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
