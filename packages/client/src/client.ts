import {
  type BatonEvent,
  type Endpoint,
  type Endpoints,
  endpoints,
  type Given,
  type Parsed,
} from '@baton/contract'
import { type CallInput, type Connection, call } from './call.ts'
import { type EventsOptions, followEvents } from './events.ts'

export type ClientOptions = {
  /** Where Baton is, such as `https://baton.example.com`. */
  baseUrl: string
  /** Left out: in a browser, the session that is signed in there. */
  apiKey?: string
  /** Left out: the platform's own. */
  fetch?: typeof fetch
  /** How long to wait for one answer. 10 seconds when left out. */
  timeoutMs?: number
  /** How often to try again what may be repeated. 3 times when left out. */
  retries?: number
}

/** A part of a request: asked for where something in it is required, else optional. */
type Part<Name extends string, Schema> = [Given<Schema>] extends [never]
  ? unknown
  : Record<never, never> extends Given<Schema>
    ? { [K in Name]?: Given<Schema> }
    : { [K in Name]: Given<Schema> }

/** What a call of an endpoint takes. */
export type CallArgs<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']> &
  (E extends { ifMatch: true } ? { /** The `revision` that you read. */ ifMatch?: number } : unknown) &
  (E extends { raw: 'upload' } ? { /** As it is. */ file: Blob } : unknown) &
  (E extends { method: 'post' } ? { /** Left out: a new one. */ idempotencyKey?: string } : unknown) & {
    signal?: AbortSignal
  }

/** What a call of an endpoint gives. */
export type CallResult<E extends Endpoint> = E extends { raw: 'download' } ? Blob : Parsed<E['response']>

type Call<E extends Endpoint> =
  Record<never, never> extends CallArgs<E>
    ? (args?: CallArgs<E>) => Promise<CallResult<E>>
    : (args: CallArgs<E>) => Promise<CallResult<E>>

type Callable = {
  [Id in keyof Endpoints]: Endpoints[Id] extends { stream: true } ? never : Id
}[keyof Endpoints]

/** One function for each endpoint of the API, and the live events. */
export type Client = { [Id in Callable]: Call<Endpoints[Id]> } & {
  /** Follows what happens, over lost connections too, until the signal is aborted. */
  events: (options?: EventsOptions) => AsyncGenerator<BatonEvent, void, undefined>
}

/**
 * A client of Baton's API, for browsers and Node.
 *
 * @example
 * const baton = createClient({ baseUrl: 'http://localhost:4000', apiKey: 'baton_…' })
 * const bot = await baton.createBot({ body: { name: 'Shop bot', mode: 'autopilot' } })
 */
export function createClient(options: ClientOptions): Client {
  const connection: Connection = {
    baseUrl: options.baseUrl,
    apiKey: options.apiKey ?? null,
    // Not `options.fetch` itself: a browser's fetch must be called on the window.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    timeoutMs: options.timeoutMs ?? 10_000,
    retries: options.retries ?? 3,
  }
  const calls = Object.values<Endpoint>(endpoints)
    .filter((endpoint) => !endpoint.stream)
    .map((endpoint) => [endpoint.id, (input: CallInput = {}) => call(connection, endpoint, input)] as const)
  const events = (eventsOptions: EventsOptions = {}) => followEvents(connection, eventsOptions)
  return { ...Object.fromEntries(calls), events } as Client
}
