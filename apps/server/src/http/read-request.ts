import type { Endpoint, FieldError } from '@baton/contract'
import type { Context } from 'hono'
import type { z } from 'zod'
import { DomainError } from '../errors.ts'
import { fieldErrors, plainMessage } from './field-errors.ts'
import type { RouteInput } from './handle.ts'
import { nameInBody, nameInQuery } from './name-person.ts'
import { readBody } from './read-body.ts'

/** A request's parts, validated by the endpoint's schemas, and the text of its body. */
export type ReadRequest<E extends Endpoint> = Omit<RouteInput<E>, 'caller' | 'exchange'> & { text: string }

/**
 * Reads a request. For a person who has signed in, `userId` need not be given where it says who acts.
 * @throws DomainError invalid_request with an error for each field, unsupported_media_type, payload_too_large
 */
export async function readRequest<E extends Endpoint>(
  c: Context,
  endpoint: E,
  personId: string | null = null,
): Promise<ReadRequest<E>> {
  const given = endpoint.body
    ? await readBody(c, endpoint.takesFiles ? 'files' : 'plain')
    : { text: '', value: undefined }
  const errors: FieldError[] = []
  const check = (where: string, schema: z.ZodType | undefined, value: unknown) => {
    const parsed = schema?.safeParse(value, { error: plainMessage })
    if (parsed?.error) errors.push(...fieldErrors(where, parsed.error))
    return parsed?.data
  }
  const params = check('params', endpoint.params, c.req.param())
  // An id that cannot be one names nothing.
  if (errors.length > 0) throw new DomainError('not_found', 'There is nothing with this id.')
  const query = check('query', endpoint.query, nameInQuery(endpoint, c.req.query(), personId))
  const body = check('body', endpoint.body, nameInBody(endpoint, given.value, personId))
  if (errors.length > 0) {
    const count = errors.length === 1 ? '1 field is' : `${errors.length} fields are`
    throw new DomainError('invalid_request', `${count} not valid, see \`errors\`.`, { errors })
  }
  const ifMatch = endpoint.ifMatch ? readRevision(c.req.header('if-match')) : null
  // The schemas have made them what the endpoint says.
  return { params, query, body, ifMatch, text: given.text } as ReadRequest<E>
}

function readRevision(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null
  const revision = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1]
  if (revision === undefined)
    throw new DomainError('invalid_request', 'If-Match takes an ETag that this API gave, like "3".')
  return Number(revision)
}
