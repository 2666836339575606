import type { AskResult } from '@baton/contract'
import { createDetector, type Turn } from '@baton/detection'
import { asDetectorScenario } from '../bot/judge.ts'
import { findBot } from '../bot/save-bot.ts'
import type { UnitOfWork } from '../context.ts'
import { enabledScenarios } from '../scenario/queries.ts'
import { answerFromArticles } from './answer-from-articles.ts'

/**
 * Says what a bot would do with a question that a contact begins with, if it were on autopilot with the knowledge brain.
 * Nothing is written and nobody is told.
 * @throws DomainError not_found
 */
export async function ask(work: UnitOfWork, botId: string, question: string): Promise<AskResult> {
  await findBot(work, botId)
  const scenarios = await enabledScenarios(work, botId)
  const detector = createDetector({ scenarios: scenarios.map(asDetectorScenario) })
  const { text, ...answer } = await answerFromArticles(work, botId, question)
  const asked: Turn = { from: 'contact', text: question }
  const given: Turn = { from: 'bot', text, answered: answer.answered, confidence: answer.confidence }
  const ofQuestion = detector.assess([asked])
  const ofAnswer = detector.assess([asked, given])
  const why =
    ofQuestion.decision === 'hand_over'
      ? 'question'
      : !answer.answered
        ? 'no_answer'
        : ofAnswer.decision === 'hand_over'
          ? 'answer'
          : 'nothing'
  return {
    ...answer,
    text: answer.answered ? text : null,
    wouldHandOver: why !== 'nothing',
    scenarioId: (why === 'question' ? ofQuestion : ofAnswer).scenarioId ?? null,
    why,
  }
}
