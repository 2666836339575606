import http from 'node:http'
import https from 'node:https'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import { Unreadable } from './parsed.ts'

const timeoutMs = 10_000
const mostBytes = 2 * 1024 * 1024
const mostRedirects = 5
const redirects = new Set([301, 302, 303, 307, 308])

export type Fetched = { url: string; type: string; bytes: Uint8Array }

/**
 * Gets a page from an address that a user typed: at most 2 MB, within 10 seconds. Private and reserved networks are
 * refused, by the address that the name resolves to when the connection is made, after each redirect anew, unless
 * `allowPrivate`.
 * @throws Unreadable
 */
export async function fetchOutside(url: string, options: { allowPrivate: boolean }): Promise<Fetched> {
  const signal = AbortSignal.timeout(timeoutMs)
  let at = url
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const answer = await get(at, options.allowPrivate, signal)
    if (!('location' in answer)) return { url: at, ...answer }
    at = answer.location
  }
  throw new Unreadable('The address leads from one to the next without end.')
}

type Got = { location: string } | Omit<Fetched, 'url'>

function get(url: string, allowPrivate: boolean, signal: AbortSignal): Promise<Got> {
  const { protocol } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:')
    return Promise.reject(new Unreadable('Only http and https addresses can be read.'))
  const secure = protocol === 'https:'
  const filter = { allowPrivateIPAddress: allowPrivate, allowMetaIPAddress: allowPrivate }
  const agent = secure ? new RequestFilteringHttpsAgent(filter) : new RequestFilteringHttpAgent(filter)
  const headers = { accept: 'text/html, application/xml', 'user-agent': 'Baton-Import/1' }
  return new Promise<Got>((resolve, reject) => {
    const fail = (error: Error & { code?: string }) => reject(new Unreadable(reasonOf(error)))
    const request = (secure ? https : http).get(url, { agent, signal, headers }, (response) => {
      response.on('error', fail)
      read(url, response).then(resolve, (error: Error) => {
        request.destroy()
        if (error instanceof Unreadable) reject(error)
        else fail(error)
      })
    })
    request.on('error', fail)
  })
}

async function read(url: string, response: http.IncomingMessage): Promise<Got> {
  const { statusCode = 0, headers } = response
  if (redirects.has(statusCode) && headers.location !== undefined) {
    response.resume()
    if (!URL.canParse(headers.location, url)) throw new Unreadable('The page leads to no address.')
    return { location: new URL(headers.location, url).href }
  }
  if (statusCode !== 200) throw new Unreadable(`The page answers with status ${statusCode}.`)
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new Unreadable('The page has more than 2 MB.')
    chunks.push(chunk)
  }
  return { type: headers['content-type'] ?? '', bytes: new Uint8Array(Buffer.concat(chunks)) }
}

function reasonOf(error: Error & { code?: string }): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return `There is no answer within ${timeoutMs / 1000} seconds.`
  if (/not allowed/i.test(error.message))
    return 'The address lies in a private network, which is not allowed.'
  return `The address cannot be reached: ${error.code ?? 'no reason was given'}.`
}
