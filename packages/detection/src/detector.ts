import { type Conversation, openConversation } from './conversation.ts'
import { prepareExamples } from './examples.ts'
import { countAttempts } from './failed-to-resolve.ts'
import { offersPerson } from './offers.ts'
import { type PreparedScenario, scoreScenario } from './score-scenario.ts'
import type { Assessment, AssessOptions, Detector, DetectorScenario, ScenarioScore, Turn } from './types.ts'

const DEFAULT_THRESHOLD = 0.5
const LOWEST_THRESHOLD = 0.01
const DEFAULT_ATTEMPTS = 2
/** From this score on, a wish that is not clear enough to hand over is worth the question. */
const OFFER_FROM = 0.39

/**
 * Prepares the scenarios, in order of priority, for judging turns. Takes a few milliseconds; make one detector for a
 * bot and keep it until its scenarios change. Empty and odd phrases are no error: see `lintPhrases`.
 *
 * @example
 * const detector = createDetector({
 *   scenarios: [{ id: 's1', kind: 'human_requested', examplePhrases: ['talk to the shop'] }],
 * })
 * detector.assess([{ from: 'contact', text: 'can I talk to a person?' }]).decision // 'hand_over'
 */
export function createDetector({ scenarios }: { scenarios: readonly DetectorScenario[] }): Detector {
  const prepared = scenarios.map(prepare)
  return { assess: (turns, options = {}) => assess(prepared, turns, options) }
}

function prepare(scenario: DetectorScenario): PreparedScenario {
  return {
    id: scenario.id,
    kind: scenario.kind,
    examples: prepareExamples(scenario.examplePhrases),
    threshold: within(LOWEST_THRESHOLD, scenario.threshold ?? DEFAULT_THRESHOLD, 1),
    attempts: Math.max(1, scenario.attempts ?? DEFAULT_ATTEMPTS),
  }
}

function within(lowest: number, value: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, value))
}

function assess(
  scenarios: readonly PreparedScenario[],
  turns: readonly Turn[],
  options: AssessOptions,
): Assessment {
  const conversation = openConversation(turns, options)
  const complaints = scenarios
    .filter(({ kind }) => kind === 'failed_to_resolve')
    .map(({ examples }) => examples)
  const attempts = countAttempts(conversation, complaints)
  const situation = { conversation, attempts, promiseGoesTo: receiverOfPromises(scenarios) }
  const scores = scenarios.map((scenario) => scoreScenario(scenario, situation))
  return { ...decide(scores, conversation, options), failedAttempts: attempts.failed, scores }
}

/** The scenario that a promise of a person by the bot fires. */
function receiverOfPromises(scenarios: readonly PreparedScenario[]): string | undefined {
  const first = (kind: DetectorScenario['kind']) => scenarios.find((scenario) => scenario.kind === kind)?.id
  return first('human_requested') ?? first('lack_of_information')
}

type Verdict = { decision: 'answer' } | { decision: 'offer' | 'hand_over'; scenarioId: string }

function decide(
  scores: readonly ScenarioScore[],
  conversation: Conversation,
  options: AssessOptions,
): Verdict {
  const fired = scores.find((score) => score.fired)
  if (fired !== undefined) return { decision: 'hand_over', scenarioId: fired.scenarioId }
  const wished = scores.find(({ kind, score }) => kind === 'human_requested' && score >= OFFER_FROM)
  if (wished === undefined || conversation.burst.length === 0) return { decision: 'answer' }
  if (options.mayOffer === false || hasOffered(conversation)) return { decision: 'answer' }
  return { decision: 'offer', scenarioId: wished.scenarioId }
}

function hasOffered({ turns, reading }: Conversation): boolean {
  return turns.some((turn, index) => turn.from === 'bot' && offersPerson(reading(index)).offers)
}
