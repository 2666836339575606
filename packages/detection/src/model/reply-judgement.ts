import built from '../built/weights.json' with { type: 'json' }
import { has, type Reading } from '../reading.ts'
import { coverage, type Features, similarity } from '../similarity.ts'
import { probability } from './linear-model.ts'
import { says } from './speech-models.ts'

/** A turn that was read, with what it is about. */
export type Heard = { reading: Reading; stems: Features }

/** What a contact writes after an answer of the bot, and what the contact had written before that answer. */
export type Exchange = { earlier: readonly Heard[]; answer: Heard; reply: Heard }

/** The signs that an answer did not help, in the order of `replySignals`. None depends on a language. */
export const replySignalNames = [
  'bias',
  'like complaints',
  'said before',
  'says it all again',
  'of the answer',
  'negation',
  'asks',
  'was asked back',
  'thanks',
  'accepts',
  'new topic',
  'emphasis',
  'length',
  'begins with no',
  'like before',
  'like the answer',
  'asks, said before',
  'question before',
  'was asked back, said before',
  'negation, said before',
  'negation, was asked back',
] as const

const ASKS = /[?？؟]/u
const EMPHASIS = /[!?！？؟]{2}/u
const MOST_ODDS = 6
const LIKE_A_COMPLAINT = 0.08

/**
 * How probable it is that the answer was of no use to who writes this reply: a failed attempt. Where the bot asked
 * something, or the reply has nothing of a complaint and nothing of what was said before, it is no such reply.
 */
export function judgeReply(exchange: Exchange): number {
  const { reading, stems } = exchange.reply
  if (isQuestion(exchange.answer)) return 0
  const said = { failure: says('failure', reading).score, acceptance: says('acceptance', reading).score }
  const isRelated = exchange.earlier.some((one) => coverage(stems, one.stems) > 0)
  const negates = has(reading, 'negative') || has(reading, 'not') || EMPHASIS.test(reading.text)
  if (!isRelated && !negates && said.failure < LIKE_A_COMPLAINT) return 0
  const signals = replySignals(exchange, said)
  return probability(signals.reduce((sum, signal, at) => sum + signal * (built.reply[at] ?? 0), 0))
}

/** The signals of a reply, in the order of `replySignalNames`. `said` is how probably it complains or says yes. */
export function replySignals(
  { earlier, answer, reply }: Exchange,
  said: { failure: number; acceptance: number },
): number[] {
  const { reading, stems } = reply
  const most = (measure: (one: Heard) => number) => Math.max(0, ...earlier.map(measure))
  const saidBefore = most((one) => coverage(stems, one.stems))
  const asks = flag(ASKS.test(reading.text))
  const askedBack = flag(isQuestion(answer))
  const negation = flag(has(reading, 'negative') || has(reading, 'not'))
  return [
    1,
    oddsOf(said.failure),
    saidBefore,
    most((one) => coverage(one.stems, stems)),
    coverage(stems, answer.stems),
    negation,
    asks,
    askedBack,
    flag(has(reading, 'thanks')),
    oddsOf(said.acceptance),
    flag(has(reading, 'newTopic')),
    flag(EMPHASIS.test(reading.text)),
    Math.log(1 + reading.tokens.length) / 3,
    flag(reading.views.some(({ hits }) => hits.no?.[0]?.from === 0)),
    most((one) => similarity(one.stems, stems)),
    similarity(stems, answer.stems),
    asks * saidBefore,
    flag(earlier.some(isQuestion)),
    askedBack * saidBefore,
    negation * saidBefore,
    negation * askedBack,
  ]
}

/** Whether a turn asks something. After a question of the bot, its answer is no complaint. */
export function isQuestion({ reading }: Heard): boolean {
  return ASKS.test(reading.text)
}

function oddsOf(share: number): number {
  const odds = Math.log((share + 1e-6) / (1 - share + 1e-6))
  return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds)) / 3
}

function flag(value: boolean): number {
  return value ? 1 : 0
}
