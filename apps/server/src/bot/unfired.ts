import { type HandoverSettings, plainSettings } from '../handover/plan-handover.ts'
import type { ScenarioRow } from '../scenario/queries.ts'
import type { Answer } from './brain/brain.ts'

/** What calls for a person where no scenario fired. */
export type Need =
  | { reason: 'lack_of_information' | 'message_cap'; why: string }
  | { reason: 'bot_asked'; asked: NonNullable<Answer['handOver']> }
  | { reason: 'bot_promised' }

const nearest = {
  lack_of_information: 'lack_of_information',
  message_cap: 'failed_to_resolve',
  bot_asked: 'human_requested',
  bot_promised: 'human_requested',
} as const

/**
 * What such a handover does and what is written down of it. Who gets it is said by the scenario that the bot named or that
 * comes nearest to the reason, else by the first, else it is the queue.
 */
export function planUnfired(scenarios: readonly ScenarioRow[], need: Need) {
  const named = need.reason === 'bot_asked' && scenarios.find(({ name }) => name === need.asked.scenario)
  const scenario = named || scenarios.find(({ kind }) => kind === nearest[need.reason]) || scenarios[0]
  const isItsOwn = Boolean(named) || scenario?.kind === need.reason
  const settings: HandoverSettings = scenario
    ? { ...scenario, id: isItsOwn ? scenario.id : null, pause_bot: true }
    : plainSettings
  return { settings, ...recordOf(need, named || null), score: null, threshold: null }
}

function recordOf(need: Need, named: ScenarioRow | null) {
  switch (need.reason) {
    case 'message_cap':
      return { kind: need.reason, scenarioName: 'Message limit reached', cause: need.reason, why: need.why }
    case 'lack_of_information':
      return {
        kind: need.reason,
        scenarioName: 'Lack of information',
        cause: 'scenario' as const,
        why: need.why,
      }
    case 'bot_promised':
      return {
        kind: 'human_requested' as const,
        scenarioName: 'Promised by the bot',
        cause: 'bot' as const,
        why: 'The bot promised a person.',
      }
    case 'bot_asked':
      return {
        kind: named?.kind ?? ('human_requested' as const),
        scenarioName: named?.name ?? 'Asked for by the bot',
        cause: 'bot' as const,
        why: need.asked.reason === '' ? 'The bot asked for a person.' : `The bot: “${need.asked.reason}”`,
      }
  }
}
