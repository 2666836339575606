import { ApiError, createClient, NoAnswerError } from '@baton/client'
import { texts } from '../texts/index.ts'

/** In development an API key may stand for the session: `localStorage.setItem('baton-api-key', …)`. */
export const developmentKey = import.meta.env.DEV ? localStorage.getItem('baton-api-key') : null

/** The API, as whoever is signed in. The session's cookie goes along by itself. */
export const baton = createClient({
  baseUrl: window.location.origin,
  ...(developmentKey ? { apiKey: developmentKey } : {}),
})

/** What went wrong, in a sentence for the screen. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiError) return error.errors[0]?.message ?? error.detail
  if (error instanceof NoAnswerError) return texts.common.noAnswer
  return texts.common.unexpected
}

export function isRefusal(error: unknown, ...codes: string[]): boolean {
  return error instanceof ApiError && codes.includes(error.code)
}
