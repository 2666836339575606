import { ApiError, createClient, NoAnswerError } from '@baton/client'
import { texts } from '../texts/index.ts'

/** In development an API key may stand for the session: `localStorage.setItem('baton-api-key', …)`. */
export const developmentKey = import.meta.env.DEV ? localStorage.getItem('baton-api-key') : null

const connection = {
  baseUrl: window.location.origin,
  ...(developmentKey ? { apiKey: developmentKey } : {}),
}

/** The API, as whoever is signed in. The session's cookie goes along by itself. */
export const baton = createClient(connection)

/** The same for what may take as long as a model does. It is not asked again by itself. */
export const patientBaton = createClient({ ...connection, timeoutMs: 45_000, retries: 0 })

/** What went wrong, in a sentence for the screen. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiError) return error.errors[0]?.message ?? error.detail
  if (error instanceof NoAnswerError) return texts.common.noAnswer
  return texts.common.unexpected
}

export function isRefusal(error: unknown, ...codes: string[]): boolean {
  return error instanceof ApiError && codes.includes(error.code)
}
