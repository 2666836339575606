import type { HandoverOutcome } from './control.ts'
import { type Step, tell } from './step.ts'

/**
 * Wakes the bot under a new epoch. What the contact wrote that nobody answered gets a turn; nothing older
 * triggers anything; the counts start anew.
 */
export function wakeBot(step: Step): void {
  const { control, effects } = step
  control.epoch += 1
  control.bot = { status: 'awake' }
  control.watermark = Math.max(control.watermark, control.answeredSeq)
  // A flag left the bot its turn, so what was written before it is still the bot's to answer.
  const settledSeq = control.handover?.flagOnly ? control.answeredSeq : control.watermark
  control.turnSeq = Math.min(settledSeq, control.lastContactSeq)
  control.attempts = 0
  control.botMessages = 0
  effects.push({ do: 'wake' })
  if (control.lastContactSeq > control.turnSeq)
    effects.push({ do: 'queue_turn', epoch: control.epoch, seq: control.lastContactSeq })
}

/**
 * What a wake means for the handover: one that a person dealt with is over. One that nobody answered keeps
 * standing in *Needs a human*, even where somebody had claimed it, and whoever should have come is told: a
 * contact who was promised a person is not forgotten because a timer ran out.
 */
export function leaveHandoverAtWake(step: Step): void {
  const { control, effects } = step
  const open = control.handover
  if (!open) return
  const answered = control.answeredSeq >= open.askedSeq
  if (open.status === 'claimed' && answered) {
    closeHandover(step, 'woken')
    return
  }
  if (open.status === 'claimed') {
    control.handover = { ...open, status: 'waiting' }
    effects.push({ do: 'release_handover', handoverId: open.id })
  }
  tell(step, 'woken_unclaimed', open.id)
}

export function closeHandover({ control, effects }: Step, outcome: HandoverOutcome): void {
  if (!control.handover) return
  effects.push({ do: 'close_handover', handoverId: control.handover.id, outcome })
  control.handover = null
}
