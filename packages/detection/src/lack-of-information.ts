import { says } from './model/speech-models.ts'
import type { Hits } from './phrases/phrase-index.ts'
import type { Reading, Sign } from './reading.ts'
import type { ReasonFor, Turn } from './types.ts'

/** The scores rank the rules by how sure each is. They were set by hand. */
const DOES_NOT_KNOW_SCORE = 0.8
/** "I'm not sure which order you mean. What is its number?" is a step on the way. */
const CLARIFIES_SCORE = 0.4
const SENDS_ELSEWHERE_SCORE = 0.65
const IS_IGNORANCE = 0.58
/** Where a rule has found something already, and may have taken it for half as bad; or where the bot asks something. */
const SURE_OF_IGNORANCE = 0.9
/** "May I have your name, please?" asks back. */
const ASKS = /[?？؟]\s*$/u
/** In a longer answer, "please contact support" is a closing line. */
const LONGEST_REFERRAL = 40
const VISIBLE = /[^\s\p{Cf}\p{Cc}\u{2800}\u{3164}]/u

/** What shows that the bot lacked what it needs to answer: what it says of its own turn, and its words. */
export function readAnswer(turn: Turn, reading: Reading): Sign[] {
  const known = reading.views.flatMap(({ hits }) => ignorance(hits, reading))
  return [...statements(turn, reading), ...known, ...likelyIgnorance(reading, known.length > 0)]
}

/** What no rule knows, but is like what bots say that have no answer. */
function likelyIgnorance(reading: Reading, isKnown: boolean): Sign[] {
  if (reading.tokens.length > LONGEST_REFERRAL) return []
  const { from, to, score } = says('ignorance', reading)
  const least = isKnown || ASKS.test(reading.text) ? SURE_OF_IGNORANCE : IS_IGNORANCE
  if (score < least || says('promise', reading).score > score || says('offer', reading).score > score)
    return []
  return [{ from, to, speaks: 'for', reason: 'does_not_know', score }]
}

/** Whether the bot itself says that its turn is no answer. */
export function isNoAnswer({ answered, error, text }: Turn): boolean {
  return answered === false || error === true || !VISIBLE.test(text)
}

function statements(turn: Turn, { tokens }: Reading): Sign[] {
  const whole = (reason: ReasonFor, score: number): Sign => ({
    from: 0,
    to: tokens.length,
    speaks: 'for',
    reason,
    score,
  })
  return [
    ...(turn.error === true ? [whole('error', 1)] : []),
    ...(turn.answered === false ? [whole('not_answered', 1)] : []),
    ...(VISIBLE.test(turn.text) ? [] : [whole('empty_answer', 1)]),
    ...doubts(turn.confidence).map((doubt) => whole('low_confidence', doubt)),
  ]
}

function doubts(confidence: number | undefined): number[] {
  if (confidence === undefined || Number.isNaN(confidence)) return []
  return [1 - Math.min(1, Math.max(0, confidence))]
}

function ignorance(hits: Hits, { tokens }: Reading): Sign[] {
  const score = hits.clarifies === undefined ? DOES_NOT_KNOW_SCORE : CLARIFIES_SCORE
  const unknowing = (hits.doesNotKnow ?? []).map(
    (hit): Sign => ({ ...hit, speaks: 'for', reason: 'does_not_know', score }),
  )
  if (tokens.length > LONGEST_REFERRAL) return unknowing
  const referrals = (hits.sendsElsewhere ?? []).map(
    (hit): Sign => ({ ...hit, speaks: 'for', reason: 'does_not_know', score: SENDS_ELSEWHERE_SCORE }),
  )
  return [...unknowing, ...referrals]
}
