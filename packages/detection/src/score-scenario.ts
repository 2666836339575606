import type { Conversation } from './conversation.ts'
import { type Examples, likeExamples } from './examples.ts'
import type { Attempts } from './failed-to-resolve.ts'
import { readRequest } from './human-requested.ts'
import { readAnswer } from './lack-of-information.ts'
import { judgeRequest } from './model/request-model.ts'
import { answerToOffer, offersPerson, promisesPerson } from './offers.ts'
import type { Language } from './phrases/language.ts'
import { highest, type Reading, type Sign, type TurnSign, toEvidence } from './reading.ts'
import type { Evidence, NotAsked, ScenarioKind, ScenarioScore } from './types.ts'

export type PreparedScenario = {
  id: string
  kind: ScenarioKind
  examples: Examples
  threshold: number
  attempts: number
}

/** What all scenarios are scored on. */
export type Situation = {
  conversation: Conversation
  attempts: Attempts
  /** Id of the scenario that the bot's promises count for. */
  promiseGoesTo: string | undefined
}

/** How like the examples a text must be to score 0.5. Requests for a person are known well without examples. */
const ENOUGH: Record<ScenarioKind, number> = {
  human_requested: 0.75,
  lack_of_information: 0.7,
  failed_to_resolve: 0.7,
  custom: 0.455,
}
const ASKS = /[?？؟]/u
const UNCLEAR = 0.45
const TAKEN_BACK = 0.25
const BELIEVED = 0.6
/** How sure a rule is of a verb, a person and nothing in between: "talk to a human". */
const PLAINLY = 0.9
/** Evidence that weighs less is not shown. */
const LOWEST_SHOWN = 0.3
const MOST_EVIDENCE = 10

/** How far a scenario applies to the judged turn, and why. */
export function scoreScenario(scenario: PreparedScenario, situation: Situation): ScenarioScore {
  const note = notAsked(scenario, situation)
  if (note !== undefined) return { ...result(scenario, [], situation), fired: false, note }
  switch (scenario.kind) {
    case 'human_requested':
      return result(scenario, requestSigns(scenario, situation), situation)
    case 'lack_of_information':
      return result(scenario, answerSigns(scenario, situation), situation)
    case 'failed_to_resolve':
      return attemptsResult(scenario, situation.attempts, situation)
    case 'custom':
      return result(scenario, exampleSigns(scenario, situation.conversation), situation)
  }
}

function notAsked({ id, kind, examples }: PreparedScenario, situation: Situation): NotAsked | undefined {
  const { silence, burst } = situation.conversation
  if (silence !== undefined) return silence
  const botSpoke = burst.length === 0
  if (kind === 'lack_of_information') return botSpoke ? undefined : 'reads_the_bot'
  if (kind === 'custom' && examples.count === 0) return 'no_phrases'
  if (kind === 'custom' || (kind === 'human_requested' && situation.promiseGoesTo !== id)) {
    return botSpoke ? 'reads_the_contact' : undefined
  }
  return undefined
}

function requestSigns(scenario: PreparedScenario, { conversation }: Situation): TurnSign[] {
  const { burst, judged, reading } = conversation
  if (burst.length === 0) return inTurn(judged, promisesPerson(reading(judged)))
  const asked = burst.flatMap((turn) => inTurn(turn, signsOfRequest(scenario, reading(turn))))
  const answer = offerAnswer(conversation)
  return withoutWithdrawn([...asked, ...answer], conversation)
}

/** Examples do not bring back what the words themselves take back: "don't put me through". */
function signsOfRequest({ kind, examples }: PreparedScenario, reading: Reading): Sign[] {
  const signs = judged(reading)
  const isTakenBack = signs.some(({ speaks }) => speaks === 'against')
  return isTakenBack ? signs : [...signs, ...likeExamples(reading, examples, ENOUGH[kind])]
}

/** What the rules find in a message, with the probability of the whole as the score. */
function judged(reading: Reading): Sign[] {
  const signs = readRequest(reading)
  const judgement = judgeRequest(reading, signs)
  const { words } = judgement
  const score = Math.max(leastFor(signs), Math.min(judgement.score, mostFor(signs)))
  const asks = signs.some(isRequest)
  const own: Sign[] =
    asks || score < LOWEST_SHOWN ? [] : [{ ...words, speaks: 'for', reason: 'asks_for_person', score }]
  return [...signs.map((sign) => (isRequest(sign) ? { ...sign, score } : sign)), ...own]
}

/** Who refuses the bot, or asks for a person, in plain words and takes nothing of it back, is believed. */
function leastFor(signs: readonly Sign[]): number {
  if (signs.some(({ reason }) => reason === 'refuses_bot')) return BELIEVED
  const isPlain = signs.some((sign) => sign.speaks === 'for' && isRequest(sign) && sign.score >= PLAINLY)
  return isPlain && !signs.some(({ speaks }) => speaks === 'against') ? BELIEVED : 0
}

