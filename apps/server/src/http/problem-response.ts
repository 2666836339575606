import { type Problem, problemCodes } from '@baton/contract'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'

/** Answers a refusal as problem details (RFC 9457). */
export function problemResponse(c: Context, error: DomainError): Response {
  const { status, title } = problemCodes[error.code]
  const body: Problem = {
    type: `/docs#problem-${error.code}`,
    title,
    status,
    code: error.code,
    detail: error.message,
    ...error.details,
  }
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
  })
}

/** Answers whatever was thrown. What the caller cannot mend is logged, and its cause is not shown. */
export function failureResponse(app: AppContext, c: Context, error: unknown): Response {
  if (error instanceof DomainError) return problemResponse(c, error)
  const requestId = c.get('requestId')
  app.log.error({ err: error, requestId, path: c.req.routePath }, 'a request failed')
  return problemResponse(
    c,
    new DomainError('internal', `Something went wrong in Baton. The log has it under ${requestId}.`, {
      requestId,
    }),
  )
}
