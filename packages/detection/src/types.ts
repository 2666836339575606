/**
 * The words of detection
 *
 * - **Turn**: one message of a conversation. A *contact* is the customer, the *bot* answers by itself, a *user* is a
 *   person on staff (or anything else that is neither contact nor bot).
 * - **Judged turn**: the last turn given. Only it can fire a scenario; turns before it are what it is read in.
 * - **Burst**: the contact's turns at the end with nothing of the bot or a user between them. They are judged as one.
 * - **Watermark**: turns before it were dealt with by an earlier handover. They give context and trigger nothing.
 * - **Scenario**: a reason to hand over, as the admin set it up. Its place in the list is its priority.
 * - **Score**: how sure the detector is that a scenario applies to the judged turn, from 0 to 1.
 * - **Fire**: the score reached the scenario's threshold. Of several that fire, the first in the list decides.
 * - **Evidence**: the words that made the score, as places in the texts that were given.
 * - **Failed attempt**: an answer of the bot that did not help. Frustration alone makes half of one.
 * - **Assessment**: what the detector says of the judged turn.
 */

export type Speaker = 'contact' | 'bot' | 'user'

/** One message. `answered`, `confidence` and `error` are what a bot says of its own turn; others leave them out. */
export type Turn = {
  from: Speaker
  text: string
  /** False when the bot says that it had no answer. */
  answered?: boolean
  /** How sure the bot is of its answer, from 0 to 1. */
  confidence?: number
  /** True when the bot failed to answer: its model gave an error or took too long. */
  error?: boolean
}

export type ScenarioKind = 'human_requested' | 'lack_of_information' | 'failed_to_resolve' | 'custom'

/** A scenario as far as detection needs it. Disabled scenarios are not passed, unless to see what they would do. */
export type DetectorScenario = {
  id: string
  kind: ScenarioKind
  /**
   * What a contact might write, in any languages; for *lack_of_information* what the bot might. May be empty: the
   * kinds other than *custom* know their own words.
   */
  examplePhrases: readonly string[]
  /** The condition in plain language. Without a model it is not read. */
  triggerCondition?: string
  /** *failed_to_resolve* fires at this many failed attempts. 2 when left out; below 1 counts as 1. */
  attempts?: number
  /**
   * The score from which the scenario fires, over 0 to 1. 0.5 when left out. *failed_to_resolve* does not read it:
   * its score is failed attempts divided by `attempts`, and it fires at 1. For *lack_of_information* the score of
   * a confidence is 1 − confidence, so 0.3 fires for a confidence of 0.7 and less.
   */
  threshold?: number
}

export type AssessOptions = {
  /** Index into the turns. Turns before it are context only. 0 when left out. */
  watermark?: number
  /** False when the bot has already offered a person in this conversation: it offers once. True when left out. */
  mayOffer?: boolean
}

/**
 * - `answer`: the bot goes on.
 * - `offer`: a person may be wanted, so the bot asks whether to fetch one.
 * - `hand_over`: a scenario fired.
 */
export type Decision = 'answer' | 'offer' | 'hand_over'

/** Why words speak for a scenario. */
export type ReasonFor =
  // human_requested
  | 'asks_for_person' // "can I talk to somebody"
  | 'refuses_bot' // "I don't want to talk to a machine"
  | 'accepts_offer' // "yes please" after the bot offered a person
  | 'may_want_person' // "how can I contact you": an unclear wish
  | 'promised_person' // the bot: "a colleague will get back to you"
  // human_requested and custom
  | 'like_example' // near to one of the scenario's example phrases
  // lack_of_information
  | 'not_answered' // the bot said `answered: false`
  | 'low_confidence'
  | 'error'
  | 'empty_answer'
  | 'does_not_know' // the bot: "I don't have information on that"
  // failed_to_resolve
  | 'did_not_help' // "that's not what I asked"
  | 'asked_again' // the same question in the same or nearly the same words
  | 'bot_repeated_itself'
  | 'frustrated' // half a failed attempt

/** Why words that look like a reason are none. */
export type ReasonAgainst =
  | 'negated' // "don't transfer me"
  | 'declines_offer' // "no, go on" after the bot offered a person
  | 'mention' // "my agent told me", "what is the phone number of your agent"
  | 'asks_if_bot' // "are you human?"
  | 'quoted' // "your page says 'talk to an agent'"
  | 'thanks' // starts the count of failed attempts anew
  | 'new_topic' // so does this

/**
 * Words that count. `start` and `end` are UTF-16 offsets into the text of `turns[turn]` as it was given, so
 * `turns[turn].text.slice(start, end)` is what to mark. They are equal where there is nothing to mark.
 */
export type Evidence = { turn: number; start: number; end: number } & (
  | { speaks: 'for'; reason: ReasonFor }
  | { speaks: 'against'; reason: ReasonAgainst }
)

/** Why a scenario was not asked, and its score is 0. */
export type NotAsked =
  | 'reads_the_contact' // the judged turn is the bot's, and this scenario reads contacts
  | 'reads_the_bot' // the judged turn is a contact's, and this scenario reads the bot
  | 'user_spoke' // the judged turn is a user's
  | 'before_watermark' // the judged turn was dealt with by an earlier handover
  | 'no_turns'
  | 'no_phrases' // a custom scenario without phrases needs a model

export type ScenarioScore = {
  scenarioId: string
  kind: ScenarioKind
  /** 0 to 1. */
  score: number
  threshold: number
  /** True exactly when the scenario was asked and `score >= threshold`. */
  fired: boolean
  evidence: Evidence[]
  /** There when the scenario was not asked. */
  note?: NotAsked
}

/** What the detector says of the judged turn. `scores` has every scenario once, in the order of the list. */
export type Assessment = {
  /** Since the watermark or the last reset, the judged turn included. Counts in halves. */
  failedAttempts: number
  scores: ScenarioScore[]
} & (
  | { decision: 'answer'; scenarioId?: undefined }
  /** The scenario that fired, or the one for whose sake to offer. */
  | { decision: 'offer' | 'hand_over'; scenarioId: string }
)

export type Detector = {
  /**
   * Judges the last of `turns`, oldest first. Pure: the same turns give the same assessment, and nothing is kept.
   * Never throws, whatever the texts contain. Time grows linearly with the turns and with each text. Of a text longer
   * than 3,000 UTF-16 units, the first 2,000 and the last 1,000 are read.
   */
  assess(turns: readonly Turn[], options?: AssessOptions): Assessment
}

/** A scenario that comes ready, before the admin gives it an id. */
export type Preset = {
  kind: Exclude<ScenarioKind, 'custom'>
  name: string
  triggerCondition: string
  examplePhrases: readonly string[]
  attempts?: number
}

export type PhraseFindingCode = 'too_short' | 'too_general' | 'overlaps' | 'duplicate'

/** Something about an example phrase that keeps its scenario from working well. */
export type PhraseFinding = {
  scenarioId: string
  /** Place in the scenario's `examplePhrases`. */
  phraseIndex: number
  code: PhraseFindingCode
  /** The scenario that it overlaps with, where it is another one. */
  otherScenarioId?: string
  /** What is wrong and what to do, one or two sentences in English. */
  message: string
}
