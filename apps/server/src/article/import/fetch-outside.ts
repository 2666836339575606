import type http from 'node:http'
import { OutsideError, readBody, requestOutside } from '../../outside/request-outside.ts'
import { Unreadable } from './parsed.ts'

const timeoutMs = 10_000
const mostBytes = 2 * 1024 * 1024
const mostRedirects = 5
const redirects = new Set([301, 302, 303, 307, 308])

export type Fetched = { url: string; type: string; bytes: Uint8Array }

/**
 * Gets a page from an address that a user typed: at most 2 MB, within 10 seconds. The guard of `requestOutside` holds
 * after each redirect anew.
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

async function get(url: string, allowPrivate: boolean, signal: AbortSignal): Promise<Got> {
  const { protocol } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:')
    throw new Unreadable('Only http and https addresses can be read.')
  const headers = { accept: 'text/html, application/xml', 'user-agent': 'Baton-Import/1' }
  try {
    const response = await requestOutside(url, { method: 'GET', headers, signal, allowPrivate })
    return await read(url, response)
  } catch (error) {
    throw error instanceof OutsideError ? new Unreadable(reasonOf(error)) : error
  }
}

async function read(url: string, response: http.IncomingMessage): Promise<Got> {
  const { statusCode = 0, headers } = response
  if (redirects.has(statusCode) && headers.location !== undefined) {
    response.destroy()
    if (!URL.canParse(headers.location, url)) throw new Unreadable('The page leads to no address.')
    return { location: new URL(headers.location, url).href }
  }
  if (statusCode !== 200) {
    response.destroy()
    throw new Unreadable(`The page answers with status ${statusCode}.`)
  }
  const bytes = await readBody(response, mostBytes)
  return { type: headers['content-type'] ?? '', bytes: new Uint8Array(bytes) }
}

function reasonOf({ kind, message }: OutsideError): string {
  switch (kind) {
    case 'late':
      return `There is no answer within ${timeoutMs / 1000} seconds.`
    case 'private':
      return 'The address lies in a private network, which is not allowed.'
    case 'too_large':
      return 'The page has more than 2 MB.'
    case 'unreachable':
      return `The address cannot be reached: ${message}.`
  }
}
