import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** A new signing secret, in the form of the Standard Webhooks specification. */
export function newSecret(): string {
  return prefix + randomBytes(24).toString('base64')
}

/**
 * The headers of a signed request after Standard Webhooks 1.0: any library of it can verify them.
 * `body` is exactly what is sent.
 */
export function signatureHeaders(secret: string, id: string, at: Date, body: string): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000).toString()
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
