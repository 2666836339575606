import type { FieldError, ProblemCode } from '@baton/contract'

type Details = {
  /** The fields that are not valid. */
  errors?: FieldError[]
  /** What a stale change has met. */
  current?: unknown
  requestId?: string
}

/** Something that the caller did and can mend. The message says what happened and what to do. */
export class DomainError extends Error {
  override name = 'DomainError'
  readonly code: ProblemCode
  readonly details: Details

  constructor(code: ProblemCode, message: string, details: Details = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}
