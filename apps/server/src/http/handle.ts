import type { Endpoint, Given, Parsed } from '@baton/contract'
import type { Caller } from '../auth/authenticate.ts'
import type { Site } from '../chat/find-site.ts'
import type { Visitor } from '../chat/visitor-token.ts'
import type { AppContext, UnitOfWork } from '../context.ts'
import type { Exchange } from './exchange.ts'

/** A request that was authenticated, authorised and validated. */
export type RouteInput<E extends Endpoint> = {
  params: Parsed<E['params']>
  query: Parsed<E['query']>
  body: Parsed<E['body']>
  /** The revision of `If-Match`, or null. */
  ifMatch: number | null
  caller: Caller
  exchange: Exchange
}

/** A request of anybody, validated. */
export type OpenInput<E extends Endpoint> = Omit<RouteInput<E>, 'caller' | 'ifMatch'>

/** A request from a page that shows a web chat, validated. */
export type SiteInput<E extends Endpoint> = OpenInput<E> & { site: Site }

/** The same of somebody who writes there. */
export type VisitorInput<E extends Endpoint> = SiteInput<E> & { visitor: Visitor }

/**
 * What a route answers with: what its schema takes in, for the schema is not run over it. Where the answer has no
 * body, whatever is returned is dropped.
 */
export type RouteOutput<E extends Endpoint> = E['response'] extends null ? unknown : Given<E['response']>

/** An endpoint of the contract with what serves it: within a unit of work, apart from any, for anybody, or for web chats. */
export type Route = { endpoint: Endpoint } & (
  | { run: (work: UnitOfWork, input: RouteInput<Endpoint>) => Promise<unknown> }
  | { runApart: (app: AppContext, input: RouteInput<Endpoint>) => Promise<unknown> }
  | { runForAnybody: (app: AppContext, input: OpenInput<Endpoint>) => Promise<unknown> }
  | { runForSite: (app: AppContext, input: SiteInput<Endpoint>) => Promise<unknown> }
  | { runForVisitor: (work: UnitOfWork, input: VisitorInput<Endpoint>) => Promise<unknown> }
)
type RunsWithin = Extract<Route, { run: unknown }>
type RunsApart = Extract<Route, { runApart: unknown }>
type RunsForAnybody = Extract<Route, { runForAnybody: unknown }>
type RunsForSite = Extract<Route, { runForSite: unknown }>
type RunsForVisitor = Extract<Route, { runForVisitor: unknown }>

/**
 * Serves an endpoint of the contract. `run` is called once a request has passed everything that the endpoint
 * asks for, within one unit of work; what it returns is the body of the answer.
 *
 * @example
 * handle(endpoints.getBot, async (work, { params }) => viewBot(await findBot(work, params.id)))
 */
export function handle<const E extends Endpoint>(
  endpoint: E,
  run: (work: UnitOfWork, input: RouteInput<E>) => Promise<RouteOutput<E>>,
): Route {
  return { endpoint, run: run as RunsWithin['run'] }
}

/**
 * Serves an endpoint that takes long and changes nothing, so that it holds no transaction meanwhile. It opens short
 * ones by itself. An `Idempotency-Key` has no meaning for it.
 */
export function handleApart<const E extends Endpoint>(
  endpoint: E,
  runApart: (app: AppContext, input: RouteInput<E>) => Promise<RouteOutput<E>>,
): Route {
  return { endpoint, runApart: runApart as RunsApart['runApart'] }
}

/** Serves an endpoint that anybody may call. It finds its workspace by itself, and limits what can be guessed at. */
export function handleForAnybody<const E extends Endpoint & { who: 'anybody' }>(
  endpoint: E,
  run: (app: AppContext, input: OpenInput<E>) => Promise<RouteOutput<E>>,
): Route {
  return { endpoint, runForAnybody: run as RunsForAnybody['runForAnybody'] }
}

/** Serves an endpoint that pages with a web chat may call for anybody. */
export function handleForSite<const E extends Endpoint & { who: 'anybody' }>(
  endpoint: E,
  run: (app: AppContext, input: SiteInput<E>) => Promise<RouteOutput<E>>,
): Route {
  return { endpoint, runForSite: run as RunsForSite['runForSite'] }
}

/** Serves an endpoint for the visitor of a web chat, within one unit of work. */
export function handleForVisitor<const E extends Endpoint & { who: 'visitor' }>(
  endpoint: E,
  run: (work: UnitOfWork, input: VisitorInput<E>) => Promise<RouteOutput<E>>,
): Route {
  return { endpoint, runForVisitor: run as RunsForVisitor['runForVisitor'] }
}
