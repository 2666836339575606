import type { TrialResult } from '@baton/contract'
import type { Instant } from '@baton/handover'
import { type AppContext, inWorkspace } from '../../context.ts'
import { type HandoverSettings, planHandover } from '../../handover/plan-handover.ts'
import type { ScenarioRow } from '../../scenario/queries.ts'
import type { Judgement } from '../judge.ts'
import type { TurnContext } from '../read-turn.ts'
import { type Need, planUnfired } from '../unfired.ts'

type Preview = NonNullable<TrialResult['handover']>
/** What calls for a person: the scenario that fired, or that nobody may be left unanswered. */
export type Cause = { scenario: ScenarioRow; judgement: Judgement } | Need

const minute = 60_000

/** What a handover would do at this moment, and who would get it. Nothing of it is done. */
export function previewHandover(app: AppContext, context: TurnContext, cause: Cause): Promise<Preview> {
  const {
    settings,
    kind,
    scenarioName,
    cause: by,
    score,
    threshold,
  } = 'judgement' in cause ? fired(cause) : planUnfired(context.scenarios, cause)
  return inWorkspace(app, context.bot.workspace_id, async (work) => {
    const byCap = by === 'message_cap' ? 'message_cap' : 'handover'
    const nobody = { assignee_id: null, contact_id: null }
    const plan = await planHandover(work, nobody, settings, byCap, context.contact.locale)
    const now = work.now.getTime()
    const { placement, reactivation, task, pauseBot } = plan
    return {
      kind,
      scenarioName,
      cause: by,
      score,
      threshold,
      ...placement,
      scenarioId: plan.scenarioId,
      pausesBot: pauseBot,
      finalMessage: pauseBot ? plan.finalMessage : null,
      task: task && { title: task.title, text: task.text, dueAt: after(now, task.dueInMinutes) },
      tags: plan.tags,
      reactivation: pauseBot ? reactivation : null,
      wakesAt: pauseBot && reactivation ? after(now, reactivation.minutes) : null,
      respondBy: plan.responseTarget && after(now, plan.responseTarget.minutes),
    }
  })
}

function fired({ scenario, judgement }: Extract<Cause, { scenario: ScenarioRow }>) {
  const score = judgement.assessment.scores.find(({ scenarioId }) => scenarioId === scenario.id)
  return {
    settings: scenario satisfies HandoverSettings,
    kind: scenario.kind,
    scenarioName: scenario.name,
    cause: 'scenario' as const,
    score: score?.score ?? null,
    threshold: score?.threshold ?? null,
  }
}

function after(now: Instant, minutes: number): string {
  return new Date(now + minutes * minute).toISOString()
}
