import type { TrialResult } from '@baton/contract'
import type { Instant } from '@baton/handover'
import { type AppContext, inWorkspace } from '../../context.ts'
import { type HandoverSettings, plainSettings, planHandover } from '../../handover/plan-handover.ts'
import type { ScenarioRow } from '../../scenario/queries.ts'
import type { Judgement } from '../judge.ts'
import type { TurnContext } from '../read-turn.ts'

type Preview = NonNullable<TrialResult['handover']>
/** What calls for a person: the scenario that fired, or that nobody may be left unanswered. */
export type Cause =
  | { scenario: ScenarioRow; judgement: Judgement }
  | { reason: 'lack_of_information' | 'message_cap' }

const minute = 60_000

/** What a handover would do at this moment, and who would get it. Nothing of it is done. */
export function previewHandover(app: AppContext, context: TurnContext, cause: Cause): Promise<Preview> {
  const { settings, ...record } = 'scenario' in cause ? fired(cause) : unfired(context, cause.reason)
  return inWorkspace(app, context.bot.workspace_id, async (work) => {
    const byCap = record.cause === 'message_cap' ? 'message_cap' : 'handover'
    const nobody = { assignee_id: null }
    const plan = await planHandover(work, nobody, settings, byCap, context.contact.locale)
    const now = work.now.getTime()
    const { placement, reactivation, task, pauseBot } = plan
    return {
      ...record,
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

/** As in a conversation: the scenario that comes nearest says who gets it, else the first, else it is the queue. */
function unfired({ scenarios }: TurnContext, reason: 'lack_of_information' | 'message_cap') {
  const near = reason === 'message_cap' ? 'failed_to_resolve' : reason
  const scenario = scenarios.find(({ kind }) => kind === near) ?? scenarios[0]
  const settings: HandoverSettings = scenario
    ? { ...scenario, id: scenario.kind === reason ? scenario.id : null, pause_bot: true }
    : plainSettings
  return {
    settings,
    kind: reason,
    scenarioName: reason === 'message_cap' ? 'Message limit reached' : 'Lack of information',
    cause: reason === 'message_cap' ? ('message_cap' as const) : ('scenario' as const),
    score: null,
    threshold: null,
  }
}

function after(now: Instant, minutes: number): string {
  return new Date(now + minutes * minute).toISOString()
}
