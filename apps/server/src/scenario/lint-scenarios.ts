import type { LintResult, TriedScenarios } from '@baton/contract'
import { lintPhrases } from '@baton/detection'
import { findBot } from '../bot/save-bot.ts'
import type { UnitOfWork } from '../context.ts'
import { triedScenarios } from './tried-scenarios.ts'

/**
 * Looks over example phrases as they are typed. A phrase that is still empty has nothing to be said about.
 * @throws DomainError not_found
 */
export async function lintScenarios(
  work: UnitOfWork,
  botId: string,
  given: TriedScenarios | undefined,
): Promise<LintResult['findings']> {
  await findBot(work, botId)
  const scenarios = await triedScenarios(work, botId, given)
  return lintPhrases(scenarios).flatMap((finding) => {
    const scenarioIndex = scenarios.findIndex((scenario) => scenario.id === finding.scenarioId)
    const phrase = scenarios[scenarioIndex]?.examplePhrases[finding.phraseIndex] ?? ''
    if (phrase.trim() === '') return []
    return [{ ...finding, scenarioIndex, otherScenarioId: finding.otherScenarioId ?? null }]
  })
}
