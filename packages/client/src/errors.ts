import type { FieldError, Problem, ProblemCode } from '@baton/contract'

/** Baton refused. `detail` says what happened and what to do. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  /** `unknown` when the answer was not Baton's: something stands between. */
  readonly code: ProblemCode | 'unknown'
  readonly detail: string
  /** The fields that are not valid. */
  readonly errors: readonly FieldError[]
  /** With `revision_conflict`: what it looks like now. */
  readonly current: unknown

  constructor(status: number, problem: Partial<Problem>) {
    const detail = problem.detail ?? `The server answered with ${status}.`
    super(detail)
    this.status = status
    this.code = problem.code ?? 'unknown'
    this.detail = detail
    this.errors = problem.errors ?? []
    this.current = problem.current
  }
}

/** There was no answer: the network failed, or it took too long. What was asked may have happened. */
export class NoAnswerError extends Error {
  override name = 'NoAnswerError'
}

export async function readError(response: Response): Promise<ApiError> {
  const text = await response.text().catch(() => '')
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null) return new ApiError(response.status, body)
  } catch {
    // A proxy's page, not ours.
  }
  return new ApiError(response.status, {})
}
