import { type Problem, problemCodes } from '@baton/contract'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { attemptWindowMinutes } from '../auth/limit-attempts.ts'
import { requestWindowSeconds } from '../chat/limit-requests.ts'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { HttpEnv } from './environment.ts'
import { isPassingFailure } from './passing-failure.ts'

/** Answers a refusal as problem details (RFC 9457). */
export function problemResponse(c: Context<HttpEnv>, error: DomainError): Response {
  const { status, title } = problemCodes[error.code]
  const body: Problem = {
    type: `/docs#problem-${error.code}`,
    title,
    status,
    code: error.code,
    detail: error.message,
    ...error.details,
  }
  if (error.code === 'unauthenticated') c.header('www-authenticate', 'Bearer')
  if (error.code === 'unavailable') c.header('retry-after', '2')
  if (error.code === 'too_many_requests') c.header('retry-after', String(requestWindowSeconds))
  if (error.code === 'too_many_attempts') c.header('retry-after', String(attemptWindowMinutes * 60))
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
  })
}

/** Answers whatever was thrown. What the caller cannot mend is logged, and its cause is not shown. */
export function failureResponse(app: AppContext, c: Context<HttpEnv>, error: unknown): Response {
  if (error instanceof DomainError) return problemResponse(c, error)
  const requestId = c.get('requestId')
  app.log.error({ err: error, requestId, endpoint: c.get('served') }, 'a request failed')
  if (isPassingFailure(error))
    return problemResponse(
      c,
      new DomainError(
        'unavailable',
        'The database does not answer at the moment. Try again in a few seconds.',
        {
          requestId,
        },
      ),
    )
  return problemResponse(
    c,
    new DomainError('internal', `Something went wrong in Baton. The log has it under ${requestId}.`, {
      requestId,
    }),
  )
}
