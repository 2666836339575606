import type { Refusal } from '@baton/handover'
import type { UnitOfWork } from '../context.ts'
import { changeControl } from '../conversation/change-control.ts'
import type { ConversationRow } from '../conversation/control.ts'
import { writeBrief } from '../handover/brief.ts'
import { type HandoverSettings, plainSettings, planHandover } from '../handover/plan-handover.ts'
import type { HandoverDetails } from '../handover/record-handover.ts'
import type { ScenarioRow } from '../scenario/queries.ts'
import type { Answer } from './brain/brain.ts'
import { evidenceOf, quoteOf } from './evidence.ts'
import type { Judgement } from './judge.ts'
import { type Turn, turnEvent } from './turn.ts'

/** A handover that began, or why the state machine did not let it. */
export type Begun = { handoverId: string; row: ConversationRow } | { refusal: Refusal }

/** Begins the handover of the scenario that fired. Null where the state machine refused it. */
export async function beginHandover(
  work: UnitOfWork,
  row: ConversationRow,
  turn: Turn,
  judgement: Judgement,
  scenario: ScenarioRow,
): Promise<Extract<Begun, { handoverId: string }> | null> {
  const { context } = turn
  const score = judgement.assessment.scores.find((entry) => entry.scenarioId === scenario.id)
  const quote = score ? quoteOf(context, score.evidence) : null
  const begun = await begin(work, row, turn, scenario, 'handover', {
    kind: scenario.kind,
    scenarioName: scenario.name,
    cause: 'scenario',
    score: score?.score ?? null,
    threshold: score?.threshold ?? null,
    evidence: score ? evidenceOf(context, score.evidence) : [],
    why: quote ? `${scenario.name}: “${quote}”` : scenario.name,
  })
  return 'refusal' in begun ? null : begun
}

/** What calls for a person where no scenario fired. */
type Need =
  | { reason: 'lack_of_information' | 'message_cap'; why: string }
  | { reason: 'bot_asked'; asked: NonNullable<Answer['handOver']> }
  | { reason: 'bot_promised' }

/**
 * Hands over without a scenario that fired, because nobody may be left unanswered. Who gets it is said by
 * the scenario that the bot named or that comes nearest to the reason, else by the first, else it is the queue.
 */
export async function beginUnfired(
  work: UnitOfWork,
  row: ConversationRow,
  turn: Turn,
  need: Need,
): Promise<Begun> {
  const { scenarios } = turn.context
  const named = need.reason === 'bot_asked' && scenarios.find(({ name }) => name === need.asked.scenario)
  const scenario = named || scenarios.find(({ kind }) => kind === nearest[need.reason]) || scenarios[0]
  const isItsOwn = Boolean(named) || scenario?.kind === need.reason
  const settings: HandoverSettings = scenario
    ? { ...scenario, id: isItsOwn ? scenario.id : null, pause_bot: true }
    : plainSettings
  return begin(work, row, turn, settings, need.reason === 'message_cap' ? 'message_cap' : 'handover', {
    ...recordOf(need, named || null),
    score: null,
    threshold: null,
    evidence: [],
  })
}

const nearest = {
  lack_of_information: 'lack_of_information',
  message_cap: 'failed_to_resolve',
  bot_asked: 'human_requested',
  bot_promised: 'human_requested',
} as const

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

async function begin(
  work: UnitOfWork,
  row: ConversationRow,
  turn: Turn,
  settings: HandoverSettings,
  cause: 'handover' | 'message_cap',
  details: Omit<HandoverDetails, 'brief' | 'botId'> & { why: string },
): Promise<Begun> {
  const { context } = turn
  const { why, ...rest } = details
  const plan = await planHandover(work, row, settings, cause, context.contact.locale)
  const result = await changeControl(
    work,
    row,
    { ...turnEvent(turn), outcome: { do: 'hand_over', plan } },
    {
      handover: {
        ...rest,
        botId: context.bot.id,
        brief: writeBrief(context.contact, context.messages, why),
      },
    },
  )
  if (result.refused !== undefined) return { refusal: result.refused }
  return { handoverId: plan.handoverId, row: result.row }
}
