import type { Refusal } from '@baton/handover'
import type { UnitOfWork } from '../context.ts'
import { changeControl } from '../conversation/change-control.ts'
import type { ConversationRow } from '../conversation/control.ts'
import { writeBrief } from '../handover/brief.ts'
import { type HandoverSettings, planHandover } from '../handover/plan-handover.ts'
import type { HandoverDetails } from '../handover/record-handover.ts'
import type { ScenarioRow } from '../scenario/queries.ts'
import { evidenceOf, quoteOf } from './evidence.ts'
import type { Judgement } from './judge.ts'
import { type Turn, turnEvent } from './turn.ts'
import { type Need, planUnfired } from './unfired.ts'

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

/** Hands over without a scenario that fired, because nobody may be left unanswered. */
export function beginUnfired(work: UnitOfWork, row: ConversationRow, turn: Turn, need: Need): Promise<Begun> {
  const { settings, ...record } = planUnfired(turn.context.scenarios, need)
  const cause = need.reason === 'message_cap' ? 'message_cap' : 'handover'
  return begin(work, row, turn, settings, cause, { ...record, evidence: [] })
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
