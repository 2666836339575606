import http from 'node:http'
import https from 'node:https'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'

/** Why an address outside gave no answer. */
export class OutsideError extends Error {
  override name = 'OutsideError'
  readonly kind: 'late' | 'private' | 'too_large' | 'unreachable'

  constructor(kind: OutsideError['kind'], detail: string) {
    super(detail)
    this.kind = kind
  }
}

export type OutsideRequest = {
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
  /** Ends it, also while the answer is being read. */
  signal: AbortSignal
  /** Whether addresses in private and reserved networks may be called. */
  allowPrivate: boolean
}

/**
 * Calls an address that a user typed. Private and reserved networks are refused, by the address that the name resolves to
 * when the connection is made. Redirects are not followed.
 * @returns the answer, whose body the caller reads or drops
 * @throws OutsideError
 */
export function requestOutside(url: string, request: OutsideRequest): Promise<http.IncomingMessage> {
  const { method, headers, body, signal, allowPrivate } = request
  const secure = url.startsWith('https:')
  const filter = { allowPrivateIPAddress: allowPrivate, allowMetaIPAddress: allowPrivate }
  const agent = secure ? new RequestFilteringHttpsAgent(filter) : new RequestFilteringHttpAgent(filter)
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const sent = (secure ? https : http).request(
      url,
      { method, agent, signal, headers: { ...headers, ...length } },
      resolve,
    )
    sent.on('error', (error) => reject(outsideError(error)))
    sent.end(body)
  })
}

/**
 * The body of an answer, of at most so many bytes.
 * @throws OutsideError
 */
export async function readBody(response: http.IncomingMessage, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response) {
      bytes += chunk.length
      if (bytes > mostBytes) throw new OutsideError('too_large', `more than ${mostBytes} bytes`)
      chunks.push(chunk)
    }
  } catch (error) {
    response.destroy()
    throw outsideError(error)
  }
  return Buffer.concat(chunks)
}

function outsideError(error: unknown): OutsideError {
  if (error instanceof OutsideError) return error
  if (!(error instanceof Error)) return new OutsideError('unreachable', 'no reason was given')
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return new OutsideError('late', 'its time was up')
  if (/not allowed/i.test(error.message)) return new OutsideError('private', 'a private network')
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  return new OutsideError('unreachable', code ?? 'no reason was given')
}
