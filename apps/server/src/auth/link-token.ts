import { randomBytes } from 'node:crypto'
import type { Config } from '../config.ts'
import { hashToken } from './api-key.ts'

/** The secret of a link that an admin hands on, the address that it stands in, and the hash that is kept. */
export function makeLink(
  { url }: Pick<Config, 'url'>,
  place: 'join' | 'reset',
): { link: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { link: `${url}/${place}/${token}`, hash: hashToken(token) }
}
