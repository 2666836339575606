import type { HandoverPlan, Refusal } from './events.ts'
import { assignTo, minute, nextSeq, putToSleep, type Step, tell } from './step.ts'

/**
 * Begins a handover: the final message, the assignment, the bot's sleep, the task, the tags, who is told.
 * The final message is the bot's last under the old epoch; without a pause the bot just goes on.
 *
 * A handover that is open already is not begun again, but for one case: the bot is awake all the same, and the
 * contact needs a person. Then the older one is superseded. A flag supersedes nothing.
 */
export function beginHandover(step: Step, plan: HandoverPlan): Refusal | undefined {
  const { control, effects, now } = step
  const open = control.handover
  if (open && (control.bot.status === 'asleep' || !plan.pauseBot)) return 'handover_open'
  if (open) effects.push({ do: 'close_handover', handoverId: open.id, outcome: 'superseded' })

  const respondBy = plan.responseTarget ? now + plan.responseTarget.minutes * minute : null
  control.handover = {
    id: plan.handoverId,
    scenarioId: plan.scenarioId,
    status: 'waiting',
    since: now,
    askedSeq: control.lastContactSeq,
    flagOnly: !plan.pauseBot,
    respondBy,
    remindedAt: null,
  }
  control.status = 'open'
  control.snoozedUntil = null
  effects.push({ do: 'open_handover', plan, respondBy })

  if (plan.pauseBot) {
    silenceBot(step, plan)
    promisePerson(step)
  }
  assignTo(step, plan.placement.userId, plan.placement.teamId)
  if (plan.task)
    effects.push({
      do: 'create_task',
      handoverId: plan.handoverId,
      task: plan.task,
      assigneeId: plan.placement.userId,
    })
  if (plan.tags.length > 0) effects.push({ do: 'add_tags', tags: [...new Set(plan.tags)] })
  tell(step, 'handover', plan.handoverId)
  if (respondBy !== null)
    effects.push({ do: 'set_timer', timer: 'respond', at: respondBy, handoverId: plan.handoverId })
  control.watermark = control.lastSeq
  control.attempts = 0
  return undefined
}

function silenceBot(step: Step, plan: HandoverPlan): void {
  const { control, effects, now } = step
  if (plan.finalMessage !== null && control.bot.status === 'awake')
    effects.push({
      do: 'send_bot_message',
      seq: nextSeq(step),
      epoch: control.epoch,
      text: plan.finalMessage,
      role: 'final',
      handoverId: plan.handoverId,
    })
  const { reactivation } = plan
  const wakesAt = reactivation ? now + reactivation.minutes * minute : null
  putToSleep(step, { cause: plan.cause, wakesAt, reactivation })
}

/**
 * The contact is promised a person. So its last message waits for one, even where the bot had answered it, and
 * the bot has no turn with it any more.
 */
function promisePerson({ control, now }: Step): void {
  control.turnSeq = control.lastContactSeq
  if (control.lastContactSeq === 0) return
  control.answeredSeq = Math.min(control.answeredSeq, control.lastContactSeq - 1)
  control.waitingSince ??= now
}
