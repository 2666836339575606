import { type Complaint, findComplaint } from './complaints.ts'
import type { Conversation } from './conversation.ts'
import type { Examples } from './examples.ts'
import { isNoAnswer } from './lack-of-information.ts'
import { isQuestion, judgeReply as judgeExchange } from './model/reply-judgement.ts'
import { has, type Reading, type Sign, type TurnSign } from './reading.ts'
import { countTopicWords, coverage, type Features, similarity, stemsOf } from './similarity.ts'
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
export type Attempts = { failed: number; signs: readonly TurnSign[] }

/** How alike two messages of a contact are when one repeats the other. */
const SAME_QUESTION = 0.78
/** How probable it is that an answer was of no use, when it counts as failed. */
const DID_NOT_HELP = 0.3
/** How much of a message an earlier one has said, when it is the same question in other words. */
const ITS_OWN_WORDS = 0.5
/** How alike two answers of the bot are when one repeats the other. */
const SAME_ANSWER = 0.97
/** How little a question has in common with all before it when it opens a new topic. */
const OTHER_TOPIC = 0.12
/** Shorter messages ("yes", "thank you") are alike by chance. */
const SHORTEST_QUESTION = 3
const SHORTEST_ANSWER = 4
/** "And the other one?" has none, and goes on with the topic. */
const FEWEST_TOPIC_WORDS = 2
/** Of longer conversations, the last turns count. */
const MOST_TURNS = 60
const NUMBER = /\p{N}/u
const ASKS = /[?？؟]/u

type Told = { turn: number; reading: Reading; stems: Features }
/** An answer of the bot: how far it counts as failed, and whether it asks something itself. */
type Answer = Told & { failure: number; asksBack: boolean }
type State = Attempts & {
  asked: readonly Told[]
  answer: Answer | undefined
  /** The contact has said something since that answer. */
  hasReply: boolean
}

const beginning: State = { failed: 0, signs: [], asked: [], answer: undefined, hasReply: false }

/** The failed attempts since the watermark. `examples` are phrases by which contacts say that it did not help. */
export function countAttempts(
  { turns, watermark, reading }: Conversation,
  examples: readonly Examples[],
): Attempts {
  const first = Math.max(watermark, turns.length - MOST_TURNS)
  return turns.slice(first).reduce<State>((state, turn, offset) => {
    const at = first + offset
    const told = { turn: at, reading: reading(at), stems: stemsOf(reading(at)) }
    if (turn.from === 'bot') return afterAnswer(state, told, turn)
    return turn.from === 'contact' ? afterReply(state, told, examples) : beginning
  }, beginning)
}

function afterAnswer(state: State, told: Told, turn: Turn): State {
  if (state.asked.length === 0) return state
  const answer = { ...told, failure: 0, asksBack: isQuestion(told) }
  const answered = { ...state, answer, hasReply: false }
  if (turn.error === true) return failed(answered, told.turn, whole(told, 'error', 1))
  if (isNoAnswer(turn)) return failed(answered, told.turn, whole(told, 'not_answered', 1))
  return repeatsAnswer(told, state)
    ? failed(answered, told.turn, whole(told, 'bot_repeated_itself', 1))
    : answered
}

function afterReply(state: State, told: Told, examples: readonly Examples[]): State {
  const next = judgeReply(state, told, examples)
  return { ...next, asked: [...next.asked, told], hasReply: true }
}

function judgeReply(state: State, told: Told, examples: readonly Examples[]): State {
  if (state.answer === undefined) return state
  const complaint = findComplaint(told.reading, state.answer, examples)
  if (endsProblem(told, state, complaint)) return beginning
  const worst = complaint?.failure === 1 ? complaint : (doubts(told, state) ?? complaint)
  return worst === undefined ? state : failed(state, told.turn, worst)
}

/** The state in which the bot's last answer counts as failed, at most as 1 in all. */
function failed(state: State, turn: number, { sign, failure }: Complaint): State {
  if (state.answer === undefined) return state
  const more = Math.max(0, failure - state.answer.failure)
  return {
    ...state,
    failed: state.failed + more,
    answer: { ...state.answer, failure: state.answer.failure + more },
    signs: [...state.signs, { turn, sign }],
  }
}

function repeatsAnswer(told: Told, { answer, hasReply }: State): boolean {
  if (answer === undefined || !hasReply || told.reading.tokens.length < SHORTEST_ANSWER) return false
  const isAlike = similarity(answer.stems, told.stems) >= SAME_ANSWER
  return isAlike && numbersIn(answer.reading) === numbersIn(told.reading)
}

/** "Booked for 2 pm" does not repeat "Booked for 3 pm". */
function numbersIn({ tokens }: Reading): string {
  return tokens.flatMap(({ word }) => (NUMBER.test(word) ? [word] : [])).join(' ')
}

/** The same again, in the same words or others, or that it still is as it was. */
function doubts(told: Told, { asked, answer }: State): Complaint | undefined {
  if (answer === undefined) return undefined
  const earlier = asked.filter(({ turn }) => turn < answer.turn)
  const { length } = told.reading.tokens
  const isSame = ({ stems }: Told) => similarity(stems, told.stems) >= SAME_QUESTION
  if (length >= SHORTEST_QUESTION && earlier.some(isSame)) return whole(told, 'asked_again', 1)
  if (judgeExchange({ earlier, answer, reply: told }) < DID_NOT_HELP) return undefined
  const repeats = earlier.some(({ stems }) => coverage(told.stems, stems) >= ITS_OWN_WORDS)
  return whole(told, repeats ? 'asked_again' : 'did_not_help', 1)
}

/** Thanks, or another topic: named as such, or a question that has nothing to do with what was said before. */
function endsProblem(told: Told, { asked, answer }: State, complaint: Complaint | undefined): boolean {
  if (has(told.reading, 'newTopic')) return true
  if (complaint !== undefined || answer === undefined) return false
  if (has(told.reading, 'thanks')) return true
  if (!ASKS.test(told.reading.text) || countTopicWords(told.reading) < FEWEST_TOPIC_WORDS) return false
  return [...asked, answer].every(({ stems }) => similarity(stems, told.stems) < OTHER_TOPIC)
}

function whole({ reading }: Told, reason: ReasonFor, failure: number): Complaint {
  const sign: Sign = { from: 0, to: reading.tokens.length, speaks: 'for', reason, score: failure }
  return { sign, failure }
}
