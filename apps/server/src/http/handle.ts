import type { Endpoint } from '@baton/contract'
import type { z } from 'zod'
import type { Caller } from '../auth/api-key.ts'
import type { UnitOfWork } from '../context.ts'

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined
/** What a route answers with: what its schema takes in, for the schema is not run over it. */
type Answer<Schema> = Schema extends z.ZodType ? z.input<Schema> : void

/** A request that was authenticated, authorised and validated. */
export type RouteInput<E extends Endpoint> = {
  params: Parsed<E['params']>
  query: Parsed<E['query']>
  body: Parsed<E['body']>
  /** The revision of `If-Match`, or null. */
  ifMatch: number | null
  caller: Caller
}

/** An endpoint of the contract with what serves it. */
export type Route = {
  endpoint: Endpoint
  run: (work: UnitOfWork, input: RouteInput<Endpoint>) => Promise<unknown>
}

/**
 * Serves an endpoint of the contract. `run` is called once a request has passed everything that the endpoint
 * asks for, within one unit of work; what it returns is the body of the answer.
 */
export function handle<const E extends Endpoint>(
  endpoint: E,
  run: (work: UnitOfWork, input: RouteInput<E>) => Promise<Answer<E['response']>>,
): Route {
  return { endpoint, run: run as Route['run'] }
}