/**
 * How high a message may score where no rule finds a request: what can honestly be read both ways is asked about, and what
 * is taken back or quoted is none, however like a request it looks to the model.
 */
function mostFor(signs: readonly Sign[]): number {
  if (signs.some(isRequest)) return 1
  if (signs.some(({ reason }) => reason === 'negated' || reason === 'quoted')) return TAKEN_BACK
  return signs.some(({ reason }) => reason === 'may_want_person') ? UNCLEAR : 1
}

function isRequest(sign: Sign): boolean {
  return sign.speaks === 'for' && sign.reason !== 'may_want_person'
}

/** The contact's yes or no, where the bot has offered a person. */
function offerAnswer(conversation: Conversation): TurnSign[] {
  const { before, burst, reading } = conversation
  const first = burst[0]
  if (before === undefined || first === undefined) return []
  const languages = openOffer(before, first, conversation)
  const answer = languages && answerToOffer(reading(first), languages)
  return answer === undefined ? [] : [{ turn: first, sign: answer }]
}

/**
 * The languages of an offer that waits for an answer: made in the bot's turn at `before`, or in the one before that where
 * the contact asked something about it first ("are they there at this hour?") and the bot asked nothing else.
 */
function openOffer(
  before: number,
  answer: number,
  { turns, watermark, reading }: Conversation,
): Language[] | undefined {
  const { offers, languages } = offersPerson(reading(before))
  if (offers) return languages
  const [question, earlier] = [before - 1, before - 2]
  if (earlier < watermark || turns[question]?.from !== 'contact' || turns[earlier]?.from !== 'bot')
    return undefined
  // A mere "alright" is about what the bot has just said.
  if (ASKS.test(turns[before]?.text ?? '') || reading(answer).tokens.length < 2) return undefined
  const offer = offersPerson(reading(earlier))
  if (!offer.offers || answerToOffer(reading(question), offer.languages) !== undefined) return undefined
  return offer.languages
}

/** "Can I talk to somebody", "never mind, found it": what came before counts no more. */
function withoutWithdrawn(signs: readonly TurnSign[], { burst, reading }: Conversation): TurnSign[] {
  const withdrawals = burst.flatMap((turn) =>
    reading(turn).views.flatMap(({ hits }) => (hits.withdraws ?? []).map(({ from }) => ({ turn, from }))),
  )
  const isWithdrawn = ({ turn, sign }: TurnSign) =>
    withdrawals.some((later) => turn < later.turn || (turn === later.turn && sign.to <= later.from))
  return signs.filter((sign) => !isWithdrawn(sign))
}

function answerSigns({ id, kind, examples }: PreparedScenario, situation: Situation): TurnSign[] {
  const { judged, turns, reading } = situation.conversation
  const answer = turns[judged]
  if (answer === undefined) return []
  const promises = situation.promiseGoesTo === id ? promisesPerson(reading(judged)) : []
  const liked = likeExamples(reading(judged), examples, ENOUGH[kind])
  return inTurn(judged, [...readAnswer(answer, reading(judged)), ...promises, ...liked])
}

function exampleSigns({ kind, examples }: PreparedScenario, { burst, reading }: Conversation): TurnSign[] {
  return burst.flatMap((turn) => inTurn(turn, likeExamples(reading(turn), examples, ENOUGH[kind])))
}

/** Failed attempts are counted, not weighed: the scenario fires when there are as many as it says. */
function attemptsResult(
  scenario: PreparedScenario,
  { failed, signs }: Attempts,
  situation: Situation,
): ScenarioScore {
  const score = Math.min(1, failed / scenario.attempts)
  return { ...result(scenario, signs, situation), score: rounded(score), threshold: 1, fired: score >= 1 }
}

function inTurn(turn: number, signs: readonly Sign[]): TurnSign[] {
  return signs.map((sign) => ({ turn, sign }))
}

function result(
  scenario: PreparedScenario,
  signs: readonly TurnSign[],
  { conversation }: Situation,
): ScenarioScore {
  const score = rounded(highest(signs.map(({ sign }) => sign)))
  return {
    scenarioId: scenario.id,
    kind: scenario.kind,
    score,
    threshold: scenario.threshold,
    fired: score >= scenario.threshold,
    evidence: signs
      .filter(({ sign }) => sign.speaks === 'against' || sign.score >= LOWEST_SHOWN)
      .map(({ turn, sign }) => toEvidence(sign, conversation.reading(turn), turn))
      .filter(isFirst)
      .slice(0, MOST_EVIDENCE),
  }
}

function isFirst(evidence: Evidence, index: number, all: readonly Evidence[]): boolean {
  const same = (other: Evidence) =>
    other.turn === evidence.turn &&
    other.start === evidence.start &&
    other.end === evidence.end &&
    other.reason === evidence.reason
  return all.findIndex(same) === index
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}
