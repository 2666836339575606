import type { Endpoint } from '@baton/contract'
import { ApiError, NoAnswerError, readError } from './errors.ts'
import { backoffMs, retryAfterMs, wait } from './wait.ts'

export type Connection = {
  /** Where Baton is, such as `https://baton.example.com`. */
  baseUrl: string
  /** Null: a browser's session, whose cookie goes along by itself. */
  apiKey: string | null
  fetch: typeof fetch
  timeoutMs: number
  retries: number
}

/** What a call may carry, whatever the endpoint. */
export type CallInput = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  /** For an endpoint that takes a file. */
  file?: Blob
  ifMatch?: number
  idempotencyKey?: string
  signal?: AbortSignal
}

/** How long a file may take at least. */
const fileMs = 120_000
const passing = new Set([429, 502, 503, 504])

/**
 * Calls an endpoint. Reading, replacing and deleting are repeated when there is no answer, or one that will
 * pass; so is a POST, for it carries an Idempotency-Key and happens once. A PATCH is not repeated.
 * @throws ApiError, NoAnswerError
 */
export async function call(connection: Connection, endpoint: Endpoint, input: CallInput): Promise<unknown> {
  const request = toRequest(connection, endpoint, input)
  const repeatable = endpoint.method !== 'patch'
  for (let attempt = 1; ; attempt++) {
    const last = !repeatable || attempt > connection.retries
    try {
      const response = await send(connection, request, input.signal)
      if (response.ok)
        return response.status === 204 ? undefined : await readBody(endpoint, response, input.signal)
      if (last || !passing.has(response.status)) throw await readError(response)
      await response.body?.cancel()
      await wait(retryAfterMs(response) ?? backoffMs(attempt), input.signal)
    } catch (error) {
      if (last || !(error instanceof NoAnswerError)) throw error
      await wait(backoffMs(attempt), input.signal)
    }
  }
}

type Sent = { url: string; init: RequestInit; isFile: boolean }

function toRequest({ baseUrl, apiKey }: Connection, endpoint: Endpoint, input: CallInput): Sent {
  const headers: Record<string, string> = { accept: 'application/json', ...authorization(apiKey) }
  if (endpoint.method === 'post') headers['idempotency-key'] = input.idempotencyKey ?? newKey()
  if (input.ifMatch !== undefined) headers['if-match'] = `"${input.ifMatch}"`
  if (endpoint.body) headers['content-type'] = 'application/json'
  const init: RequestInit = { method: endpoint.method.toUpperCase(), headers }
  if (endpoint.body) init.body = JSON.stringify(input.body ?? {})
  if (endpoint.raw === 'upload') {
    headers['content-type'] = 'application/octet-stream'
    init.body = input.file ?? null
  }
  return { url: urlOf(baseUrl, endpoint.path, input), init, isFile: endpoint.raw !== undefined }
}

/** Says who calls, where no cookie does. */
export function authorization(apiKey: string | null): Record<string, string> {
  return apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }
}

/** The address of an endpoint with its parameters filled in. */
export function urlOf(
  baseUrl: string,
  path: string,
  { params = {}, query = {} }: Pick<CallInput, 'params' | 'query'>,
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(
    given.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString()
  return `${baseUrl.replace(/\/+$/, '')}${filled}${search && `?${search}`}`
}

/** One try, with its time limit over the whole answer. */
async function send(
  connection: Connection,
  { url, init, isFile }: Sent,
  signal?: AbortSignal,
): Promise<Response> {
  const timeoutMs = isFile ? Math.max(connection.timeoutMs, fileMs) : connection.timeoutMs
  const limit = AbortSignal.timeout(timeoutMs)
  try {
    return await connection.fetch(url, { ...init, signal: signal ? AbortSignal.any([signal, limit]) : limit })
  } catch (error) {
    signal?.throwIfAborted()
    throw noAnswer({ ...connection, timeoutMs }, error)
  }
}

async function readBody(endpoint: Endpoint, response: Response, signal?: AbortSignal): Promise<unknown> {
  try {
    return endpoint.raw === 'download' ? await response.blob() : await response.json()
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new ApiError(response.status, {
        detail: 'The answer is not JSON: this is not the address of Baton.',
      })
    signal?.throwIfAborted()
    throw new NoAnswerError('The answer broke off.', { cause: error })
  }
}

function noAnswer({ baseUrl, timeoutMs }: Connection, cause: unknown): NoAnswerError {
  const late = cause instanceof Error && cause.name === 'TimeoutError'
  const reason = late ? `No answer from ${baseUrl} within ${timeoutMs} ms.` : `${baseUrl} cannot be reached.`
  return new NoAnswerError(reason, { cause })
}

/** Not `randomUUID`, which browsers have only on https. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
