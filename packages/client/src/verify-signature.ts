/** The request is not Baton's, or too old. Answer it with 401. */
export class SignatureError extends Error {
  override name = 'SignatureError'
}

/** Headers as `fetch` has them, or as Node and Express do. */
export type SignedHeaders = Headers | Record<string, string | string[] | undefined>

export type VerifyOptions = {
  /** How old a request may be, in seconds. 5 minutes when left out. */
  toleranceSeconds?: number
  /** What time it is, in milliseconds. Left out: now. */
  now?: number
}

const prefix = 'whsec_'

/**
 * Makes sure that a request comes from Baton: a webhook, or the call of an outside bot. Both are signed by Standard
 * Webhooks 1.0. The comparison takes as long whatever differs.
 *
 * @param body exactly what arrived, before anything parsed it
 * @returns what it says, parsed
 * @throws SignatureError
 * @example
 * const call = botCall.parse(await verifySignature(body, request.headers, secret))
 */
export async function verifySignature(
  body: string | Uint8Array,
  headers: SignedHeaders,
  secret: string,
  { toleranceSeconds = 300, now = Date.now() }: VerifyOptions = {},
): Promise<unknown> {
  const id = headerOf(headers, 'webhook-id')
  const timestamp = headerOf(headers, 'webhook-timestamp')
  const age = now / 1000 - Number(timestamp)
  if (!(Math.abs(age) <= toleranceSeconds))
    throw new SignatureError('The request is too old, or the clocks differ.')
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${text}`)
  const key = await crypto.subtle.importKey('raw', keyOf(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ])
  // There are several while a secret is being changed.
  for (const entry of headerOf(headers, 'webhook-signature').split(' ')) {
    const signature = entry.startsWith('v1,') ? bytesOf(entry.slice(3)) : null
    if (signature && (await crypto.subtle.verify('HMAC', key, signature, signed))) return JSON.parse(text)
  }
  throw new SignatureError('The signature does not fit. Is it the secret that Baton has now?')
}

function headerOf(headers: SignedHeaders, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name]
  if (typeof value === 'string' && value !== '') return value
  throw new SignatureError(`The header ${name} is missing, so this is no request of Baton.`)
}

function keyOf(secret: string): Uint8Array<ArrayBuffer> {
  const key = secret.startsWith(prefix) ? bytesOf(secret.slice(prefix.length)) : null
  if (key === null || key.length === 0)
    throw new TypeError(`The secret is not as Baton shows it: it begins with ${prefix}.`)
  return key
}

/** Null: it is no base64. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}
