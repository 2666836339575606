import type { Assessment, ScenarioScore } from '@baton/detection'
import type { ScenarioRow } from '../../scenario/queries.ts'

/** Between these scores a model is asked; above and below, detection is sure enough. */
const doubtFrom = 0.2
const doubtTo = 0.8

/**
 * The scenarios on which a second opinion is worth its cost, in the order of their priority: those whose score leaves it
 * open, and custom ones with a condition and no phrases, which detection cannot read at all. What stands behind a
 * scenario that fired for sure can change nothing.
 */
export function findDoubts(assessment: Assessment, scenarios: readonly ScenarioRow[]): ScenarioRow[] {
  const scoreOf = (scenario: ScenarioRow) =>
    assessment.scores.find(({ scenarioId }) => scenarioId === scenario.id)
  const sure = scenarios.findIndex((scenario) => isSure(scoreOf(scenario)))
  const candidates = sure < 0 ? scenarios : scenarios.slice(0, sure)
  return candidates.filter((scenario) => isOpen(scenario, scoreOf(scenario)))
}

function isSure(score: ScenarioScore | undefined): boolean {
  return score?.fired === true && (score.score > doubtTo || score.kind === 'failed_to_resolve')
}

function isOpen({ kind, trigger_condition }: ScenarioRow, score: ScenarioScore | undefined): boolean {
  if (score === undefined || kind === 'failed_to_resolve' || kind === 'lack_of_information') return false
  if (score.note === 'no_phrases') return trigger_condition.trim() !== ''
  return score.note === undefined && score.score >= doubtFrom && score.score <= doubtTo
}
