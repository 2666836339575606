import type { Endpoint, FieldError } from '@baton/contract'
import type { Context } from 'hono'
import type { z } from 'zod'
import { DomainError } from '../errors.ts'
import type { RouteInput } from './handle.ts'

/** A request's parts, validated by the endpoint's schemas, and the text of its body. */
export type ReadRequest = Omit<RouteInput<Endpoint>, 'caller'> & { text: string }

/** @throws DomainError invalid_request with an error for each field, unsupported_media_type */
export async function readRequest(c: Context, endpoint: Endpoint): Promise<ReadRequest> {
  const text = endpoint.body ? await c.req.text() : ''
  const errors: FieldError[] = []
  const check = (where: string, schema: z.ZodType | undefined, value: () => unknown) => {
    if (!schema) return undefined
    const parsed = schema.safeParse(value())
    if (parsed.success) return parsed.data
    errors.push(...parsed.error.issues.map((issue) => fieldError(where, issue)))
    return undefined
  }
  const params = check('params', endpoint.params, () => c.req.param())
  const query = check('query', endpoint.query, () => c.req.query())
  const body = check('body', endpoint.body, () => parseBody(c, text))
  if (errors.length > 0) {
    // An id that cannot be one names nothing.
    if (errors.every((error) => error.path.startsWith('params.')))
      throw new DomainError('not_found', 'There is nothing with this id.')
    const count = errors.length === 1 ? '1 field is' : `${errors.length} fields are`
    throw new DomainError('invalid_request', `${count} not valid, see \`errors\`.`, { errors })
  }
  return {
    params: params as RouteInput<Endpoint>['params'],
    query: query as RouteInput<Endpoint>['query'],
    body: body as RouteInput<Endpoint>['body'],
    ifMatch: endpoint.ifMatch ? readRevision(c.req.header('if-match')) : null,
    text,
  }
}

/** An empty body is an empty object: actions need none. */
function parseBody(c: Context, text: string): unknown {
  if (text.trim() === '') return {}
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/(.+\+)?json\b/i.test(type))
    throw new DomainError(
      'unsupported_media_type',
      'Send the body as JSON, with content-type: application/json.',
    )
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read'
    throw new DomainError('invalid_request', `The body is not JSON: ${reason}.`)
  }
}

function readRevision(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null
  const revision = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1]
  if (revision === undefined)
    throw new DomainError('invalid_request', 'If-Match takes an ETag that this API gave, like "3".')
  return Number(revision)
}

function fieldError(where: string, issue: z.core.$ZodIssue): FieldError {
  const path = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
  return { path: `${where}${path}`, message: issue.message }
}
