import { type Examples, likeExamples } from './examples.ts'
import type { WordClass } from './phrases/language.ts'
import type { Hit } from './phrases/phrase-index.ts'
import type { Reading, Sign } from './reading.ts'

/** What says that an answer did not help, and how far the answer counts as failed: 1, or ½. */
export type Complaint = { sign: Sign; failure: number }

/** How like an example phrase a complaint must be. */
const ENOUGH = 0.7
const FRUSTRATION = 0.5

/** The contact's complaint about the bot's answer, if there is one. */
export function findComplaint(
  reading: Reading,
  answer: { failure: number; asksBack: boolean },
  examples: readonly Examples[],
): Complaint | undefined {
  const said =
    find('didNotHelp', reading) ??
    // After "which printer is it?" the problem is being described.
    (answer.asksBack ? undefined : find('stillBroken', reading)) ??
    (answer.failure > 0 ? find('irony', reading) : undefined)
  if (said !== undefined) return complaint(said, 'did_not_help', 1)
  const like = examples.flatMap((phrases) => likeExamples(reading, phrases, ENOUGH)).find(isSure)
  if (like !== undefined) return { sign: like, failure: 1 }
  const frustrated = find('frustrated', reading)
  return frustrated === undefined ? undefined : complaint(frustrated, 'frustrated', FRUSTRATION)
}

function find(wordClass: WordClass, { views }: Reading): Hit | undefined {
  return views.flatMap(({ hits }) => hits[wordClass] ?? [])[0]
}

function complaint({ from, to }: Hit, reason: 'did_not_help' | 'frustrated', failure: number): Complaint {
  return { sign: { from, to, speaks: 'for', reason, score: failure }, failure }
}

function isSure(sign: Sign): boolean {
  return sign.speaks === 'for' && sign.score >= 0.5
}
