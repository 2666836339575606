import type { TryInput, TryResult } from '@baton/contract'
import { createDetector, type Turn } from '@baton/detection'
import { findBot } from '../bot/save-bot.ts'
import type { UnitOfWork } from '../context.ts'
import { triedScenarios } from './tried-scenarios.ts'

/**
 * Plays a message or a transcript against a bot's scenarios, saved or as they stand in an editor. Nothing is
 * written and nobody is told. With several turns the first that fires is reported, from `judgeFrom` on.
 * @throws DomainError not_found
 */
export async function tryIt(work: UnitOfWork, botId: string, input: TryInput): Promise<TryResult> {
  await findBot(work, botId)
  const scenarios = await triedScenarios(work, botId, input.scenarios)
  const detector = createDetector({ scenarios: scenarios.filter((scenario) => scenario.enabled) })
  const turns: Turn[] = input.turns ?? [{ from: 'contact', text: input.text ?? '' }]

  for (let at = input.judgeFrom ?? 0; at < turns.length; at++) {
    const assessment = detector.assess(turns.slice(0, at + 1))
    const last = at === turns.length - 1
    if (assessment.decision !== 'hand_over' && !last) continue
    const scenario = scenarios.find((entry) => entry.id === assessment.scenarioId)
    return {
      decision: assessment.decision,
      fired: assessment.decision === 'hand_over',
      scenarioId: assessment.scenarioId ?? null,
      scenarioName: scenario?.name ?? null,
      atTurn: assessment.decision === 'hand_over' ? at : null,
      failedAttempts: assessment.failedAttempts,
      scores: assessment.scores,
    }
  }
  throw new Error('A transcript without turns reached tryIt.')
}
