import { readRequest } from './human-requested.ts'
import { highest, type Reading, read } from './reading.ts'
import { countTopicWords, type Features, featuresOf, similarity } from './similarity.ts'
import type { DetectorScenario, PhraseFinding, ScenarioKind } from './types.ts'

const FEWEST_WORDS = 2
/** How alike phrases of two scenarios are when either may fire for the other. */
const TOO_ALIKE = 0.75
const SURELY_REQUEST = 0.5

type Phrase = {
  scenario: DetectorScenario
  index: number
  text: string
  reading: Reading
  features: Features
  words: string
}

/**
 * Names the example phrases that keep their scenario from working well, in the order of scenarios and phrases, with
 * at most one finding for each phrase. Phrases of *lack_of_information* are the bot's words and are compared among
 * themselves only. Time grows with the square of the number of phrases: 300 of them take some tens of milliseconds.
 */
export function lintPhrases(scenarios: readonly DetectorScenario[]): PhraseFinding[] {
  const phrases = scenarios.flatMap((scenario) =>
    scenario.examplePhrases.map((text, index) => toPhrase(scenario, text, index)),
  )
  return phrases.flatMap((phrase) => {
    const found =
      findDuplicate(phrase, phrases) ?? findWeakness(phrase) ?? findOverlap(phrase, phrases, scenarios)
    return found === undefined ? [] : [found]
  })
}

function toPhrase(scenario: DetectorScenario, text: string, index: number): Phrase {
  const reading = read(text)
  const words = reading.tokens.map(({ word }) => word).join(' ')
  return { scenario, index, text, reading, features: featuresOf(reading), words }
}

function findDuplicate(phrase: Phrase, phrases: readonly Phrase[]): PhraseFinding | undefined {
  const first = phrases.find((other) => other.scenario === phrase.scenario && other.words === phrase.words)
  if (first === undefined || first === phrase) return undefined
  return finding(phrase, 'duplicate', `"${phrase.text}" is there twice. Remove one.`)
}

function findWeakness(phrase: Phrase): PhraseFinding | undefined {
  if (countTopicWords(phrase.reading) === 0) {
    const message = `"${phrase.text}" has only words that occur in any message, so it is not used. Say what the contact wants.`
    return finding(phrase, 'too_general', message)
  }
  if (phrase.reading.tokens.length >= FEWEST_WORDS) return undefined
  return finding(
    phrase,
    'too_short',
    `"${phrase.text}" is too short to tell messages apart. Write it as a contact would.`,
  )
}

function findOverlap(
  phrase: Phrase,
  phrases: readonly Phrase[],
  scenarios: readonly DetectorScenario[],
): PhraseFinding | undefined {
  const alike = phrases.find(
    (other) =>
      other.scenario !== phrase.scenario &&
      side(other.scenario.kind) === side(phrase.scenario.kind) &&
      similarity(other.features, phrase.features) >= TOO_ALIKE,
  )
  if (alike !== undefined) {
    const message = `"${phrase.text}" is very like "${alike.text}" of another scenario. Keep it in one of them.`
    return finding(phrase, 'overlaps', message, alike.scenario.id)
  }
  const requests = scenarios.find(({ kind }) => kind === 'human_requested')
  if (requests === undefined || phrase.scenario.kind !== 'custom') return undefined
  if (highest(readRequest(phrase.reading)) < SURELY_REQUEST) return undefined
  const message = `"${phrase.text}" asks for a person, which another scenario is for. Leave that part out.`
  return finding(phrase, 'overlaps', message, requests.id)
}

function side(kind: ScenarioKind): 'bot' | 'contact' {
  return kind === 'lack_of_information' ? 'bot' : 'contact'
}

function finding(
  { scenario, index }: Phrase,
  code: PhraseFinding['code'],
  message: string,
  otherScenarioId?: string,
): PhraseFinding {
  const found = { scenarioId: scenario.id, phraseIndex: index, code, message }
  return otherScenarioId === undefined ? found : { ...found, otherScenarioId }
}
