import type { Conversation } from './conversation.ts'
import { type Examples, likeExamples } from './examples.ts'
import { isNoAnswer } from './lack-of-information.ts'
import type { Hit } from './phrases/phrase-index.ts'
import type { Reading, Sign } from './reading.ts'
import { type Features, similarity, stemsOf } from './similarity.ts'
import type { ReasonFor, Turn } from './types.ts'

/**
 * Counts failed attempts: answers of the bot that did not help.
 *
 * - An answer counts once, however often it is complained about: as 1, or as ½ when the contact is only frustrated.
 * - It counts when the contact's next words say that it did not help or ask the same again, when the bot says that it
 *   had no answer, and when it only repeats the answer before.
 * - What the bot says before the contact has asked anything is no answer.
 * - Thanks and a new topic set the count to 0. A user's turn does, too.
 */
export type Attempts = { failed: number; signs: TurnSign[] }
export type TurnSign = { turn: number; sign: Sign }

/** How alike two messages of a contact are when one repeats the other. */
const SAME_QUESTION = 0.78
/** How alike two answers of the bot are when one repeats the other. */
const SAME_ANSWER = 0.97
/** How little a question has in common with all before it when it opens a new topic. */
const OTHER_TOPIC = 0.12
/** Shorter messages ("yes", "thank you so much") are alike by chance, or say nothing of a topic. */
const SHORTEST_QUESTION = 3
const SHORTEST_ANSWER = 5
/** Of longer conversations, the last turns count. */
const MOST_TURNS = 60
/** How like an example a complaint must be. */
const ENOUGH_LIKE_EXAMPLE = 0.7
const NUMBER = /\p{N}/u
const ASKS = /[?？؟]/u

type Told = { turn: number; reading: Reading; stems: Features }
type State = Attempts & {
  examples: readonly Examples[]
  asked: Told[]
  /** The bot's last answer, and how far it counts as failed. */
  answer: (Told & { failure: number; asksBack: boolean }) | undefined
  /** The contact has said something since the bot's last answer. */
  hasReply: boolean
}

/** The failed attempts since the watermark. `examples` are phrases by which contacts say that it did not help. */
export function countAttempts(
  { turns, watermark, reading }: Conversation,
  examples: readonly Examples[],
): Attempts {
  const state: State = { ...anew(), examples }
  const from = Math.max(watermark, turns.length - MOST_TURNS)
  for (let turn = from; turn < turns.length; turn++) {
    const given = turns[turn]
    if (given === undefined) continue
    const told = { turn, reading: reading(turn), stems: stemsOf(reading(turn)) }
    if (given.from === 'bot') hearBot(state, told, given)
    else if (given.from === 'contact') hearContact(state, told)
    else Object.assign(state, anew())
  }
  return { failed: state.failed, signs: state.signs }
}

function anew(): Omit<State, 'examples'> {
  return { failed: 0, signs: [], asked: [], answer: undefined, hasReply: false }
}

function hearBot(state: State, told: Told, turn: Turn): void {
  const last = state.answer
  if (state.asked.length === 0) return
  const repeats =
    last !== undefined &&
    state.hasReply &&
    told.reading.tokens.length >= SHORTEST_ANSWER &&
    similarity(last.stems, told.stems) >= SAME_ANSWER &&
    numbersIn(last.reading) === numbersIn(told.reading)
  state.answer = { ...told, failure: 0, asksBack: ASKS.test(turn.text) }
  state.hasReply = false
  if (isNoAnswer(turn))
    fail(state, told.turn, whole(told.reading, turn.error === true ? 'error' : 'not_answered'), 1)
  else if (repeats) fail(state, told.turn, whole(told.reading, 'bot_repeated_itself'), 1)
}

/** "Booked for 2 pm" does not repeat "Booked for 3 pm". */
function numbersIn({ tokens }: Reading): string {
  return tokens.flatMap(({ word }) => (NUMBER.test(word) ? [word] : [])).join(' ')
}

function hearContact(state: State, told: Told): void {
  const complaint = complaintIn(told.reading, state)
  const isSatisfied = complaint === undefined && has(told.reading, 'thanks')
  if (isSatisfied || opensTopic(told, state, complaint)) Object.assign(state, anew())
  else if (complaint !== undefined) fail(state, told.turn, complaint.sign, complaint.failure)
  else if (asksAgain(told, state)) fail(state, told.turn, whole(told.reading, 'asked_again'), 1)
  state.asked.push(told)
  state.hasReply = true
}

/** Lets the bot's last answer count as failed by `failure`, at most 1 in all. */
function fail(state: State, turn: number, sign: Sign, failure: number): void {
  if (state.answer === undefined) return
  state.failed += Math.max(0, failure - state.answer.failure)
  state.answer.failure = Math.max(failure, state.answer.failure)
  state.signs.push({ turn, sign })
}

function complaintIn(
  reading: Reading,
  { answer, examples }: State,
): { sign: Sign; failure: number } | undefined {
  if (answer === undefined) return undefined
  const find = (wordClass: 'didNotHelp' | 'stillBroken' | 'irony' | 'frustrated') =>
    reading.views.flatMap(({ hits }) => hits[wordClass] ?? [])[0]
  const helpless = find('didNotHelp') ?? (answer.asksBack ? undefined : find('stillBroken'))
  const ironic = answer.failure > 0 ? find('irony') : undefined
  const said = helpless ?? ironic
  if (said !== undefined) return { sign: sign(said, 'did_not_help'), failure: 1 }
  const liked = examples.flatMap((phrases) => likeExamples(reading, phrases, ENOUGH_LIKE_EXAMPLE))
  const like = liked.find((sign) => sign.speaks === 'for' && sign.score >= 0.5)
  if (like !== undefined) return { sign: like, failure: 1 }
  const frustrated = find('frustrated')
  return frustrated === undefined ? undefined : { sign: sign(frustrated, 'frustrated'), failure: 0.5 }
}

function asksAgain(told: Told, { asked, answer }: State): boolean {
  if (answer === undefined || told.reading.tokens.length < SHORTEST_QUESTION) return false
  return asked.some(
    (before) => before.turn < answer.turn && similarity(before.stems, told.stems) >= SAME_QUESTION,
  )
}

/** The contact says so, or asks a question that has nothing to do with what was said before. */
function opensTopic(told: Told, { asked, answer }: State, complaint: unknown): boolean {
  if (answer === undefined) return false
  if (has(told.reading, 'newTopic')) return true
  if (complaint !== undefined || !ASKS.test(told.reading.text)) return false
  if (told.reading.tokens.length < SHORTEST_QUESTION) return false
  return [...asked, answer].every((before) => similarity(before.stems, told.stems) < OTHER_TOPIC)
}

function has({ views }: Reading, wordClass: 'thanks' | 'newTopic'): boolean {
  return views.some(({ hits }) => hits[wordClass] !== undefined)
}

function whole({ tokens }: Reading, reason: ReasonFor): Sign {
  return sign({ from: 0, to: tokens.length }, reason)
}

function sign({ from, to }: Hit, reason: ReasonFor): Sign {
  return { from, to, speaks: 'for', reason, score: reason === 'frustrated' ? 0.5 : 1 }
}
