import http from 'node:http'
import https from 'node:https'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'

const timeoutMs = 10_000

/**
 * Posts JSON to an address that a user typed. Private and reserved networks are refused, by the address that
 * the name resolves to when the connection is made, unless `allowPrivate`. Redirects are not followed.
 * @returns the status of the answer; its body is not read
 * @throws Error with a plain reason when there was no answer in 10 seconds
 */
export function postOutside(
  url: string,
  body: string,
  headers: Record<string, string>,
  { allowPrivate }: { allowPrivate: boolean },
): Promise<number> {
  const secure = url.startsWith('https:')
  const filter = { allowPrivateIPAddress: allowPrivate, allowMetaIPAddress: allowPrivate }
  const agent = secure ? new RequestFilteringHttpsAgent(filter) : new RequestFilteringHttpAgent(filter)
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(
      url,
      {
        method: 'POST',
        agent,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Baton-Webhooks/1',
          ...headers,
        },
      },
      (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      },
    )
    request.on('error', (error) => reject(new Error(reasonOf(error))))
    request.end(body)
  })
}

function reasonOf(error: Error & { code?: string }): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return `No answer within ${timeoutMs / 1000} s.`
  if (/not allowed/i.test(error.message))
    return 'The address lies in a private network, which is not allowed.'
  return error.code ?? error.message
}
