import type { Brief, Evidence, Handover, HandoverStep } from '@baton/contract'
import type { Effect } from '@baton/handover'
import type { UnitOfWork } from '../context.ts'
import type { ConversationRow } from '../conversation/control.ts'
import { findModel } from '../workspace/model.ts'
import type { Circumstances } from './apply-effects.ts'

/** Why it came to a handover, and what the person who takes it should know. */
export type HandoverDetails = {
  kind: Handover['kind']
  scenarioName: string
  cause: 'scenario' | 'message_cap' | 'bot' | 'by_hand'
  botId: string | null
  score: number | null
  threshold: number | null
  evidence: Evidence[]
  brief: Brief
}

type StepName = HandoverStep['step']
export type Steps = Map<StepName, Pick<HandoverStep, 'status' | 'detail'>>

const stepOrder: StepName[] = ['final_message', 'pause_bot', 'assign', 'task', 'tags', 'notify']

/** Writes the handover down with the result of each step, in the transaction that did them. */
export async function recordHandover(
  work: UnitOfWork,
  conversation: ConversationRow,
  { plan, respondBy }: Extract<Effect, { do: 'open_handover' }>,
  steps: Steps,
  { handover: details, actorId }: Circumstances,
): Promise<void> {
  if (!details) throw new Error('A handover began without its details.')
  await work.db
    .insertInto('handover')
    .values({
      workspace_id: work.workspaceId,
      id: plan.handoverId,
      conversation_id: conversation.id,
      contact_id: conversation.contact_id,
      bot_id: details.botId,
      scenario_id: plan.scenarioId,
      kind: details.kind,
      scenario_name: details.scenarioName,
      cause: details.cause,
      score: details.score,
      threshold: details.threshold,
      evidence: JSON.stringify(details.evidence),
      status: 'waiting',
      outcome: null,
      user_id: plan.placement.userId,
      team_id: plan.placement.teamId,
      trail: JSON.stringify(plan.placement.trail),
      steps: JSON.stringify(
        stepOrder.map((step) => ({ step, ...(steps.get(step) ?? { status: 'skipped' as const }) })),
      ),
      brief: JSON.stringify(details.brief),
      began_by: actorId ?? null,
      began_at: work.now,
      respond_by: respondBy === null ? null : new Date(respondBy),
      claimed_by: null,
      claimed_at: null,
      replied_at: null,
      ended_at: null,
      feedback: null,
    })
    .execute()
  if (await findModel(work))
    work.enqueue('handover_summary', { workspaceId: work.workspaceId, handoverId: plan.handoverId })
  work.emit({
    type: 'handover.began',
    conversationId: conversation.id,
    data: {
      handoverId: plan.handoverId,
      scenarioId: plan.scenarioId,
      kind: details.kind,
      cause: details.cause,
      userId: plan.placement.userId,
      teamId: plan.placement.teamId,
      queued: plan.placement.queued,
    },
  })
}
