/**
 * The words of one language by what they do in a request. Rules over these classes (`human-requested.ts` and its
 * neighbours) are the same for all languages; a language is one file of phrases in the notation of `notation.ts`.
 *
 * People
 * - `human`: said only of living people: "real person", "human being"
 * - `staff`: who works for a business: "agent", "customer service"
 * - `boss`: who leads it: "manager". Not taken for a request when it stands alone
 * - `somebody`: anybody at all: "someone"
 * - `bot`: what the contact talks to now: "bot", "machine"
 *
 * What is done with them
 * - `talk`: "speak to"
 * - `transfer`: being brought to somebody: "connect me"
 * - `want`: "I want", "give me"
 * - `exists`: "is there"
 *
 * Whole phrases of the contact
 * - `request`, `refusal`: a request, or a refusal of the bot, as it stands: "call me back"
 * - `unclear`: may be a request: "how can I contact you"
 * - `challenge`: asks what it is talking to: "are you"
 * - `mention`: names people without wanting one: "travel agent", "human error"
 * - `withdraws`: "never mind"
 * - `yes`, `no`: answers to an offer
 * - `didNotHelp`, `frustrated`, `thanks`, `newTopic`: what the contact says of the bot's answer
 * - `stillBroken`: says the same when the bot gave advice, and answers its question when it asked one
 * - `irony`: thanks, but not for an answer that failed: "very helpful"
 *
 * Neighbours
 * - `own`: before a person makes it somebody else's: "my"
 * - `thing`, `thingBefore`: beside a person make it a thing: "(agent) number", "number of (the agent)"
 * - `not`, `notAfter`: take back what follows, or what went before
 * - `negative`: any word that negates, where `not` has only some
 * - `evenSo`: takes back a `not`: "why can't I"
 * - `begins`: begins a thought anew, so that a `not` before it does not reach it: "(it does not work) I (want …)"
 * - `filler`: may stand around a person without changing anything: "please", "now", "the"
 * - `common`: other words that say nothing of the topic
 *
 * Phrases of the bot
 * - `offering`, `promising`: begin an offer or a promise: "would you like", "I will"
 * - `handsYou`: "connect you with"
 * - `willContact`: "will get back to you"
 * - `condition`: makes a promise none: "if", "once"
 * - `doesNotKnow`, `sendsElsewhere`: has no answer: "I don't have information", "please contact support"
 * - `clarifies`: asks for more instead: "could you give me the order number"
 */
export const wordClasses = [
  'human',
  'staff',
  'boss',
  'somebody',
  'bot',
  'talk',
  'transfer',
  'want',
  'exists',
  'request',
  'refusal',
  'unclear',
  'challenge',
  'mention',
  'withdraws',
  'yes',
  'no',
  'didNotHelp',
  'stillBroken',
  'irony',
  'frustrated',
  'thanks',
  'newTopic',
  'own',
  'thing',
  'thingBefore',
  'not',
  'negative',
  'notAfter',
  'evenSo',
  'begins',
  'filler',
  'common',
  'offering',
  'promising',
  'handsYou',
  'willContact',
  'doesNotKnow',
  'clarifies',
  'sendsElsewhere',
  'condition',
] as const

export type WordClass = (typeof wordClasses)[number]

export type Language = {
  /** ISO 639-1. */
  code: string
  /** True when a person may stand before the verb: "mit einem Menschen sprechen". */
  personFirst?: boolean
  /** True when each character is a token, so that more of them may stand between verb and person. */
  unspaced?: boolean
  words: Partial<Record<WordClass, readonly string[]>>
}
