import type { Opinion } from '@baton/contract'
import { type Assessment, createDetector, type Detector, type Turn } from '@baton/detection'
import type { ScenarioRow } from '../scenario/queries.ts'
import type { TurnContext } from './read-turn.ts'

/** What detection said of a turn, and the scenario that fired. */
export type Judgement = { assessment: Assessment; fired: ScenarioRow | null }

// Compiling phrases takes milliseconds, so a bot's detector is kept until a scenario changes. Nothing is lost
// when a process has not got it.
const mostDetectors = 500
const detectors = new Map<string, { key: string; detector: Detector }>()

function detectorOf(botId: string, scenarios: ScenarioRow[]): Detector {
  const key = scenarios.map((scenario) => `${scenario.id}:${scenario.revision}:${scenario.position}`).join()
  const known = detectors.get(botId)
  if (known?.key === key) return known.detector
  const detector = createDetector({ scenarios: scenarios.map(asDetectorScenario) })
  detectors.delete(botId)
  detectors.set(botId, { key, detector })
  const oldest = detectors.keys().next().value
  if (detectors.size > mostDetectors && oldest !== undefined) detectors.delete(oldest)
  return detector
}

export function asDetectorScenario(scenario: ScenarioRow) {
  return {
    id: scenario.id,
    kind: scenario.kind,
    examplePhrases: scenario.example_phrases,
    triggerCondition: scenario.trigger_condition,
    attempts: scenario.attempts,
  }
}

/** Whether the contact's newest words call for a person. */
export function judgeContact(context: TurnContext): Judgement {
  return judge(context, context.turns)
}

/** Whether an answer shows that the bot does not know, or promises a person. It has not been sent yet. */
export function judgeAnswer(context: TurnContext, answer: Turn): Judgement {
  return judge(context, [...context.turns, answer])
}

const promises = createDetector({
  scenarios: [{ id: 'promise', kind: 'human_requested', examplePhrases: [] }],
})

/** Whether an answer promises a person, whatever scenarios there are. */
export function promisesPerson(text: string): boolean {
  return promises.assess([{ from: 'bot', text }]).decision === 'hand_over'
}

function judge({ bot, scenarios, watermark }: TurnContext, turns: Turn[]): Judgement {
  const assessment = detectorOf(bot.id, scenarios).assess(turns, { watermark })
  const firedId = assessment.decision === 'hand_over' ? assessment.scenarioId : null
  return { assessment, fired: scenarios.find((scenario) => scenario.id === firedId) ?? null }
}

/** The judgement where a model was asked: of the scenarios in doubt, those apply that it says; the others as they were. */
export function withOpinion(
  { assessment, fired }: Judgement,
  { scenarios }: TurnContext,
  opinion: Opinion,
): Judgement {
  if (opinion.failure !== null) return { assessment, fired }
  const hasFired = ({ id }: ScenarioRow) =>
    opinion.asked.includes(id)
      ? opinion.met.includes(id)
      : assessment.scores.some((score) => score.scenarioId === id && score.fired)
  return { assessment, fired: scenarios.find(hasFired) ?? null }
}
