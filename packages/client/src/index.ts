export { type CallArgs, type CallResult, type Client, type ClientOptions, createClient } from './client.ts'
export { ApiError, NoAnswerError } from './errors.ts'
export type { EventsOptions } from './events.ts'
export { paginate } from './paginate.ts'
export {
  SignatureError,
  type SignedHeaders,
  type VerifyOptions,
  verifySignature,
} from './verify-signature.ts'
