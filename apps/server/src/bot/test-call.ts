import type { CallResult } from '@baton/contract'
import { type AppContext, inWorkspace } from '../context.ts'
import { DomainError } from '../errors.ts'
import { enabledScenarios } from '../scenario/queries.ts'
import { ask, createBrain } from './brain/brain.ts'
import { findBot } from './save-bot.ts'

/**
 * Calls an outside bot with one message, as its turn would. Nobody is answered and nothing is stored.
 * @throws DomainError not_found, bot_not_called
 */
export async function testCall(app: AppContext, workspaceId: string, botId: string): Promise<CallResult> {
  const { bot, scenarios } = await inWorkspace(app, workspaceId, async (work) => ({
    bot: await findBot(work, botId),
    scenarios: await enabledScenarios(work, botId),
  }))
  if (bot.brain.kind !== 'external' || !bot.brain.url)
    throw new DomainError(
      'bot_not_called',
      'Baton does not call this bot. Give it the brain `external` with a `url`.',
    )
  const began = performance.now()
  let reason: string | null = null
  const answer = await ask(
    createBrain(app, bot),
    {
      bot,
      scenarios,
      contact: { name: null, email: null, phone: null, locale: null },
      turns: [{ from: 'contact', text: 'Hello' }],
    },
    (error) => {
      reason = error instanceof Error ? error.message : String(error)
    },
  )
  return {
    outcome:
      answer === null ? 'later' : answer.failed ? 'failed' : answer.handOver ? 'hands_over' : 'answered',
    reason,
    text: answer?.text || null,
    handOver: answer?.handOver ?? null,
    milliseconds: Math.round(performance.now() - began),
  }
}
