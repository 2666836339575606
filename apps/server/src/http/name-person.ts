import type { Endpoint } from '@baton/contract'
import type { z } from 'zod'

type Schema = z.ZodType | undefined

/** A body with the person who acts put in where `userId` is left out and may stand. Else it is read as it came. */
export function nameInBody(endpoint: Endpoint, given: unknown, personId: string | null): unknown {
  if (personId === null || endpoint.userIsSubject) return given
  return completed(endpoint.body, given, personId)
}

/** A query likewise, but only where it is not valid without: elsewhere `userId` is a filter. */
export function nameInQuery(endpoint: Endpoint, given: unknown, personId: string | null): unknown {
  if (personId === null || isValid(endpoint.query, given)) return given
  return completed(endpoint.query, given, personId)
}

/** Whom a valid request names as who acts, or whose own things it asks for. */
export function actorsIn(endpoint: Endpoint, { query, body }: { query: unknown; body: unknown }): unknown[] {
  const inBody = endpoint.userIsSubject ? undefined : userIdOf(body)
  const { userId, ...rest } = typeof query === 'object' ? { userId: undefined, ...query } : {}
  return [inBody, userId !== undefined && !isValid(endpoint.query, rest) ? userId : undefined]
}

function completed(schema: Schema, given: unknown, personId: string): unknown {
  if (!schema || typeof given !== 'object' || given === null) return given
  const named = { userId: personId, ...given }
  return isValid(schema, named) ? named : given
}

function isValid(schema: Schema, value: unknown): boolean {
  return schema?.safeParse(value).success ?? true
}

function userIdOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'userId' in value ? value.userId : undefined
}
